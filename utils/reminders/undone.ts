import type { Ledger } from '../model/ledger.ts';
import type { Delivery, Reminder } from '../model/reminder.ts';
import { DAY, type Instant } from '../model/time.ts';
import { isOfWhatWasSeen, stepKey } from './kinds.ts';
import { listOfReminders } from './lists.ts';
import { cancelled } from './row-state.ts';
import { wasUndone } from './speak.ts';

/** What was seen is due when it was, which each place dates by its own clock; it is written anew within so many days. */
const ANEW_WITHIN = 7 * DAY;

/** Reminders that say the same: each place counts the occasions of a step by itself, and tells the other of its own. */
export function byStep(reminders: readonly Reminder[]): [Reminder, ...Reminder[]][] {
  const steps = new Map<string, [Reminder, ...Reminder[]]>();
  for (const one of reminders) {
    const key = stepKey(one);
    const twins = steps.get(key);
    if (twins) twins.push(one);
    else steps.set(key, [one]);
  }
  return [...steps.values()];
}

/** The same thing to say to the same target. */
export const sayingKey = (target: string, one: Reminder): string => `${target}|${stepKey(one)}`;

/**
 * What was written by a clock that was ahead and undone, or by another place under another name (it counts such
 * occasions by itself), and had reached a target, and when.
 */
export function saidByOtherNames({
  reminders,
  deliveries,
  meta: { timeSeen = -Infinity },
}: Pick<Ledger, 'reminders' | 'deliveries' | 'meta'>): ReadonlyMap<string, Instant> {
  const said = new Map<string, Instant>();
  const { undone, byId } = listOfReminders(reminders);
  if (undone.length === 0 && !deliveries.some(({ elsewhere }) => elsewhere)) return said;
  for (const row of deliveries) {
    const { state, sentAt, target, reminderIds } = row;
    if (state !== 'sent' || sentAt === null) continue;
    for (const one of reminderIds.flatMap((id) => byId.get(id) ?? [])) {
      if (!mayHaveAnother(one)) continue;
      if (row.elsewhere || isToldWell(one, sentAt, timeSeen)) {
        const key = sayingKey(target, one);
        said.set(key, Math.max(sentAt, said.get(key) ?? -Infinity));
      }
    }
  }
  return said;
}

/** Is the same said under another name? Of two that stand, one came from elsewhere. */
const mayHaveAnother = (one: Reminder): boolean => wasUndone(one) || one.endedAt === null;

/**
 * Later than when it was undone: told by the clock that was wrong, which says nothing of when it was. Unless that
 * clock undid it, and a service has said since that the time has come.
 */
const isToldWell = ({ endedAt }: Reminder, sentAt: Instant, timeSeen: Instant): boolean =>
  endedAt === null || sentAt <= endedAt || sentAt <= timeSeen;

/** Did that target hear, by another clock, what this reminder says anew, since it was due? */
export const hadInTime = (
  said: ReadonlyMap<string, Instant>,
  target: string,
  reminder: Reminder,
): boolean => {
  const at = said.get(sayingKey(target, reminder));
  if (at === undefined) return false;
  return at >= (isOfWhatWasSeen(reminder) ? reminder.createdAt - ANEW_WITHIN : reminder.dueAt);
};

/** A row of which nothing can have arrived, without what its target has heard since; null = it has heard none of it. */
export function withoutHeard(
  row: Delivery,
  byId: ReadonlyMap<string, Reminder>,
  said: ReadonlyMap<string, Instant>,
): Delivery | null {
  if (said.size === 0 || row.state !== 'pending' || row.doubts > 0) return null;
  const left = row.reminderIds.filter((id) => {
    const one = byId.get(id);
    return one === undefined || !hadInTime(said, row.target, one);
  });
  if (left.length === row.reminderIds.length) return null;
  const lighter = { ...row, reminderIds: left };
  return left.length + row.resolvedIds.length === 0 ? cancelled(lighter) : lighter;
}
