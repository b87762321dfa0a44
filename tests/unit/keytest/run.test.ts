import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { makePacer } from '../../../utils/keytest/pacer.ts';
import { runKeyTest } from '../../../utils/keytest/run.ts';
import type { KeyTestPorts } from '../../../utils/keytest/types.ts';
import { makeSecret } from '../../../utils/model/secret.ts';
import { testResultSchema } from '../../../utils/model/key-test.schema.ts';
import { actsOf, startFakeRms, type FakeRms } from './fake-rms.ts';
import { CASES, factsOf, NOW, REPLY, type KeyTestCase } from './cases.ts';

const KEY = 'SL123456_CanaryKey0aBcDeF';
const SECRET = 'SP123456_CanarySecret1xYz';
const credentials = { licenseKey: makeSecret(KEY), serviceSecret: makeSecret(SECRET) };

let rms: FakeRms;
let now = NOW;
const slept: number[] = [];

beforeAll(async () => {
  rms = await startFakeRms();
});
afterAll(() => rms.close());
beforeEach(() => {
  now = NOW;
  slept.length = 0;
  rms.seen.length = 0;
  rms.acts = {};
});

/** Real requests; waiting moves the test's own clock. */
function ports(limits: KeyTestPorts['limits'] = {}): KeyTestPorts {
  const clock = () => now;
  const sleep = async (ms: number) => {
    slept.push(ms);
    now += ms;
  };
  return {
    clock,
    sleep,
    fetch: (url, init) => fetch(url, init),
    random: () => 0.5,
    pacer: makePacer(clock, sleep),
    baseUrl: rms.url,
    limits: { requestMs: 250, ...limits },
  };
}

const play = (expiry: KeyTestCase['expiry'], functions: KeyTestCase['functions']) => {
  Object.assign(rms.acts, actsOf(expiry, functions));
};
const asked = () => rms.seen.map(({ name }) => name);
const ORDER = 'rpay.order.searchOrder';
const EXPIRY = 'license.expiryDate.get';

describe('the verdict on every answer', () => {
  test.each(CASES)('$name → $verdict', async (one) => {
    play(one.expiry, one.functions);
    const result = await runKeyTest(ports(), { ...factsOf(one.facts), credentials });
    expect(result).toMatchObject({
      verdict: one.verdict,
      causes: one.causes ?? [],
      missingFunctions: one.missing ?? [],
      expiresOn: one.expiresOn ?? null,
      why: one.why ?? (one.verdict === 'undetermined' ? 'unclearAnswer' : null),
    });
    expect(testResultSchema.safeParse(result).success).toBe(true);
    expect(JSON.stringify(result)).not.toMatch(/Canary/);
  });
});

describe('what is sent', () => {
  test('the expiry with the key in the query, then the orders of one minute, both signed', async () => {
    play(REPLY.expiry('2026-12-31'), { [ORDER]: REPLY.orders });
    await runKeyTest(ports(), { ...factsOf(), credentials });
    const signature = `ESA ${Buffer.from(`${SECRET}:${KEY}`).toString('base64')}`;
    expect(rms.seen).toMatchObject([
      {
        method: 'GET',
        url: `/es/1.0/license-management/license-key/expiry-date?licenseKey=${KEY}`,
        authorization: signature,
      },
      { method: 'POST', url: '/es/2.0/order/searchOrder/', authorization: signature },
    ]);
    // The two requests are 1.1 s apart, and the window is the minute before the second.
    expect(JSON.parse(rms.seen[1]?.body ?? '')).toEqual({
      dateType: 1,
      startDatetime: '2026-11-22T11:59:01+0900',
      endDatetime: '2026-11-22T12:00:01+0900',
    });
    expect(slept).toEqual([1_100]);
  });

  test('each required function that can be asked, once', async () => {
    play(REPLY.expiry('2026-12-31'), { [ORDER]: REPLY.orders, 'coupon.search': REPLY.ie });
    const requiredFunctions = [ORDER, 'coupon.search', 'item.update', ORDER];
    await runKeyTest(ports(), { ...factsOf({ requiredFunctions }), credentials });
    expect(asked()).toEqual([EXPIRY, ORDER, 'coupon.search']);
  });

  test('nothing for a key that cannot be signed for', async () => {
    const unsigned = { licenseKey: credentials.licenseKey, serviceSecret: null };
    const noSecret = await runKeyTest(ports(), { ...factsOf(), credentials: unsigned });
    const vendor = await runKeyTest(ports(), { ...factsOf({ owner: 'vendor' }), credentials });
    expect([noSecret.why, vendor.why]).toEqual(['noSecret', 'vendorKey']);
    expect(asked()).toEqual([]);
  });

  test('a paste that is no key at all breaks nothing', async () => {
    play(REPLY.gk0001, { [ORDER]: REPLY.gk0001 });
    const odd = { licenseKey: makeSecret('鍵&x=1#\n'), serviceSecret: makeSecret('秘密') };
    const result = await runKeyTest(ports(), { ...factsOf(), credentials: odd });
    expect(result.verdict).toBe('refused');
    expect(rms.seen[0]?.url).toContain('?licenseKey=%E9%8D%B5%26x%3D1%23%0A');
  });
});

describe('bad days', () => {
  test('a 500 and a 429 are tried again, with a pause that grows', async () => {
    rms.acts = {
      [EXPIRY]: [REPLY.down, REPLY.tooFast, REPLY.expiry('2026-12-31')],
      [ORDER]: [REPLY.orders],
    };
    const result = await runKeyTest(ports(), { ...factsOf(), credentials });
    expect(result.verdict).toBe('valid');
    expect(asked()).toEqual([EXPIRY, EXPIRY, EXPIRY, ORDER]);
    expect(slept).toEqual([1_125, 2_250, 1_100]);
  });

  test('an outage is asked no more than it must: three times, once more elsewhere, then nothing', async () => {
    const requiredFunctions = [ORDER, 'rpay.order.getOrder', 'coupon.search'];
    play(REPLY.down, Object.fromEntries(requiredFunctions.map((name) => [name, REPLY.down])));
    const result = await runKeyTest(ports(), { ...factsOf({ requiredFunctions }), credentials });
    expect(result.verdict).toBe('serviceDown');
    expect(asked()).toEqual([EXPIRY, EXPIRY, EXPIRY, ORDER]);
  });

  test('a function that was not reached in time is not called proved', async () => {
    const requiredFunctions = [ORDER, 'rpay.order.getOrder', 'coupon.search'];
    play(REPLY.expiry('2026-12-31'), { [ORDER]: REPLY.orders });
    const result = await runKeyTest(ports({ totalMs: 2_000 }), {
      ...factsOf({ requiredFunctions }),
      credentials,
    });
    expect(asked()).toEqual([EXPIRY, ORDER]);
    expect(result).toMatchObject({ verdict: 'undetermined', why: 'unclearAnswer' });
  });

  test('a redirect is not followed: what is signed goes to one host only', async () => {
    const other = await startFakeRms();
    const away = { status: 307, body: '', location: `${other.url}/es/2.0/order/searchOrder/` };
    play(away, { [ORDER]: away });
    const result = await runKeyTest(ports(), { ...factsOf(), credentials });
    expect(result.verdict).toBe('serviceDown');
    expect(other.seen).toEqual([]);
    await other.close();
  });

  test('an endless answer is cut', async () => {
    play({ status: 200, body: `{"x":"${'あ'.repeat(2_000_000)}"}` }, { [ORDER]: REPLY.empty });
    const result = await runKeyTest(ports({ requestMs: 5_000 }), { ...factsOf(), credentials });
    expect(result.verdict).toBe('undetermined');
  });

  test('two tests of one key share its spacing; another key does not wait', async () => {
    play(REPLY.expiry('2026-12-31'), { [ORDER]: REPLY.orders });
    const shared = ports();
    await Promise.all([
      runKeyTest(shared, { ...factsOf(), credentials }),
      runKeyTest(shared, { ...factsOf(), credentials }),
    ]);
    expect(now - NOW).toBeGreaterThanOrEqual(3 * 1_100);
    const before = slept.length;
    const other = { ...credentials, licenseKey: makeSecret('SL654321_AnotherKey000000') };
    await shared.pacer(other.licenseKey, now + 60_000);
    expect(slept).toHaveLength(before);
  });
});
