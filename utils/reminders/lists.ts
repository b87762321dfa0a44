import type { Delivery, Reminder } from '../model/reminder.ts';
import type { Instant } from '../model/time.ts';
import { topicOf } from './kinds.ts';
import { isOpen } from './row-state.ts';
import { wasUndone } from './speak.ts';

// A ledger keeps what was said for more than half a year, and is planned at every turn: what is asked of its
// lists over and over is made once for each list. A list that did not change stays the same object (apply.ts).

/** What is asked of the reminders. */
export interface ReminderList {
  byId: ReadonlyMap<string, Reminder>;
  bySubject: ReadonlyMap<string, Reminder[]>;
  standing: Reminder[];
  /** Those that a wrong clock wrote (`wasUndone`). */
  undone: Reminder[];
  /** The latest moment that is written in any of them; −∞ where there are none. */
  latest: Instant;
  /** Of the matters that are wholly over, when the first of them was; ∞ where there are none. */
  firstOver: Instant;
  /** The topics of those that have ended, by id. */
  endedTopics: ReadonlyMap<string, string>;
}

/** Since when it is over; ∞ while it stands. */
export const overAt = ({ endedAt, createdAt }: Reminder): Instant =>
  endedAt === null ? Infinity : Math.max(endedAt, createdAt);

const ofReminders = new WeakMap<Reminder[], ReminderList>();

export function listOfReminders(reminders: Reminder[]): ReminderList {
  const known = ofReminders.get(reminders);
  if (known) return known;
  const bySubject = new Map<string, Reminder[]>();
  const endedTopics = new Map<string, string>();
  const over = new Map<string, Instant>();
  let latest = -Infinity;
  for (const one of reminders) {
    latest = Math.max(latest, one.createdAt, one.endedAt ?? -Infinity);
    const topic = topicOf(one);
    over.set(topic, Math.max(over.get(topic) ?? -Infinity, overAt(one)));
    if (one.endedAt !== null) endedTopics.set(one.id, topic);
    const ofSubject = bySubject.get(one.subjectId);
    if (ofSubject) ofSubject.push(one);
    else bySubject.set(one.subjectId, [one]);
  }
  const made = {
    byId: new Map(reminders.map((one) => [one.id, one])),
    bySubject,
    standing: reminders.filter((one) => one.endedAt === null),
    undone: reminders.filter(wasUndone),
    latest,
    firstOver: [...over.values()].reduce((a, b) => Math.min(a, b), Infinity),
    endedTopics,
  };
  ofReminders.set(reminders, made);
  return made;
}

/** What is asked of the deliveries. */
export interface DeliveryList {
  /** Those that are still to be said. */
  open: Delivery[];
  /** Those that were given up and may have arrived. */
  givenUp: Delivery[];
  /** When the first of them was written; ∞ where there are none. */
  since: Instant;
}

const ofDeliveries = new WeakMap<Delivery[], DeliveryList>();

export function listOfDeliveries(deliveries: Delivery[]): DeliveryList {
  const known = ofDeliveries.get(deliveries);
  if (known) return known;
  const since = deliveries.reduce((least, { createdAt }) => Math.min(least, createdAt), Infinity);
  const made = {
    open: deliveries.filter(isOpen),
    givenUp: deliveries.filter((one) => one.state === 'cancelled' && one.doubts > 0),
    since,
  };
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
