import 'fake-indexeddb/auto';
import { IDBFactory, IDBObjectStore } from 'fake-indexeddb';
import { openDB } from 'idb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { emptyLedger } from '../../../utils/ledger/collections.ts';
import { merge } from '../../../utils/ledger/merge.ts';
import { openReader, openStore, STORE_NAME } from '../../../utils/ledger/store.ts';
import type { Ledger } from '../../../utils/model/ledger.ts';
import { aReading, aRow, ids, T0 } from './make.ts';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

const newId = ids();
const reading =
  (last4: string, at = T0) =>
  (ledger: Ledger) => {
    const row = aRow({ last4 });
    const one = aReading({ at, licenses: [row], licenseCoverage: 'partial' });
    return merge(ledger, one, { now: at, newId });
  };

describe('the store', () => {
  test('begins empty and gives back what was written, also after it was opened anew', async () => {
    const store = await openStore();
    expect(await store.read()).toEqual(emptyLedger());
    const written = await store.update(reading('A9FR'));
    expect(written.licenses).toMatchObject([{ last4: 'A9FR' }]);
    store.close();
    expect(await (await openReader()).read()).toEqual(written);
  });

  test('two writers at once both find what the other wrote', async () => {
    const [one, two] = await Promise.all([openStore(), openStore()]);
    await Promise.all([
      one.update(reading('AAAA')),
      two.update(reading('BBBB')),
      one.update(reading('CCCC')),
    ]);
    const { shops, apps, licenses } = await two.read();
    expect(licenses.map((one) => one.last4).sort()).toEqual(['AAAA', 'BBBB', 'CCCC']);
    expect([shops.length, apps.length]).toEqual([1, 1]);
  });

  test('writes nothing when the decision fails', async () => {
    const store = await openStore();
    await store.update(reading('A9FR'));
    const before = await store.read();
    const failing = store.update(() => {
      throw new Error('cannot decide');
    });
    await expect(failing).rejects.toThrow('cannot decide');
    expect(await store.read()).toEqual(before);
  });

  test('removes what a change removes', async () => {
    const store = await openStore();
    const { licenses } = await store.update(reading('A9FR'));
    const id = licenses[0]?.id ?? '';
    expect((await store.update(() => ({ remove: { licenses: [id] } }))).licenses).toEqual([]);
    expect((await store.read()).licenses).toEqual([]);
  });

  test('gives the history newest first, page by page', async () => {
    const store = await openStore();
    const entry = (n: number) =>
      ({ at: T0, kind: 'copied', shopId: null, subjectId: null, detail: { n } }) as const;
    await store.update(() => ({ history: [1, 2, 3, 4, 5].map(entry) }));
    const first = await store.history(2);
    expect(first.map(({ detail }) => detail['n'])).toEqual([5, 4]);
    const rest = await store.history(10, first.at(-1)?.seq);
    expect(rest.map(({ detail }) => detail['n'])).toEqual([3, 2, 1]);
  });
});

describe('what can go wrong', () => {
  test('a full disk leaves the old state whole and says so', async () => {
    const store = await openStore();
    await store.update(reading('A9FR'));
    const before = await store.read();
    const put = IDBObjectStore.prototype.put;
    let writes = 0;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
      this: IDBObjectStore,
      ...args
    ) {
      writes += 1;
      if (writes === 3) throw new DOMException('full', 'QuotaExceededError');
      return put.apply(this, args);
    });
    const failing = store.update(reading('BBBB', T0 + 1));
    await expect(failing).rejects.toMatchObject({ code: 'storeFull' });
    vi.restoreAllMocks();
    expect(writes).toBe(3);
    expect(await store.read()).toEqual(before);
    expect((await store.update(reading('CCCC'))).licenses).toHaveLength(2);
  });

  test('a database of a newer version is refused and not touched', async () => {
    const newer = await openDB(STORE_NAME, 99, {
      upgrade: (database) => void database.createObjectStore('future', { keyPath: 'id' }),
    });
    await newer.put('future', { id: 'kept' });
    newer.close();
    await expect(openStore()).rejects.toMatchObject({ code: 'storeNewer' });
    const again = await openDB(STORE_NAME, 99);
    expect(await again.getAll('future')).toEqual([{ id: 'kept' }]);
    expect([...again.objectStoreNames]).toEqual(['future']);
    again.close();
  });

  test('it steps aside for a newer version, and then says that it is older', async () => {
    const store = await openStore();
    await store.update(reading('A9FR'));
    const newer = await openDB(STORE_NAME, 99);
    await expect(store.read()).rejects.toMatchObject({ code: 'storeNewer' });
    await expect(store.update(reading('BBBB'))).rejects.toMatchObject({ code: 'storeNewer' });
    expect(await newer.getAll('licenses')).toMatchObject([{ last4: 'A9FR' }]);
    newer.close();
  });

  test('a connection that the browser closed is opened anew', async () => {
    const store = await openStore();
    await store.update(reading('A9FR'));
    store.close();
    expect((await store.read()).licenses).toHaveLength(1);
  });

  test('a database that cannot be used is said to be broken', async () => {
    const odd = await openDB(STORE_NAME, 1, {
      upgrade: (database) => void database.createObjectStore('other'),
    });
    odd.close();
    const store = await openStore();
    await expect(store.read()).rejects.toMatchObject({ code: 'storeBroken' });
  });
});
