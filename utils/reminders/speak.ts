import { addDays, atJst, jstDateOf } from '../calendar/jst.ts';
import type { Reminder } from '../model/reminder.ts';
import { DAY, HOUR, type Instant } from '../model/time.ts';
import type { Cause, Step } from './causes.ts';
import { reminderId } from './id.ts';
import { SPEAKING_HOUR } from './expiry-steps.ts';

/** What one cause asks for now. */
export interface Asked {
  due: Reminder | null;
  /** Reminders of the same cause that the due one takes the place of. */
  overtaken: Reminder[];
  nextDueAt: Instant | null;
}

/** What is written so little ahead of the clock is believed. */
export const CLOCK_SLACK = 12 * HOUR;

/** Written by a clock that was far ahead and has been set back since: it was said on a wrong day. */
export const isFromTheFuture = (one: Reminder, now: Instant): boolean =>
  one.createdAt > now + CLOCK_SLACK;

/**
 * Marked so when it was found out, for good: when the clock reaches that day by itself, the reminder must
 * be due again (promise 5, "clock moved").
 */
export const wasUndone = (one: Reminder): boolean =>
  one.endedAt !== null && one.endedAt < one.createdAt;

/**
 * As it stood before a clock that was ahead ended it: not every target may have heard of it by then, and what
 * had taken its place is undone.
 */
export const revived = (one: Reminder, now: Instant): Reminder =>
  one.endedAt !== null && one.endedAt > now + CLOCK_SLACK && !isFromTheFuture(one, now)
    ? { ...one, endedAt: null, endedBy: null }
    : one;

interface Moment {
  now: Instant;
  /** Ids of reminders that are being said. */
  onTheWay: ReadonlySet<string>;
  /** Ids of those that may have been said: it was given up to find out. */
  inDoubt: ReadonlySet<string>;
}

/** Asks what a cause wants said now, given all that was ever said of it. */
export function speak(cause: Cause, ever: Reminder[], moment: Moment): Asked {
  const { now, onTheWay } = moment;
  const until = silentUntil(cause, now);
  if (until > now) return { due: null, overtaken: [], nextDueAt: until };
  const known = ever.filter(
    (one) => (!isFromTheFuture(one, now) || onTheWay.has(one.id)) && !wasUndone(one),
  );
  // When a silence is over and the cause still stands, it is said again, whatever was said before.
  const said = known.filter((one) => one.createdAt >= until);
  const standing = known.filter((one) => one.endedAt === null);
  const spoken = { ...moment, ever, said, standing, until };
  if (cause.everyDays !== null) return speakAgain(cause, cause.everyDays, spoken);
  if (cause.steps.length > 1) return speakNearest(cause, spoken);
  return speakOnce(cause, spoken);
}

/** Until when a person asked for silence; −∞ where nobody did, or a wrong clock wrote it. */
function silentUntil({ silence }: Cause, now: Instant): Instant {
  if (!silence || silence.from > now + CLOCK_SLACK) return -Infinity;
  return silence.until;
}

interface Spoken extends Moment {
  ever: Reminder[];
  said: Reminder[];
  standing: Reminder[];
  /** When the last silence ended. */
  until: Instant;
}

/** The nearest step only: after a sleep over three of them, one notice; never an older one after a newer. */
function speakNearest(cause: Cause, spoken: Spoken): Asked {
  const { said, standing, now } = spoken;
  const { steps } = cause;
  const lastSaid = Math.max(
    -1,
    ...said.map((one) => steps.findIndex((step) => step.threshold === one.threshold)),
  );
  const reached = steps.findLastIndex((step) => step.dueAt <= now);
  const nextDueAt = steps.find((step, i) => i > lastSaid && step.dueAt > now)?.dueAt ?? null;
  if (reached <= lastSaid) return { due: null, overtaken: [], nextDueAt };
  // What was missed yesterday is said this morning, as what it is by now.
  const today = steps.findLastIndex((step) => step.from <= now);
  const after = steps.find((step, i) => i > today && step.dueAt > now)?.dueAt ?? null;
  const due = reminderOf(cause, steps[Math.max(reached, today)], spoken);
  return { due, overtaken: standing, nextDueAt: after };
}

/** Once for each occasion; what was said of an earlier one is overtaken. */
function speakOnce(cause: Cause, spoken: Spoken): Asked {
  const { said, standing, until, now } = spoken;
  const begun = cause.unbroken && standing.length > 0 ? null : cause.since;
  const since = Math.max(begun ?? -Infinity, until);
  const overtaken = standing.filter((one) => one.createdAt < since);
  const silent = { due: null, overtaken, nextDueAt: null };
  if (standing.length > overtaken.length) return silent;
  const last = Math.max(-Infinity, ...said.map((one) => one.createdAt));
  if (cause.restDays === null && said.length > 0 && last >= since) return silent;
  const [step] = cause.steps;
  const rested = cause.restDays === null ? -Infinity : last + cause.restDays * DAY;
  const dueAt = Math.max(step?.dueAt ?? now, rested);
  if (dueAt > now) return { ...silent, nextDueAt: dueAt };
  return { ...silent, due: reminderOf(cause, step, spoken) };
}

/** When it is due first, then after so many days, for as long as it stands. */
function speakAgain(cause: Cause, everyDays: number, spoken: Spoken): Asked {
  const { standing, until, now } = spoken;
  const last = Math.max(-Infinity, ...standing.map((one) => one.createdAt));
  const dueAt =
    standing.length === 0 || last < until
      ? Math.max(now, cause.steps[0]?.dueAt ?? now)
      : atJst(addDays(jstDateOf(last), everyDays), SPEAKING_HOUR);
  if (dueAt > now) return { due: null, overtaken: [], nextDueAt: dueAt };
  const nextDueAt = atJst(addDays(jstDateOf(now), everyDays), SPEAKING_HOUR);
  return { due: reminderOf(cause, cause.steps[0], spoken), overtaken: standing, nextDueAt };
}

function reminderOf(
  cause: Cause,
  step: Step | undefined,
  { ever, inDoubt, now }: Spoken,
): Reminder {
  const { shopId, subjectId, reason, expiresOn } = cause;
  const threshold = step?.threshold ?? null;
  const before = ever.filter((one) => one.threshold === threshold);
  // A clock that went back undid it, and it may have been said: that has to be found out, not said beside it.
  const unsettled = before.find(
    (one) => inDoubt.has(one.id) && wasUndone(one) && one.createdAt <= now,
  );
  if (unsettled) return { ...unsettled, endedAt: null, endedBy: null };
  const occurrence = 1 + Math.max(-1, ...before.map((one) => one.occurrence));
  const named = { subjectId, expiresOn, reason, threshold, occurrence };
  const dueAt = Math.min(step?.dueAt ?? now, now);
  return {
    id: reminderId(named),
    shopId,
    ...named,
    dueAt,
    createdAt: now,
    endedAt: null,
    endedBy: null,
  };
}
