import { jstDateOf } from '../calendar/jst.ts';
import type { Cause, ProbeResult, TestResult, Verdict } from '../model/key-test.ts';
import { causeOfState, causesOf } from './causes.ts';
import { EXPIRY_FUNCTION, probeOf } from './probes.ts';
import { isActivating } from './retest.ts';
import type { TestFacts } from './types.ts';

/**
 * The verdict on a key by the rule of rms.md §6: refused everywhere → the key; refused here and
 * permitted there → that function; no answer → no verdict. `expired` only with a date.
 */
export function verdictOf(probes: readonly ProbeResult[], facts: TestFacts): TestResult {
  const result = (verdict: Verdict, more: Partial<TestResult> = {}): TestResult => ({
    verdict,
    expiresOn: facts.apiExpiresOn,
    causes: [],
    missingFunctions: [],
    why: verdict === 'undetermined' ? 'unclearAnswer' : null,
    probes: [...probes],
    ...more,
  });
  const past = hasPassed(facts.apiExpiresOn, facts);
  // A dead key may still be told its own date: that answer does not prove that it works.
  const works = probes.filter(
    (probe) => probe.outcome === 'permitted' && !(past && probe.function === EXPIRY_FUNCTION),
  );
  const required = facts.requiredFunctions.filter((name) => probeOf(name) !== null);
  const proved = required.filter((name) => works.some((probe) => probe.function === name));
  if (works.length > 0 && proved.length === required.length) return result('valid');

  const down = probes.some((probe) => probe.outcome === 'serviceDown');
  const refused = probes.filter((probe) => probe.outcome === 'refused');
  if (works.length > 0) {
    const missing = refused
      .map((probe) => probe.function)
      .filter((name) => required.includes(name));
    if (missing.length > 0) return result('functionNotSelected', { missingFunctions: missing });
    return result(down ? 'serviceDown' : 'undetermined');
  }
  if (down) return result('serviceDown');
  if (past) return result('expired');
  if (!refusedEverywhere(probes)) return result('undetermined');
  const [verdict, causes] = judgeKey(refused, facts);
  return result(verdict, { causes });
}

/** The expiry probe alone may be unclear: it is not a function that any tool lives on. */
const refusedEverywhere = (probes: readonly ProbeResult[]): boolean =>
  probes.some((probe) => probe.outcome === 'refused' && probe.function !== EXPIRY_FUNCTION) &&
  probes.every((probe) => probe.outcome === 'refused' || probe.function === EXPIRY_FUNCTION);

/** Every function refused the key: expired by a date, too young, or anybody's guess. */
function judgeKey(refused: readonly ProbeResult[], facts: TestFacts): [Verdict, Cause[]] {
  if (hasPassed(facts.expiresOn, facts)) return ['expired', []];
  // Waiting would not help a key that RMS itself says is stopped, not approved or expired.
  const cause = causeOfState(facts.state);
  const waits = cause === null || cause === 'updateAvailable';
  if (waits && isActivating(facts.issuedAt, facts.now)) return ['notYetActive', []];
  return ['refused', causesOf(refused, facts)];
}

/** A key lives to the end of its day in Japan (rms.md §5). */
const hasPassed = (date: TestFacts['expiresOn'], { now }: TestFacts): boolean =>
  date !== null && date < jstDateOf(now);
