import type { TestResult } from '../model/key-test.ts';
import type { JstDate } from '../model/time.ts';
import type { Signed } from './ask.ts';
import { askFunction } from './probe.ts';
import { functionsToAsk } from './probes.ts';
import type { KeyTestPorts, KeyTestRequest, Limits, Probed } from './types.ts';
import { verdictOf } from './verdict.ts';

export const RMS_API_URL = 'https://api.rms.rakuten.co.jp';

/** A whole test stays under 30 s: a browser ends a worker that waits longer for one answer. */
export const LIMITS: Limits = { requestMs: 8_000, totalMs: 25_000, tries: 3, backoffMs: 1_500 };

/**
 * Tests one key: its expiry, then one probe for each required function, spaced, retried, given up.
 * Never throws, and nothing it gives holds the key. A key that cannot be signed for is not sent
 * anywhere (rms.md §1): `undetermined` with the reason.
 */
export async function runKeyTest(
  ports: KeyTestPorts,
  request: KeyTestRequest,
): Promise<TestResult> {
  if (request.owner === 'vendor') return notAsked('vendorKey');
  const { licenseKey, serviceSecret } = request.credentials;
  if (serviceSecret === null) return notAsked('noSecret');
  const asked = await askAll(ports, request, { licenseKey, serviceSecret });
  return verdictOf(
    asked.map(({ probe }) => probe),
    { ...request, apiExpiresOn: dateIn(asked), now: ports.clock() },
  );
}

async function askAll(
  ports: KeyTestPorts,
  request: KeyTestRequest,
  credentials: Signed,
): Promise<Probed[]> {
  const limits = { ...LIMITS, ...ports.limits };
  const deadline = ports.clock() + limits.totalMs;
  const asked: Probed[] = [];
  for (const name of functionsToAsk(request.requiredFunctions)) {
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

const notAsked = (why: 'vendorKey' | 'noSecret'): TestResult => ({
  verdict: 'undetermined',
  expiresOn: null,
  causes: [],
  missingFunctions: [],
  why,
  probes: [],
});
