import type { Ledger } from '../model/ledger.ts';
import type { Delivery, Reminder } from '../model/reminder.ts';
import type { Instant } from '../model/time.ts';
import { allCauses } from './all-causes.ts';
import { causeKey, type Cause } from './causes.ts';
import { isOfWhatWasSeen, topicOf } from './kinds.ts';
import { listOfDeliveries, listOfReminders, openDeliveries } from './lists.ts';
import { isFromTheFuture, revived, speak, wasUndone, CLOCK_SLACK } from './speak.ts';

export interface Plan {
  /** Newly due, not yet in the ledger. */
  due: Reminder[];
  /**
   * In the ledger and still standing there, but with no cause any more, overtaken, or said by a wrong clock;
   * and those that a wrong clock ended, which stand again.
   */
  ended: Reminder[];
  /** When something will next be due by itself; null = nothing in sight. */
  nextDueAt: Instant | null;
  /** Matters (`topicOf`) that stand, whether anything of them is due or not. */
  topics: Set<string>;
}

const lastOf = new WeakMap<Ledger, { now: Instant; plan: Plan }>();

/**
 * What is to be said now, what need not be said any more, and when to look again. Pure; the last one of a
 * ledger is remembered, as the outbox and the alarm ask for the same.
 */
export function plan(ledger: Ledger, now: Instant): Plan {
  const last = lastOf.get(ledger);
  if (last?.now === now) return last.plan;
  const made = planAnew(ledger, now);
  lastOf.set(ledger, { now, plan: made });
  return made;
}

function planAnew(ledger: Ledger, now: Instant): Plan {
  const reminders = clockUndone(ledger, now);
  const { bySubject: ever, standing } = listOfReminders(reminders);
  const stands = new Set<string>();
  const overtaken = new Set<string>();
  const topics = new Set<string>();
  const onTheWay = remindersOnTheWay(ledger.deliveries);
  const { givenUp } = listOfDeliveries(ledger.deliveries);
  const inDoubt = new Set(givenUp.flatMap(({ reminderIds }) => reminderIds));
  const due: Reminder[] = [];
  let nextDueAt = Infinity;
  for (const cause of allCauses(ledger, now)) {
    const said = (ever.get(cause.subjectId) ?? []).filter(isOf(cause));
    const asked = speak(cause, said, { now, onTheWay, inDoubt });
    // What was said of this occasion stands: a clock may have gone back since.
    const isSaid = said.some((one) => one.endedAt === null && !asked.overtaken.includes(one));
    if ((cause.standsFrom ?? now) <= now || isSaid) {
      stands.add(causeKey(cause));
      topics.add(topicOf(cause));
    }
    if (asked.due) due.push(asked.due);
    for (const one of asked.overtaken) overtaken.add(one.id);
    for (const at of [asked.nextDueAt, cause.changesAt]) {
      if (at !== null && at > now) nextDueAt = Math.min(nextDueAt, at);
    }
  }
  const end = (one: Reminder): Reminder['endedBy'] => {
    if (isFromTheFuture(one, now)) return wasUndone(one) || onTheWay.has(one.id) ? null : 'clock';
    if (one.endedAt !== null) return null;
    if (!stands.has(causeKey(one))) return 'cause';
    return overtaken.has(one.id) ? 'overtaken' : null;
  };
  // What is over changes by a wrong clock only.
  const looked = reminders === ledger.reminders ? standing : reminders;
  const { byId } = listOfReminders(ledger.reminders);
  const ended = looked.flatMap((one) => {
    const endedBy = end(one);
    if (endedBy !== null) return [{ ...one, endedAt: now, endedBy }];
    return one === byId.get(one.id) ? [] : [one];
  });
  return { due, ended, nextDueAt: nextDueAt === Infinity ? null : nextDueAt, topics };
}

/**
 * The reminders without what a clock that was ahead did to them: those that it ended stand again, and those
 * that it wrote and that were said when they were due all the same count as written then. What was seen is due
 * whenever it is said.
 */
function clockUndone({ reminders, deliveries }: Ledger, now: Instant): Reminder[] {
  if (listOfReminders(reminders).latest <= now + CLOCK_SLACK) return reminders;
  if (!reminders.some((one) => isFromTheFuture(one, now))) {
    return reminders.map((one) => revived(one, now));
  }
  const saidAt = new Map<string, Instant>();
  for (const { state, sentAt, reminderIds } of deliveries) {
    if (state !== 'sent' || sentAt === null) continue;
    for (const id of reminderIds) saidAt.set(id, Math.min(sentAt, saidAt.get(id) ?? Infinity));
  }
  return reminders.map((one) => {
    const at = saidAt.get(one.id);
    if (at === undefined || wasUndone(one) || !isFromTheFuture(one, now)) return revived(one, now);
    if (isOfWhatWasSeen(one)) return revived({ ...one, createdAt: Math.min(at, now) }, now);
    return revived(at >= one.dueAt ? { ...one, createdAt: at } : one, now);
  });
}

/**
 * What is being said, or may have been: whether a wrong clock wrote it is asked when that is settled. Until
 * then it would be said beside itself.
 */
const remindersOnTheWay = (deliveries: Delivery[]): Set<string> =>
  new Set(
    openDeliveries(deliveries)
      .filter((one) => one.doubts > 0 || one.state === 'claimed')
      .flatMap((one) => one.reminderIds),
  );

const isOf =
  ({ reason, expiresOn }: Cause) =>
  (one: Reminder): boolean =>
    one.reason === reason && one.expiresOn === expiresOn;
