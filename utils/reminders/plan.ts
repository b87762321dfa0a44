import type { Ledger } from '../model/ledger.ts';
import type { Reminder } from '../model/reminder.ts';
import type { Instant } from '../model/time.ts';
import { allCauses } from './all-causes.ts';
import { causeKey } from './causes.ts';
import { topicOf } from './kinds.ts';
import { isFromTheFuture, speak, wasUndone } from './speak.ts';

export interface Plan {
  /** Newly due, not yet in the ledger. */
  due: Reminder[];
  /** In the ledger and still standing there, but with no cause any more, overtaken, or said by a wrong clock. */
  ended: Reminder[];
  /** When something will next be due by itself; null = nothing in sight. */
  nextDueAt: Instant | null;
  /** Matters (`topicOf`) that stand, whether anything of them is due or not. */
  topics: Set<string>;
}

/** What is to be said now, what need not be said any more, and when to look again. Pure. */
export function plan(ledger: Ledger, now: Instant): Plan {
  const ever = remindersByCause(ledger.reminders);
  const stands = new Set<string>();
  const overtaken = new Set<string>();
  const topics = new Set<string>();
  const due: Reminder[] = [];
  let nextDueAt = Infinity;
  for (const cause of allCauses(ledger, now)) {
    const key = causeKey(cause);
    stands.add(key);
    topics.add(topicOf(cause));
    const asked = speak(cause, ever.get(key) ?? [], now);
    if (asked.due) due.push(asked.due);
    for (const one of asked.overtaken) overtaken.add(one.id);
    for (const at of [asked.nextDueAt, cause.changesAt]) {
      if (at !== null && at > now) nextDueAt = Math.min(nextDueAt, at);
    }
  }
  const end = (one: Reminder): Reminder['endedBy'] => {
    if (isFromTheFuture(one, now)) return wasUndone(one) ? null : 'clock';
    if (one.endedAt !== null) return null;
    if (!stands.has(causeKey(one))) return 'cause';
    return overtaken.has(one.id) ? 'overtaken' : null;
  };
  const ended = ledger.reminders.flatMap((one) => {
    const endedBy = end(one);
    return endedBy === null ? [] : [{ ...one, endedAt: now, endedBy }];
  });
  return { due, ended, nextDueAt: nextDueAt === Infinity ? null : nextDueAt, topics };
}

function remindersByCause(reminders: Reminder[]): Map<string, Reminder[]> {
  const byCause = new Map<string, Reminder[]>();
  for (const one of reminders) {
    const key = causeKey(one);
    const known = byCause.get(key);
    if (known) known.push(one);
    else byCause.set(key, [one]);
  }
  return byCause;
}
