import type { Delivery, Reminder } from '../model/reminder.ts';
import type { Instant } from '../model/time.ts';
import { isOpen } from './row-state.ts';

// A ledger keeps what was said for more than half a year, and is planned at every turn: what is asked of its
// lists over and over is made once for each list. A list that did not change stays the same object (apply.ts).

/** What is asked of the reminders. */
export interface ReminderList {
  byId: ReadonlyMap<string, Reminder>;
  bySubject: ReadonlyMap<string, Reminder[]>;
  standing: Reminder[];
  /** The latest moment that is written in any of them; −∞ where there are none. */
  latest: Instant;
  /** When the first of them was written; ∞ where there are none. */
  since: Instant;
}

const ofReminders = new WeakMap<Reminder[], ReminderList>();

export function listOfReminders(reminders: Reminder[]): ReminderList {
  const known = ofReminders.get(reminders);
  if (known) return known;
  const bySubject = new Map<string, Reminder[]>();
  let [latest, since] = [-Infinity, Infinity];
  for (const one of reminders) {
    latest = Math.max(latest, one.createdAt, one.endedAt ?? -Infinity);
    since = Math.min(since, one.createdAt);
    const ofSubject = bySubject.get(one.subjectId);
    if (ofSubject) ofSubject.push(one);
    else bySubject.set(one.subjectId, [one]);
  }
  const made = {
    byId: new Map(reminders.map((one) => [one.id, one])),
    bySubject,
    standing: reminders.filter((one) => one.endedAt === null),
    latest,
    since,
  };
  ofReminders.set(reminders, made);
  return made;
}

/** What is asked of the deliveries. */
export interface DeliveryList {
  /** Those that are still to be said. */
  open: Delivery[];
  /** When the first of them was written; ∞ where there are none. */
  since: Instant;
}

const ofDeliveries = new WeakMap<Delivery[], DeliveryList>();

export function listOfDeliveries(deliveries: Delivery[]): DeliveryList {
  const known = ofDeliveries.get(deliveries);
  if (known) return known;
  const since = deliveries.reduce((least, { createdAt }) => Math.min(least, createdAt), Infinity);
  const made = { open: deliveries.filter(isOpen), since };
  ofDeliveries.set(deliveries, made);
  return made;
}

export const openDeliveries = (deliveries: Delivery[]): Delivery[] =>
  listOfDeliveries(deliveries).open;

/** Remembers what was last made of two lists, for as long as the first lives. */
export function madeOnce<A extends object, B extends object, R>(
  make: (first: A, second: B) => R,
): (first: A, second: B) => R {
  const known = new WeakMap<A, { second: B; made: R }>();
  return (first, second) => {
    const had = known.get(first);
    if (had?.second === second) return had.made;
    const made = make(first, second);
    known.set(first, { second, made });
    return made;
  };
}
