import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { KEY_FILE, newKey, readKeyRing } from '../../../companion/seal/master-key.ts';
import { placeOf } from '../../../companion/seal/place.ts';
import { resealAll, rotateKeyFile } from '../../../companion/seal/rotate.ts';
import { speakOnce } from '../../../companion/speak/loop.ts';
import { runDueWatches } from '../../../companion/watches/run-due.ts';
import { openPair, sealPair } from '../../../companion/seal/seal.ts';
import { makeSecret, reveal } from '../../../utils/model/secret.ts';
import { DAY, HOUR } from '../../../utils/model/time.ts';
import { actsOf, startFakeRms, type FakeRms } from '../keytest/fake-rms.ts';
import { NOW, REPLY } from '../keytest/cases.ts';
import { aReading, aRow } from '../ledger/make.ts';
import { makeCompanion, type TestCompanion } from './companion.ts';
import { describeOnBoth } from './support/databases.ts';
import { pairedPerson, type Person } from './support/person.ts';

const KEY = 'SL123456_CanaryKey0aBcOWNK';
const SECRET = 'SP123456_CanarySecret1xYz';
const ORDER = 'rpay.order.searchOrder';
const OWN = aRow({
  developer: '店舗様',
  app: '自社',
  owner: 'shop',
  last4: 'OWNK',
  expiresOn: '2027-02-01',
});

let rms: FakeRms;
beforeAll(async () => {
  rms = await startFakeRms();
});
afterAll(() => rms.close());

describeOnBoth('a watched key', ({ settings, open, kind }) => {
  let companion: TestCompanion;
  let person: Person;
  let shopId: string;
  let licenseId: string;
  beforeEach(async () => {
    companion = await makeCompanion(NOW, {
      rmsApiUrl: rms.url,
      database: await open(await settings()),
    });
    person = await pairedPerson(companion);
    shopId = await read([OWN, aRow()]);
    const { licenses } = (await person.ask('licenses', { query: { shop: shopId } })).body;
    licenseId = licenses[0].id;
    rms.seen.length = 0;
    rms.acts = actsOf(REPLY.expiry('2027-02-01'), { [ORDER]: REPLY.orders });
  });
  afterEach(() => companion.close());

  const read = async (licenses: (typeof OWN)[]): Promise<string> => {
    companion.time.now += HOUR;
    const at = companion.time.now;
    const body = { id: `r${at}`, shopId: null, sentAt: at, reading: aReading({ at, licenses }) };
    return (await person.ask('takeReading', { body })).body.shopId;
  };
  const watchBody = (over: object = {}) => ({
    shopId,
    licenseId,
    credentials: { licenseKey: KEY, serviceSecret: SECRET },
    requiredFunctions: [ORDER],
    ...over,
  });
  const watch = () => person.ask('addWatch', { body: watchBody() });
  const listed = async () =>
    (await person.ask('watches', { query: { shop: shopId } })).body.watches;

  test('is tested at once and then daily, with nobody there', async () => {
    expect((await watch()).body).toMatchObject({
      licenseId,
      by: '島田',
      nextTestAt: companion.time.now,
    });
    expect(await runDueWatches(companion.deps)).toBe(1);
    expect(await runDueWatches(companion.deps)).toBe(0);
    const { keyTests } = (await person.ask('licenses', { query: { shop: shopId } })).body;
    expect(keyTests).toMatchObject([{ licenseId, verdict: 'valid', by: 'companion' }]);
    const [{ nextTestAt }] = await listed();
    expect(nextTestAt).toBeGreaterThanOrEqual(companion.time.now + DAY - 10_000);
    companion.time.now += DAY + 10_000;
    rms.acts = actsOf(REPLY.ga0001, { [ORDER]: REPLY.ga0001 });
    expect(await runDueWatches(companion.deps)).toBe(1);
    const after = (await person.ask('licenses', { query: { shop: shopId } })).body;
    expect(after.keyTests).toMatchObject([{ verdict: 'refused' }]);
  });

  test('is tested daily again after a clock that was a year ahead is set right', async () => {
    await watch();
    companion.time.now += 365 * DAY;
    await speakOnce(companion.deps);
    expect(await runDueWatches(companion.deps)).toBe(1);
    companion.time.now -= 364 * DAY;
    await speakOnce(companion.deps);
    expect(await runDueWatches(companion.deps)).toBe(1);
  });

  test('is taken by one of several processes', async () => {
    await watch();
    const all = await Promise.all([1, 2, 3].map(() => runDueWatches(companion.deps)));
    expect(all.sort()).toEqual([0, 0, 1]);
  });

  test('is in no answer, log line or file, but sealed; deleted, not even so', async () => {
    const { body } = await watch();
    await runDueWatches(companion.deps);
    const stored = await companion.store.watch(body.id);
    const said =
      JSON.stringify([body, await listed(), stored, companion.lines]) + companion.onDisk();
    for (const secret of ['Canary', Buffer.from(KEY).toString('base64').slice(0, 20)]) {
      expect(said).not.toContain(secret);
    }
    expect((await person.ask('removeWatch', { id: body.id })).status).toBe(204);
    expect(await listed()).toEqual([]);
    if (kind === 'sqlite') expect(companion.onDisk()).not.toContain(stored?.sealed);
  });

  test('ends with the key: expired, or gone from the list', async () => {
    await watch();
    companion.time.now = Date.parse('2027-02-02T10:00:00+09:00');
    rms.acts = actsOf(REPLY.ga0001, { [ORDER]: REPLY.ga0001 });
    await runDueWatches(companion.deps);
    expect(await listed()).toEqual([]);
    await watch();
    await read([aRow()]);
    await read([aRow()]);
    await runDueWatches(companion.deps);
    expect(await listed()).toEqual([]);
  });

  test('must be the key that it is said to be', async () => {
    const code = async (over: object) =>
      (await person.ask('addWatch', { body: watchBody(over) })).code;
    const otherEnd = { licenseKey: `${KEY.slice(0, -1)}X`, serviceSecret: SECRET };
    const otherShop = { licenseKey: KEY.replace('123456', '654321'), serviceSecret: SECRET };
    expect(await code({ credentials: otherEnd })).toBe('otherKey');
    expect(await code({ credentials: otherShop })).toBe('otherKey');
    expect(await code({ licenseId: 'x' })).toBe('licenseUnknown');
    const { licenses } = (await person.ask('licenses', { query: { shop: shopId } })).body;
    expect(await code({ licenseId: licenses[1].id })).toBe('licenseUnknown');
    expect(await listed()).toEqual([]);
  });

  test('a row that somebody pointed to another key asks nothing', async () => {
    await watch();
    const [stored] = await companion.store.watches(shopId);
    const { licenses } = (await person.ask('licenses', { query: { shop: shopId } })).body;
    const moved = { ...stored, licenseId: licenses[1].id } as NonNullable<typeof stored>;
    await companion.store.removeWatch(moved.id);
    await companion.store.addWatch(moved);
    expect(await runDueWatches(companion.deps)).toBe(1);
    expect(rms.seen).toEqual([]);
    expect(companion.lines.join('')).toContain('watchSealed');
  });

  test('opens under a changed master key, and never under a wrong one', async () => {
    const { body } = await watch();
    const before = await companion.store.watch(body.id);
    const count = await rotateKeyFile(companion.store, companion.deps.keyRing, companion.folder);
    const ring = readKeyRing(null, companion.folder);
    const after = await companion.store.watch(body.id);
    expect([count, ring.length]).toEqual([1, 1]);
    expect(after?.sealed).not.toBe(before?.sealed);
    const pair = after && openPair(ring, placeOf(after), after.sealed);
    expect(pair && reveal(pair.licenseKey)).toBe(KEY);
    expect(after && openPair(companion.deps.keyRing, placeOf(after), after.sealed)).toBe(null);
    await expect(resealAll(companion.store, [newKey()])).rejects.toThrow('does not open');
    expect(await companion.store.watch(body.id)).toEqual(after);
    expect(await runDueWatches({ ...companion.deps, keyRing: [newKey()] })).toBe(1);
    expect(rms.seen).toEqual([]);
    expect(await listed()).toHaveLength(1);
  });
});

describe('the seal', () => {
  const ring = [newKey(), newKey()] as const;
  const pair = { licenseKey: makeSecret(KEY), serviceSecret: makeSecret(SECRET) };

  test('opens in its place only, whole only, under its key only', () => {
    const sealed = sealPair(ring, 'here', pair);
    expect(sealPair(ring, 'here', pair)).not.toBe(sealed);
    const opened = openPair([ring[1], ring[0]], 'here', sealed);
    expect(opened && reveal(opened.serviceSecret)).toBe(SECRET);
    expect(openPair(ring, 'there', sealed)).toBe(null);
    expect(openPair([ring[1]], 'here', sealed)).toBe(null);
    const other = sealed[20] === 'A' ? 'B' : 'A';
    for (const broken of [
      '',
      'x',
      sealed.slice(0, -4),
      `${sealed.slice(0, 20)}${other}${sealed.slice(21)}`,
    ]) {
      expect(openPair(ring, 'here', broken)).toBe(null);
    }
  });
});

describe('the master key', () => {
  test('is made once, for its owner only, and a bad one stops the start', async () => {
    const companion = await makeCompanion(NOW);
    const file = path.join(companion.folder, KEY_FILE);
    const text = readFileSync(file, 'utf8');
    expect(readKeyRing(null, companion.folder)).toEqual(companion.deps.keyRing);
    expect(readFileSync(file, 'utf8')).toBe(text);
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o077).toBe(0);
    const two = [newKey(), newKey()].map(({ bytes }) => bytes.toString('base64'));
    expect(readKeyRing(two.join(','), companion.folder)).toHaveLength(2);
    for (const bad of ['Canary', `${two[0]},x`, ',']) {
      expect(() => readKeyRing(bad, companion.folder)).toThrow(
        /^KAGIBAN_MASTER_KEY: must be 32 bytes/,
      );
    }
    chmodSync(file, 0o600);
    writeFileSync(file, 'Canary');
    expect(() => readKeyRing(null, companion.folder)).toThrow(
      /^KAGIBAN_DATA \(master.key\): must be/,
    );
    await companion.close();
  });
});
