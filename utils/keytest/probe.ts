import type { Instant } from '../model/time.ts';
import { askRms, type Signed } from './ask.ts';
import { classify } from './classify.ts';
import { probeOf } from './probes.ts';
import type { Answer, KeyTestPorts, Limits, Probed } from './types.ts';

export interface Attempt {
  name: string;
  credentials: Signed;
  limits: Limits;
  /** Nothing is sent or waited for after that moment. */
  deadline: Instant;
}

/**
 * Asks one function, again where the answer says nothing of the key (5xx, silence, 429), within the
 * limits. Null where its turn never came.
 */
export async function askFunction(ports: KeyTestPorts, attempt: Attempt): Promise<Probed | null> {
  const { name, credentials, limits, deadline } = attempt;
  const spec = probeOf(name);
  if (spec === null) return null;
  let last: Probed | null = null;
  for (let tried = 0; tried < limits.tries; tried += 1) {
    if (!(await ports.pacer(credentials.licenseKey, deadline))) return last;
    const now = ports.clock();
    const timeoutMs = Math.min(limits.requestMs, deadline - now);
    if (timeoutMs <= 0) return last;
    const { fetch, baseUrl } = ports;
    const answer = await askRms(spec, { fetch, baseUrl, now, timeoutMs }, credentials);
    last = classify(name, answer);
    if (!isPassing(last)) return last;
    const pause = pauseAfter(answer, tried, limits, ports.random());
    if (tried + 1 === limits.tries || ports.clock() + pause >= deadline) return last;
    await ports.sleep(pause);
  }
  return last;
}

const isPassing = ({ probe }: Probed): boolean =>
  probe.outcome === 'serviceDown' || probe.outcome === 'tooFast';

/** Doubles, with half of it left to chance so that many shops don't come back in step. */
function pauseAfter(answer: Answer, tried: number, limits: Limits, random: number): number {
  const wait = limits.backoffMs * 2 ** tried * (0.5 + random / 2);
  const told = answer.kind === 'whole' ? (answer.retryAfterMs ?? 0) : 0;
  return Math.max(wait, told);
}
