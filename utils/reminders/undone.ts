import type { Ledger } from '../model/ledger.ts';
import type { Reminder } from '../model/reminder.ts';
import { DAY, type Instant } from '../model/time.ts';
import { listOfReminders } from './lists.ts';

/** A reminder that a clock was wrong about is written anew within so many days; a step before a date, whenever it is. */
const ANEW_WITHIN = 7 * DAY;

/** The same thing to say to the same target, whichever clock wrote it. */
const sayingKey = (target: string, one: Reminder): string =>
  [target, one.subjectId, one.reason, one.expiresOn, one.threshold].join('|');

/**
 * What was written by a clock that was ahead and undone, and had reached a target when it was due all the
 * same, and when: that target need not hear it again.
 */
export function saidInTime({
  reminders,
  deliveries,
  meta: { timeSeen = -Infinity },
}: Pick<Ledger, 'reminders' | 'deliveries' | 'meta'>): ReadonlyMap<string, Instant> {
  const said = new Map<string, Instant>();
  const { undone: wrong } = listOfReminders(reminders);
  if (wrong.length === 0) return said;
  const undone = new Map(wrong.map((one) => [one.id, one]));
  for (const { state, sentAt, target, reminderIds, elsewhere } of deliveries) {
    if (state !== 'sent' || sentAt === null) continue;
    for (const id of reminderIds) {
      const one = undone.get(id);
      if (!one || one.endedAt === null) continue;
      // Later than when it was undone: told by the clock that was wrong, which says nothing of when it was. Or that
      // clock undid it, and a service has said since that the time has come.
      if (!elsewhere && sentAt > one.endedAt && sentAt > timeSeen) continue;
      const key = sayingKey(target, one);
      if (sentAt >= one.dueAt) said.set(key, Math.max(sentAt, said.get(key) ?? -Infinity));
    }
  }
  return said;
}

/** Did that target hear, by another clock, what this reminder says anew? For as long as it stands. */
export const hadInTime = (
  inTime: ReadonlyMap<string, Instant>,
  target: string,
  reminder: Reminder,
): boolean => {
  const at = inTime.get(sayingKey(target, reminder));
  return (
    at !== undefined && (reminder.expiresOn !== null || at >= reminder.createdAt - ANEW_WITHIN)
  );
};
