import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  pairCompanion,
  testAtCompanion,
  unpairCompanion,
  type PairedCompanion,
} from '../../../utils/keytest/companion-client.ts';
import { makeSecret, reveal } from '../../../utils/model/secret.ts';
import { aReading, aRow } from '../ledger/make.ts';
import { CASES, factsOf, NOW, REPLY } from '../keytest/cases.ts';
import { actsOf, startFakeRms, type FakeRms } from '../keytest/fake-rms.ts';
import { EXTENSION, makeCompanion, type TestCompanion } from './companion.ts';
import { pairedPerson } from './support/person.ts';

const ADDRESS = 'http://127.0.0.1:8787';
const KEY = 'SL123456_CanaryKey0aBcDeF';
const SECRET = 'SP123456_CanarySecret1xYz';
const credentials = { licenseKey: makeSecret(KEY), serviceSecret: makeSecret(SECRET) };
const ORDER = 'rpay.order.searchOrder';

let rms: FakeRms;
let companion: TestCompanion;
let paired: PairedCompanion;

beforeAll(async () => {
  rms = await startFakeRms();
});
afterAll(() => rms.close());
beforeEach(async () => {
  companion = await makeCompanion(NOW, { rmsApiUrl: rms.url });
  const fetch = companion.fetchPort(EXTENSION);
  const ask = { code: await companion.newCode(), person: '島田', device: 'PC' };
  const { token } = await pairCompanion(fetch, ADDRESS, ask);
  paired = { address: ADDRESS, token };
  rms.seen.length = 0;
});
afterEach(() => companion.close());

const tested = (facts = factsOf(), origin: string | null = EXTENSION) =>
  testAtCompanion(companion.fetchPort(origin), paired, { ...facts, credentials });

describe('the same verdict as in the worker', () => {
  test.each(CASES)('$name → $verdict', async (one) => {
    rms.acts = actsOf(one.expiry, one.functions);
    const { result } = await tested(factsOf(one.facts));
    expect(result).toMatchObject({
      verdict: one.verdict,
      causes: one.causes ?? [],
      missingFunctions: one.missing ?? [],
      expiresOn: one.expiresOn ?? null,
    });
  });
});

describe('the contract', () => {
  const ask = { ...factsOf(), credentials: { licenseKey: KEY, serviceSecret: SECRET } };
  const refused = async (body: unknown) => {
    const headers = { authorization: `Bearer ${reveal(paired.token)}` };
    const response = await companion.call('/v1/key-tests', { headers, body });
    const text = await response.text();
    expect(text).not.toMatch(/Canary/);
    return [response.status, (JSON.parse(text) as { code: string }).code];
  };

  test.each<[string, unknown]>([
    ['an unknown field', { ...ask, verbose: true }],
    ['an unknown field within', { ...ask, credentials: { ...ask.credentials, password: 'x' } }],
    ['a missing field', { ...ask, owner: undefined }],
    ['an impossible date', { ...ask, expiresOn: '2026-02-30' }],
    ['an unknown state', { ...ask, state: 'sleeping' }],
    [
      'a key with a line break',
      { ...ask, credentials: { ...ask.credentials, licenseKey: `${KEY}\r\nX: 1` } },
    ],
    ['an empty key', { ...ask, credentials: { ...ask.credentials, licenseKey: '' } }],
    ['a function that is a path', { ...ask, requiredFunctions: ['../../x'] }],
    ['too many functions', { ...ask, requiredFunctions: Array.from({ length: 51 }, () => ORDER) }],
    ['a time that is none', { ...ask, issuedAt: 1.5 }],
    ['shop digits that are none', { ...ask, shopDigits: 'abc' }],
  ])('%s → refused, and nothing leaves', async (_name, body) => {
    expect(await refused(body)).toEqual([400, 'badBody']);
    expect(rms.seen).toEqual([]);
  });
});

describe('whose key', () => {
  const limited = async (digits: string) => {
    const fetch = companion.fetchPort(EXTENSION);
    const ask = { code: await companion.newCode([digits]), person: '客', device: 'PC' };
    const { token } = await pairCompanion(fetch, ADDRESS, ask);
    return (shopDigits: string | null, key = KEY) =>
      testAtCompanion(
        fetch,
        { address: ADDRESS, token },
        {
          ...factsOf({ shopDigits }),
          credentials: { ...credentials, licenseKey: makeSecret(key) },
        },
      );
  };

  test('a token for some shops has nothing tested for others', async () => {
    const testKey = await limited('123456');
    await expect(testKey('654321')).rejects.toThrow('companionOtherShop');
    await expect(testKey(null)).rejects.toThrow('companionOtherShop');
    expect(rms.seen).toEqual([]);
  });

  test('nor a key of which nobody can tell that it is theirs', async () => {
    const testKey = await limited('123456');
    rms.acts = actsOf(REPLY.ga0001, { 'shop.shopMaster.get': REPLY.ga0001, [ORDER]: REPLY.orders });
    const { result } = await testKey('123456', 'XX_CanaryKey0aBcDeF');
    expect([result.verdict, result.why]).toEqual(['undetermined', 'otherShop']);
    expect(rms.seen.map(({ name }) => name)).toEqual(['shop.shopMaster.get']);
    rms.acts = actsOf(REPLY.expiry('2026-12-31'), { [ORDER]: REPLY.orders });
    expect((await testKey('123456')).result.verdict).toBe('valid');
  });

  test('what a test showed is seen by all browsers of the shop', async () => {
    const person = await pairedPerson(companion);
    const row = aRow({
      developer: '店舗様',
      app: '自社アプリ',
      owner: 'shop',
      last4: KEY.slice(-4),
    });
    const shop = { digits: '123456', slug: null, name: null };
    const reading = aReading({ at: NOW, shop, licenses: [row] });
    const body = { id: 'r1', shopId: null, sentAt: NOW, reading };
    const { shopId } = (await person.ask('takeReading', { body })).body;
    rms.acts = actsOf(REPLY.expiry('2026-12-31'), { [ORDER]: REPLY.orders });
    await tested(factsOf({ shopDigits: '123456' }));
    const seen = (await person.ask('licenses', { query: { shop: shopId } })).body;
    expect(seen.keyTests).toMatchObject([
      { licenseId: seen.licenses[0].id, verdict: 'valid', by: 'companion' },
    ]);
  });
});

describe('the client', () => {
  test('a revoked browser, another origin: refused', async () => {
    await expect(tested(factsOf(), 'moz-extension://other')).rejects.toThrow('companionRefused');
    await unpairCompanion(companion.fetchPort(EXTENSION), paired);
    await expect(tested()).rejects.toThrow('companionRefused');
    const ended = await pairedPerson(companion);
    await companion.store.revokeDevice(ended.id, NOW);
    const lost = { address: ADDRESS, token: makeSecret(ended.token) };
    const asking = testAtCompanion(companion.fetchPort(EXTENSION), lost, {
      ...factsOf(),
      credentials,
    });
    await expect(asking).rejects.toThrow('companionEnded');
    await unpairCompanion(companion.fetchPort(EXTENSION), lost);
    // Twice is once: what was wanted is so already.
    await unpairCompanion(companion.fetchPort(EXTENSION), paired);
  });
});

test('a key is in no log line, no answer and no file', async () => {
  rms.acts = actsOf(REPLY.ga0001, { [ORDER]: REPLY.down });
  const answer = await tested();
  rms.acts = actsOf('reset', {});
  await tested();
  await expect(tested(factsOf(), null)).rejects.toThrow('companionRefused');
  expect(rms.seen.some(({ url }) => url.includes(KEY))).toBe(true);
  const everything = [...companion.lines, JSON.stringify(answer), companion.onDisk()].join('\n');
  expect(everything).toContain('"verdict":"serviceDown"');
  const coded = Buffer.from(`${SECRET}:${KEY}`).toString('base64');
  for (const secret of [KEY, SECRET, 'Canary', coded, reveal(paired.token)]) {
    expect(everything).not.toContain(secret);
  }
});

test('an error inside is logged without its message and answered without a detail', async () => {
  companion.store.deviceByToken = async () => {
    throw new TypeError(`cannot read ${KEY}`);
  };
  const headers = { authorization: `Bearer ${reveal(paired.token)}` };
  const response = await companion.call('/v1/key-tests', { headers, body: {} });
  expect(response.status).toBe(500);
  expect(await response.text()).not.toContain('Canary');
  const failed = companion.lines.find((line) => line.includes('"failed"')) ?? '';
  expect(JSON.parse(failed)).toMatchObject({ level: 'error', error: 'TypeError' });
  expect(failed).not.toContain('Canary');
});
