import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { beforeEach, describe, expect, test } from 'vitest';
import { makeSecret, reveal } from '../../../utils/model/secret.ts';
import { MINUTE } from '../../../utils/model/time.ts';
import { type Carry, type CarryFacts, createCarry } from '../../../utils/vault/carry.ts';
import { KEY_DATABASE, openKeyStore } from '../../../utils/vault/key-store.browser.ts';
import { memorySession } from './memory.ts';

const KEY = 'SL123456_abcdEFGH0123A9FR';
const SECRET = 'SP123456_zyxwVUTS98765432';
const FACTS: CarryFacts = {
  shopId: 'shop-1',
  appId: 'app-1',
  licenseId: 'license-1',
  developer: '店舗様',
  app: '自店舗利用',
  warnings: [],
};

let now = 0;
let session = memorySession();
/** A worker's life: nothing of the one before is in memory but what lies in the two storages. */
function wake(): Carry {
  let ids = 0;
  const born = now;
  return createCarry({
    session,
    keys: openKeyStore(),
    now: () => now,
    newId: () => `carry-${born}-${(ids += 1)}`,
  });
}
const put = (carry: Carry) =>
  carry.put({ licenseKey: makeSecret(KEY), serviceSecret: makeSecret(SECRET) }, FACTS);
const keyIds = async () => (await openDB(KEY_DATABASE, 1)).getAllKeys('keys');

beforeEach(() => {
  indexedDB = new IDBFactory();
  session = memorySession();
  now = 1_000_000_000;
});

describe('a carried key', () => {
  test('opens again in another life of the worker', async () => {
    const { id } = await put(wake());
    const opened = await wake().open(id);
    expect(reveal(opened.licenseKey)).toBe(KEY);
    expect(opened.serviceSecret && reveal(opened.serviceSecret)).toBe(SECRET);
  });

  test('tells its last four and nothing more', async () => {
    const info = await put(wake());
    expect(info).toMatchObject({ ...FACTS, last4: 'A9FR', hasSecret: true, keepUntil: null });
    expect(JSON.stringify(await wake().list())).not.toContain(KEY.slice(0, 12));
  });

  test('lies nowhere in the clear, and its AES key cannot be exported', async () => {
    const { id } = await put(wake());
    for (const part of [KEY, SECRET, btoa(KEY), KEY.slice(4, 20)]) {
      expect(session.dump()).not.toContain(part);
    }
    const key = (await (await openDB(KEY_DATABASE, 1)).get('keys', id)) as CryptoKey;
    expect(key.extractable).toBe(false);
    await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow();
  });

  test('has its own AES key and its own IV', async () => {
    const carry = wake();
    const [a, b] = [await put(carry), await put(carry)];
    const sealed = async (id: string) =>
      ((await session.get(`carry:${id}`)) as { sealed: { iv: string; data: string } }).sealed;
    expect((await sealed(a.id)).iv).not.toBe((await sealed(b.id)).iv);
    expect((await sealed(a.id)).data).not.toBe((await sealed(b.id)).data);
    expect(await keyIds()).toHaveLength(2);
  });

  test('does not open under another id', async () => {
    const carry = wake();
    const [a, b] = [await put(carry), await put(carry)];
    const record = (await session.get(`carry:${a.id}`)) as { sealed: unknown };
    const other = (await session.get(`carry:${b.id}`)) as object;
    await session.set(`carry:${b.id}`, { ...other, sealed: record.sealed });
    const db = await openDB(KEY_DATABASE, 1);
    await db.put('keys', await db.get('keys', a.id), b.id);
    await expect(carry.open(b.id)).rejects.toMatchObject({ code: 'carryGone' });
  });
});

describe('a carried key dies', () => {
  test('after 30 idle minutes; use by a person renews them, a retest does not', async () => {
    const carry = wake();
    const { id } = await put(carry);
    now += 29 * MINUTE;
    await carry.open(id);
    now += 29 * MINUTE;
    await carry.open(id, 'retest');
    now += MINUTE;
    await expect(carry.open(id)).rejects.toMatchObject({ code: 'carryGone' });
    expect(await keyIds()).toEqual([]);
    expect(session.dump()).not.toContain(id);
  });

  test('at the sweep of any later life, which says when to sweep next', async () => {
    const carry = wake();
    await put(carry);
    now += 10 * MINUTE;
    const second = await put(carry);
    expect(await wake().sweep()).toBe(second.idleUntil - 10 * MINUTE);
    now += 20 * MINUTE;
    expect(await wake().sweep()).toBe(second.idleUntil);
    expect((await wake().list()).map(({ id }) => id)).toEqual([second.id]);
    now += 10 * MINUTE;
    expect(await wake().sweep()).toBeNull();
    expect(await keyIds()).toEqual([]);
  });

  test('with the browser: a key without ciphertext is swept, and the reverse', async () => {
    const { id } = await put(wake());
    session = memorySession();
    await wake().sweep();
    expect(await keyIds()).toEqual([]);
    const again = await put(wake());
    indexedDB = new IDBFactory();
    await wake().sweep();
    expect(session.dump()).not.toContain(again.id);
    await expect(wake().open(id)).rejects.toMatchObject({ code: 'carryGone' });
  });

  test('when its record cannot be understood', async () => {
    const { id } = await put(wake());
    await session.set(`carry:${id}`, { version: 9 });
    await wake().sweep();
    expect(await keyIds()).toEqual([]);
    expect(await wake().list()).toEqual([]);
  });

  test('when dropped, alone or with all', async () => {
    const carry = wake();
    const [a, b] = [await put(carry), await put(carry)];
    await carry.drop(a.id);
    expect((await carry.list()).map(({ id }) => id)).toEqual([b.id]);
    await carry.dropAll('screenLocked');
    expect(await carry.list()).toEqual([]);
    expect(await keyIds()).toEqual([]);
  });
});

describe('kept by consent', () => {
  test('lives 95 minutes from the first consent, idle or used', async () => {
    const carry = wake();
    const { id } = await put(carry);
    expect((await carry.keep(id)).keepUntil).toBe(now + 95 * MINUTE);
    now += 90 * MINUTE;
    await carry.keep(id);
    await carry.open(id);
    now += 5 * MINUTE;
    await expect(carry.open(id)).rejects.toMatchObject({ code: 'carryGone' });
  });

  test('outlives screen lock and log-out, not the end of the run or a word of the person', async () => {
    const carry = wake();
    const { id } = await put(carry);
    await carry.keep(id);
    await carry.dropAll('screenLocked');
    await carry.dropAll('loggedOut');
    expect(await carry.list()).toHaveLength(1);
    await carry.dropAll('runEnded');
    expect(await carry.list()).toEqual([]);
  });
});

describe('the clock', () => {
  test('set backwards gives no key more time', async () => {
    const carry = wake();
    const { id } = await put(carry);
    await carry.keep(id);
    now += 90 * MINUTE;
    await carry.sweep();
    now -= 24 * 60 * MINUTE;
    expect(await carry.list()).toHaveLength(1);
    now += 5 * MINUTE;
    expect(await carry.list()).toEqual([]);
  });

  test('set forwards kills', async () => {
    const carry = wake();
    await put(carry);
    now += 365 * 24 * 60 * MINUTE;
    expect(await carry.list()).toEqual([]);
  });
});

test('a sweep in the middle of an open does not lose or revive a key', async () => {
  const carry = wake();
  const { id } = await put(carry);
  now += 29 * MINUTE;
  await Promise.all([carry.open(id), carry.sweep(), carry.list(), carry.open(id)]);
  now += 29 * MINUTE;
  expect(await carry.list()).toHaveLength(1);
  await Promise.allSettled([carry.drop(id), carry.open(id)]);
  expect(await carry.list()).toEqual([]);
  expect(session.dump()).not.toContain(id);
});
