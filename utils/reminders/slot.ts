import { addDays, atJst, jstDateOf } from '../calendar/jst.ts';
import { HOUR, MINUTE, type Instant, type JstDate } from '../model/time.ts';
import type { Rules } from './policy.ts';

/** A digest that is so near is waited for, so that a room hears one message and not two. */
const NEAR_DIGEST = HOUR;
/** What waited for so long goes out at any hour: a browser may be open in the evenings only. */
const LONGEST_HOLD = 24 * HOUR;

const minuteOf = (date: JstDate, minutes: number): Instant => atJst(date, 0, minutes);

/** Between opening and closing of that day in Japan? */
export function inOffice({ policy }: Rules, now: Instant): boolean {
  const minutes = (now - minuteOf(jstDateOf(now), 0)) / MINUTE;
  return minutes >= policy.office.from && minutes < policy.office.to;
}

/** The digest of the first working day on or after that moment, at or after it. */
export function nextDigest({ policy, workdays }: Rules, from: Instant): Instant {
  const today = workdays.onOrAfter(jstDateOf(from));
  const at = minuteOf(today, policy.digestAt);
  if (at >= from) return at;
  return minuteOf(workdays.onOrAfter(addDays(today, 1)), policy.digestAt);
}

/**
 * When a team channel is told of something due now. Urgent: at once in office hours, on days off too, else
 * when the office opens; with the digest where that is near. All else: with the digest, today's if it has
 * not gone out and the office is still open.
 */
export function slotFor(
  rules: Rules,
  { urgent, digested, now }: { urgent: boolean; digested: boolean; now: Instant },
): Instant {
  const { policy, workdays } = rules;
  const today = jstDateOf(now);
  const digest = nextDigest(rules, now);
  if (urgent) {
    const opening = minuteOf(today, policy.office.from);
    const at = inOffice(rules, now)
      ? now
      : now < opening
        ? opening
        : minuteOf(addDays(today, 1), policy.office.from);
    return digest - at <= NEAR_DIGEST ? Math.max(at, digest) : at;
  }
  const late = workdays.isWorking(today) && now > minuteOf(today, policy.digestAt);
  return late && !digested && inOffice(rules, now) ? now : digest;
}

/** Was it due in time for the digest of today, which left at `leftAt`: today, or known since before? */
export function missedDigest(
  { policy }: Rules,
  { dueAt, createdAt }: { dueAt: Instant; createdAt: Instant },
  { leftAt, now }: { leftAt: Instant; now: Instant },
): boolean {
  const today = jstDateOf(now);
  const digest = minuteOf(today, policy.digestAt);
  // A clock that was ahead wrote it: nobody knows when.
  const known = createdAt > now || createdAt <= Math.max(digest, leftAt);
  return dueAt <= digest && (dueAt >= minuteOf(today, 0) || known);
}

/**
 * Is that hour of a digest still one by these rules? Somebody may have closed the day, or moved the hour. What is
 * overdue leaves as soon as it may, wherever the hour has moved.
 */
export const stillLeaves = (rules: Rules, slotAt: Instant, now: Instant): boolean =>
  slotAt <= now
    ? rules.workdays.isWorking(jstDateOf(slotAt))
    : nextDigest(rules, slotAt) === slotAt;

/** May a message whose time has come leave now? Outside office hours it is held, but not for ever. */
export const mayLeave = (rules: Rules, slotAt: Instant, now: Instant): boolean =>
  inOffice(rules, now) || now - slotAt >= LONGEST_HOLD;

/** When a message that is held may leave at the latest. */
export function leavesAt(rules: Rules, slotAt: Instant, now: Instant): Instant {
  if (mayLeave(rules, slotAt, now)) return now;
  const today = jstDateOf(now);
  const opening = minuteOf(today, rules.policy.office.from);
  const next = now < opening ? opening : minuteOf(addDays(today, 1), rules.policy.office.from);
  return Math.min(next, slotAt + LONGEST_HOLD);
}
