import type { TestResult } from '../model/key-test.ts';
import { MINUTE, type Instant } from '../model/time.ts';

/** When a new key is tested again, in ms after issue (rms.md §5). */
const SLOTS = [15 * MINUTE, 30 * MINUTE, 60 * MINUTE, 90 * MINUTE];

/** Until then after issue, a refusal proves nothing. */
export const ACTIVATION_MS = 90 * MINUTE;

export interface Retest {
  /** 1..4 = the slot at 15, 30, 60, 90 minutes. */
  attempt: number;
  at: Instant;
}

/** Is that moment of issue within the last 90 minutes? A clock set back by less counts too. */
export const isActivating = (issuedAt: Instant | null, now: Instant): boolean =>
  issuedAt !== null && Math.abs(now - issuedAt) < ACTIVATION_MS;

/**
 * The retest that follows test number `attempt` (0 = the first) done at `now`, counted from `from`
 * (when the key was issued, else first tested). Slots slept through are skipped: one test, not four.
 * Null after the last: what was refused then is a failure.
 */
export function retestAfter(from: Instant, attempt: number, now: Instant): Retest | null {
  // A start in the future is a clock that was set back: count from now, not from then.
  const start = Math.min(from, now);
  for (const [index, slot] of SLOTS.entries()) {
    if (index + 1 > attempt && start + slot > now) return { attempt: index + 1, at: start + slot };
  }
  return null;
}

/** Could the same test say something else a little later, with nobody doing anything? */
export const isUnsettled = ({ verdict, causes, why }: TestResult): boolean =>
  verdict === 'notYetActive' ||
  verdict === 'serviceDown' ||
  (verdict === 'refused' && causes.includes('notYetActive')) ||
  (verdict === 'undetermined' && why === 'unclearAnswer');

/** The retest that a result calls for; null = none. `firstTestAt` = `now` for the first test. */
export function nextRetest(
  result: TestResult,
  done: { issuedAt: Instant | null; firstTestAt: Instant; attempt: number; now: Instant },
): Retest | null {
  if (!isUnsettled(result)) return null;
  const from = isActivating(done.issuedAt, done.now) ? done.issuedAt : null;
  return retestAfter(from ?? done.firstTestAt, done.attempt, done.now);
}
