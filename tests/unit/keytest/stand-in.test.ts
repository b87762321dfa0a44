import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makePacer } from '../../../utils/keytest/pacer.ts';
import { PROBEABLE } from '../../../utils/keytest/probes.ts';
import { nextRetest } from '../../../utils/keytest/retest.ts';
import { RMS_API_URL, runKeyTest } from '../../../utils/keytest/run.ts';
import type { KeyTestRequest } from '../../../utils/keytest/types.ts';
import type { JstDate } from '../../../utils/model/time.ts';
import { makeSecret } from '../../../utils/model/secret.ts';
import { DAY, MINUTE } from '../../../utils/model/time.ts';
import { startSites, type Sites } from '../../sites/start.ts';
import { factsOf, NOW } from './cases.ts';
import { fetchSites } from './fetch-sites.ts';

// The whole RMS stand-in, on the API's real address: its keys, states, functions and troubles.
const OWN = '店舗様';
const ORDER = 'rpay.order.searchOrder';
const GET = 'rpay.order.getOrder';

let sites: Sites;
let now = NOW;
beforeEach(async () => {
  now = NOW;
  sites = await startSites({ clock: () => now });
  sites.api.rateLimit(false);
});
afterEach(() => sites.close());

const sleep = async (ms: number) => {
  now += ms;
};
async function tested(some: Partial<KeyTestRequest> = {}, key?: string) {
  const { app, license } = sites.rms.license(OWN);
  return runKeyTest(
    {
      fetch: fetchSites(sites.port),
      clock: () => now,
      sleep,
      random: () => 0.5,
      pacer: makePacer(() => now, sleep),
      baseUrl: RMS_API_URL,
      limits: { requestMs: 300 },
    },
    {
      ...factsOf(),
      credentials: {
        licenseKey: makeSecret(key ?? license.key),
        serviceSecret: makeSecret(app.serviceSecret),
      },
      ...some,
    },
  );
}

describe('on the whole stand-in of the API', () => {
  test('a good key', async () => {
    expect(await tested({ requiredFunctions: [ORDER, GET] })).toMatchObject({
      verdict: 'valid',
      expiresOn: '2026-12-04',
    });
  });

  test('every probe is one that the API understands', async () => {
    sites.rms.app(OWN).functions = [...PROBEABLE];
    const { probes } = await tested({ requiredFunctions: [...PROBEABLE] });
    expect(probes.map(({ function: name, outcome }) => [name, outcome])).toEqual(
      PROBEABLE.map((name) => [name, 'permitted']),
    );
  });

  test('a function that is not selected', async () => {
    const app = sites.rms.app(OWN);
    app.functions = app.functions.filter((name) => name !== GET);
    expect(await tested({ requiredFunctions: [ORDER, GET] })).toMatchObject({
      verdict: 'functionNotSelected',
      missingFunctions: [GET],
    });
  });

  test('an expired key, by the date of the page', async () => {
    now += 20 * DAY;
    const read: JstDate = '2026-12-04';
    expect((await tested({ expiresOn: read })).verdict).toBe('expired');
    expect((await tested({ expiresOn: null })).verdict).toBe('refused');
  });

  test('one character lost, a stopped key', async () => {
    const { key } = sites.rms.license(OWN).license;
    expect((await tested({ expiresOn: '2026-12-04' }, key.slice(0, -1))).causes[0]).toBe(
      'wrongKey',
    );
    sites.rms.stop(OWN);
    expect((await tested({ state: 'stopped' })).causes[0]).toBe('stopped');
  });

  test('a new key wakes up after 45 minutes: the retest at 60 finds it', async () => {
    sites.api.activationLag(45);
    const issuedAt = now;
    sites.rms.issue(OWN);
    const firstTestAt = now;
    const story: [number, string][] = [];
    for (let attempt = 0; ;) {
      const result = await tested({ issuedAt });
      story.push([Math.round((now - issuedAt) / MINUTE), result.verdict]);
      const next = nextRetest(result, { issuedAt, firstTestAt, attempt, now });
      if (next === null) break;
      attempt = next.attempt;
      now = next.at;
    }
    expect(story).toEqual([
      [0, 'notYetActive'],
      [15, 'notYetActive'],
      [30, 'notYetActive'],
      [60, 'valid'],
    ]);
  });

  test('one that never wakes up is a failure at 90 minutes, not before', async () => {
    sites.api.activationLag(10_000);
    const issuedAt = now;
    sites.rms.issue(OWN);
    now = issuedAt + 90 * MINUTE - 5_000;
    expect((await tested({ issuedAt })).verdict).toBe('notYetActive');
    now = issuedAt + 90 * MINUTE;
    const last = await tested({ issuedAt });
    expect(last.verdict).toBe('refused');
    expect(nextRetest(last, { issuedAt, firstTestAt: issuedAt, attempt: 4, now })).toBeNull();
  });

  test.each(['GA0001', 'ES01-01', 'ES04-01'] as const)(
    'refused in the manner of %s: the cause is not made up',
    async (style) => {
      sites.api.authErrors(style);
      expect(await tested({}, 'SL999999_0000000000000000')).toMatchObject({
        verdict: 'refused',
        causes: ['notYetActive', 'wrongKey', 'functionNotSelected', 'expired'],
      });
    },
  );

  test.each([
    ['outage', 'serviceDown'],
    ['maintenance', 'serviceDown'],
    ['html', 'serviceDown'],
    ['noAnswer', 'serviceDown'],
    ['halfBody', 'serviceDown'],
    ['garbage', 'undetermined'],
    ['empty', 'undetermined'],
  ] as const)('%s on a key whose date has passed → %s, never expired', async (trouble, verdict) => {
    sites.api.trouble(trouble);
    expect((await tested({ expiresOn: '2026-11-01' })).verdict).toBe(verdict);
  });

  test('one request a second, in real time, is kept to', async () => {
    sites.api.rateLimit(true);
    const wait = (ms: number) =>
      new Promise<void>((done) => {
        setTimeout(done, ms);
      });
    const { app, license } = sites.rms.license(OWN);
    const result = await runKeyTest(
      {
        fetch: fetchSites(sites.port),
        clock: Date.now,
        sleep: wait,
        random: Math.random,
        pacer: makePacer(Date.now, wait),
        baseUrl: RMS_API_URL,
      },
      {
        ...factsOf({ requiredFunctions: [ORDER, GET] }),
        credentials: {
          licenseKey: makeSecret(license.key),
          serviceSecret: makeSecret(app.serviceSecret),
        },
      },
    );
    expect(result.probes.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(result.verdict).toBe('valid');
  });
});
