import type { TestResult, WhyUndetermined } from '../model/key-test.ts';
import type { Instant, JstDate } from '../model/time.ts';
import type { Signed } from './ask.ts';
import { askFunction } from './probe.ts';
import { functionsToAsk, SHOP_FUNCTION } from './probes.ts';
import type { KeyTestPorts, KeyTestRequest, Limits, Probed } from './types.ts';
import { verdictOf } from './verdict.ts';
import { asksWhose, whoseKey } from './whose.ts';

export const RMS_API_URL = 'https://api.rms.rakuten.co.jp';

/** A whole test stays under 30 s: a browser ends a worker that waits longer for one answer. */
export const LIMITS: Limits = { requestMs: 8_000, totalMs: 25_000, tries: 3, backoffMs: 1_500 };

/** `proved` = a key of which nobody can tell that it is this shop's is not asked about. */
export interface HowSure {
  whose: 'proved' | 'likely';
}

/**
 * Tests one key: whose it is, its expiry, then one probe for each required function, spaced, retried,
 * given up. Never throws, and nothing it gives holds the key. A key that cannot be signed for (rms.md §1),
 * or that is another shop's, is `undetermined` with the reason.
 */
export async function runKeyTest(
  ports: KeyTestPorts,
  request: KeyTestRequest,
  { whose }: HowSure = { whose: 'likely' },
): Promise<TestResult> {
  const vendors = request.owner === 'vendor';
  const serviceSecret = vendors
    ? (ports.vendorSecret?.(request.app) ?? null)
    : request.credentials.serviceSecret;
  if (serviceSecret === null) return notAsked(vendors ? 'vendorKey' : 'noSecret');
  const limits = { ...LIMITS, ...ports.limits };
  const test: Test = {
    ports,
    credentials: { licenseKey: request.credentials.licenseKey, serviceSecret },
    limits,
    deadline: ports.clock() + limits.totalMs,
  };
  if (asksWhose(request)) {
    const told = await around(test, [SHOP_FUNCTION]);
    const is = whoseKey(request, told);
    if (is === 'other' || (is === 'unknown' && whose === 'proved')) {
      const down = told.filter(({ probe }) => probe.outcome === 'serviceDown');
      return down.length > 0 ? verdictFrom(ports, request, down) : notAsked('otherShop');
    }
  }
  const functions = functionsToAsk(request.requiredFunctions);
  return verdictFrom(ports, request, await around(test, functions));
}

const verdictFrom = (
  ports: KeyTestPorts,
  request: KeyTestRequest,
  asked: readonly Probed[],
): TestResult =>
  verdictOf(
    asked.map(({ probe }) => probe),
    { ...request, apiExpiresOn: dateIn(asked), now: ports.clock() },
  );

interface Test {
  ports: KeyTestPorts;
  credentials: Signed;
  limits: Limits;
  /** Of the whole test. */
  deadline: Instant;
}

function around(test: Test, functions: string[]): Promise<Probed[]> {
  const ask = (): Promise<Probed[]> => askAll(test, functions);
  const { around: stand } = test.ports;
  return stand ? stand({ ...test.credentials, functions }, ask) : ask();
}

async function askAll(
  { ports, credentials, limits, deadline }: Test,
  functions: readonly string[],
): Promise<Probed[]> {
  const asked: Probed[] = [];
  for (const name of functions) {
    const down = asked.filter(({ probe }) => probe.outcome === 'serviceDown').length;
    // One function may be down alone; two in a row are the service. The second isn't pressed.
    if (down > 1) break;
    const tries = down === 1 ? 1 : limits.tries;
    const probed = await askFunction(ports, {
      name,
      credentials,
      deadline,
      limits: { ...limits, tries },
    });
    if (probed === null) break;
    asked.push(probed);
  }
  return asked;
}

const dateIn = (asked: readonly Probed[]): JstDate | null =>
  asked.find(({ expiresOn }) => expiresOn !== null)?.expiresOn ?? null;

const notAsked = (why: WhyUndetermined): TestResult => ({
  verdict: 'undetermined',
  expiresOn: null,
  causes: [],
  missingFunctions: [],
  why,
  probes: [],
});
