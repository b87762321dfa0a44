import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeStore } from '../../../companion/store/store.ts';
import type { Decide, Scope, Store } from '../../../companion/store/types.ts';
import { merge } from '../../../utils/ledger/merge.ts';
import type { Reading, ShopIdentity } from '../../../utils/model/reading.ts';
import { aReading, aRow, ids, T0 } from '../ledger/make.ts';
import { describeOnBoth } from './support/databases.ts';

const EVERY: Scope = { every: true };
const SHOP_A: ShopIdentity = { digits: '123456', slug: 'shop-a', name: '店舗A' };
const hash = (letter: string) => letter.repeat(64);

describeOnBoth('the store', ({ settings, open, kind }) => {
  let where: Awaited<ReturnType<typeof settings>>;
  let stores: Store[];
  let store: Store;
  const newId = ids();
  const another = async () => {
    const made = makeStore(await open(where), newId);
    stores.push(made);
    return made;
  };
  beforeEach(async () => {
    where = await settings();
    stores = [];
    store = await another();
  });
  afterEach(async () => {
    for (const one of stores) await one.close();
  });

  const pairedWith = async (letter: string, shops: string[] | null, person = '島田') => {
    await store.offerCode({ codeHash: hash('c'), expiresAt: T0 + 1, tries: 5, shops });
    const device = { id: `d-${letter}`, name: 'PC', person, origin: null, pairedAt: T0 };
    const redeemed = await store.redeemCode(hash('c'), { ...device, tokenHash: hash(letter) });
    expect(redeemed).toBe('paired');
    const found = await store.deviceByToken(hash(letter));
    if (!found) throw new Error('paired, and not there');
    return found;
  };
  const take =
    (reading: Reading): Decide<string | undefined> =>
    (ledger) => {
      const change = merge(ledger, reading, { now: T0 + 1e6, newId });
      return { change, answer: ledger.shops[0]?.id };
    };
  const read = (to: Store, scope: Scope, over: Partial<Reading> = {}) => {
    const reading = aReading({ shop: SHOP_A, licenses: [aRow()], ...over });
    return to.updateNamed(scope, { shop: reading.shop, at: reading.at }, take(reading));
  };

  describe('people and devices', () => {
    test('one person has one name and several devices', async () => {
      const [a, b] = [await pairedWith('a', null), await pairedWith('b', null)];
      expect(a.member).toEqual(b.member);
      expect(a.scope).toEqual(EVERY);
      const other = await pairedWith('e', null, '佐藤');
      expect(other.member.id).not.toBe(a.member.id);
      expect((await store.devices()).map(({ id }) => id)).toEqual(['d-a', 'd-b', 'd-e']);
    });

    test('a token for some shops reaches these, which are made where they are new', async () => {
      await read(store, EVERY);
      const { scope } = await pairedWith('a', ['123456', '654321']);
      const shops = await store.shops(scope);
      expect(shops.map(({ ledger }) => ledger.shops[0]?.digits).sort()).toEqual([
        '123456',
        '654321',
      ]);
      expect((await store.shops(EVERY)).length).toBe(2);
    });

    test('revoked once; a leaver loses all devices and comes back as somebody else', async () => {
      const [a, b] = [await pairedWith('a', null), await pairedWith('b', null)];
      expect(await store.revokeDevice(a.id, T0)).toBe(true);
      expect(await store.revokeDevice(a.id, T0 + 5)).toBe(false);
      expect((await store.deviceByToken(hash('a')))?.revokedAt).toBe(T0);
      expect(await store.countDevices()).toBe(1);
      expect(await store.memberLeaves(b.member.id, T0)).toBe(1);
      expect(await store.memberLeaves(b.member.id, T0)).toBe(null);
      expect(await store.countDevices()).toBe(0);
      expect((await pairedWith('e', null)).member.id).not.toBe(b.member.id);
    });

    test('a code is traded once, whoever asks at once, in whatever process', async () => {
      const second = await another();
      await store.offerCode({ codeHash: hash('c'), expiresAt: T0 + 1, tries: 5, shops: null });
      const asks = Array.from({ length: 20 }, (_, i) => {
        const device = { id: `d${i}`, name: 'PC', person: '島田', origin: null, pairedAt: T0 };
        const from = i % 2 ? store : second;
        return from.redeemCode(hash('c'), { ...device, tokenHash: `${i}` });
      });
      const said = await Promise.all(asks);
      expect(said.filter((one) => one === 'paired')).toHaveLength(1);
      expect(said.filter((one) => one === 'gone')).toHaveLength(19);
    });

    test('five wrong tries at once use the code up', async () => {
      await store.offerCode({ codeHash: hash('c'), expiresAt: T0 + 1, tries: 5, shops: null });
      const device = {
        id: 'd',
        name: 'PC',
        person: 'x',
        origin: null,
        pairedAt: T0,
        tokenHash: 'h',
      };
      const wrong = await Promise.all(
        Array.from({ length: 9 }, () => store.redeemCode(hash('d'), device)),
      );
      expect(wrong.filter((one) => one === 'wrong')).toHaveLength(5);
      expect(await store.redeemCode(hash('c'), device)).toBe('gone');
    });
  });

  describe('shops', () => {
    test('a reading makes a shop, another one goes to it, and history is numbered', async () => {
      const first = await read(store, EVERY);
      const again = await read(store, EVERY, {
        at: T0 + 5,
        licenses: [aRow({ state: 'stopped' })],
      });
      if (first === 'unknown' || again === 'unknown') throw new Error('unknown');
      expect(again.record).toMatchObject({ id: first.record.id, revision: 2 });
      const found = await store.shop(EVERY, first.record.id);
      expect(found).toEqual(again.record);
      expect(found?.ledger.licenses).toMatchObject([{ last4: 'A9FR', state: 'stopped' }]);
      const history = await store.history(first.record.id, { limit: 10, before: null });
      expect(history.map(({ kind: what }) => what)).toEqual(['stateChanged', 'licenseNew']);
      const [newest] = history;
      const rest = await store.history(first.record.id, { limit: 1, before: newest?.seq ?? 0 });
      expect(rest).toEqual(history.slice(1));
    });

    test('nothing is written where nothing changed', async () => {
      await read(store, EVERY);
      const again = await read(store, EVERY);
      expect(again).toMatchObject({ record: { revision: 1 } });
    });

    test('what is done once is done once, until it is forgotten', async () => {
      const done = await read(store, EVERY);
      const id = done === 'unknown' ? '' : done.record.id;
      const state = async (one: 'active' | 'stopped', key: string) => {
        const licenses = [aRow({ state: one })];
        const decide = take(aReading({ at: T0 + 5, shop: SHOP_A, licenses }));
        return store.update(EVERY, id, decide, { key, at: T0, again: 'again' });
      };
      expect(await state('stopped', 'k')).toMatchObject({ answer: id });
      expect(await state('active', 'k')).toMatchObject({ answer: 'again' });
      expect((await store.shop(EVERY, id))?.ledger.licenses[0]?.state).toBe('stopped');
      await store.forgetReceipts(T0);
      expect(await state('active', 'k')).toMatchObject({ answer: 'again' });
      await store.noteTime('a time', T0);
      await store.forgetReceipts(T0 + 1);
      expect(await state('active', 'k')).toMatchObject({ answer: id });
      // Whoever was away for longer must know since when.
      expect(await store.timeOf('a time')).toBe(T0);
    });

    test('what one process read last, another may have written since', async () => {
      const other = await another();
      const last4s = async (of: Store, id: string) =>
        (await of.shop(EVERY, id))?.ledger.licenses.map(({ last4 }) => last4);
      const first = await read(store, EVERY);
      if (first === 'unknown') throw new Error('no shop');
      const { id } = first.record;
      expect([await last4s(store, id), await last4s(other, id)]).toEqual([['A9FR'], ['A9FR']]);
      const more = [aRow(), aRow({ app: '別', last4: 'B000' })];
      await read(other, EVERY, { licenses: more, at: T0 + 1 });
      expect(await last4s(store, id)).toEqual(['A9FR', 'B000']);
      const third = aRow({ app: '三', last4: 'C000' });
      await read(store, EVERY, { licenses: [...more, third], at: T0 + 2 });
      expect(await last4s(other, id)).toEqual(['A9FR', 'B000', 'C000']);
    });

    test('what a decision throws undoes everything', async () => {
      const done = await read(store, EVERY);
      const id = done === 'unknown' ? '' : done.record.id;
      const thrown = store.update(EVERY, id, () => {
        throw new TypeError('no');
      });
      await expect(thrown).rejects.toThrow('no');
      expect((await store.shop(EVERY, id))?.revision).toBe(1);
    });

    test('outside its scope a shop does not exist', async () => {
      const done = await read(store, EVERY);
      const id = done === 'unknown' ? '' : done.record.id;
      const { scope } = await pairedWith('a', ['654321']);
      expect(await store.shop(scope, id)).toBe(null);
      expect(await store.update(scope, id, take(aReading()))).toBe('unknown');
      expect(await read(store, scope)).toBe('unknown');
      const unheardOf = { digits: '999999', slug: null, name: null };
      expect(await read(store, scope, { shop: unheardOf })).toBe('unknown');
      expect((await store.shops(EVERY)).map((shop) => shop.ledger.shops[0]?.digits).sort()).toEqual(
        ['123456', '654321'],
      );
      expect(await store.shops({ every: false, shopIds: [] })).toEqual([]);
    });

    test('a page that shows both names makes one shop of two', async () => {
      await read(store, EVERY, { shop: { ...SHOP_A, slug: null } });
      const bySlug = { ...SHOP_A, digits: null };
      await read(store, EVERY, { shop: bySlug, licenses: [aRow({ last4: 'ZZZZ', app: '別' })] });
      const { scope } = await pairedWith('a', ['123456']);
      const slugOnly = (await store.shops(EVERY)).find(
        (one) => one.ledger.shops[0]?.digits === null,
      );
      expect(await read(store, scope, { at: T0 + 9 })).toBe('unknown');
      const done = await read(store, EVERY, { at: T0 + 9, licenseCoverage: 'partial' });
      const [shop, ...others] = await store.shops(EVERY);
      expect(others).toEqual([]);
      expect(done).toMatchObject({ answer: shop?.id });
      expect(shop?.id).not.toBe(slugOnly?.id);
      expect(shop?.ledger.shops).toMatchObject([{ digits: '123456', slug: 'shop-a' }]);
      expect(shop?.ledger.licenses.map(({ last4 }) => last4).sort()).toEqual(['A9FR', 'ZZZZ']);
      const history = await store.history(shop?.id ?? '', { limit: 10, before: null });
      expect(history.map(({ kind: what }) => what)).toContain('shopMerged');
      expect(history.filter(({ kind: what }) => what === 'licenseNew')).toHaveLength(2);
      expect((await store.shops(scope)).map(({ id }) => id)).toEqual([shop?.id]);
    });

    test('writers of two processes never interleave: no reading is lost', async () => {
      const writers = [store, await another(), await another()];
      const count = kind === 'sqlite' ? 30 : 60;
      await Promise.all(
        Array.from({ length: count }, (_, i) => {
          const last4 = String(i).padStart(4, '0');
          const reading = aReading({
            at: T0 + i,
            licenses: [aRow({ app: `アプリ${last4}`, last4 })],
            licenseCoverage: 'partial',
          });
          const to = writers[i % 3] as Store;
          return to.updateNamed(EVERY, { shop: SHOP_A, at: T0 }, take(reading));
        }),
      );
      const [shop, ...others] = await store.shops(EVERY);
      expect(others).toEqual([]);
      expect(shop?.ledger.licenses).toHaveLength(count);
      expect(shop?.revision).toBe(count);
    });
  });
});
