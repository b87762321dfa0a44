import type { Ledger, LedgerChange } from '../model/ledger.ts';
import type { Delivery, Reminder } from '../model/reminder.ts';
import type { Instant } from '../model/time.ts';
import { hashOf } from './id.ts';
import { isUrgent, topicOf } from './kinds.ts';
import { listOfReminders, openDeliveries } from './lists.ts';
import { cancelled } from './row-state.ts';
import { sayingOf } from './saying.ts';
import { COMPANION_LOST } from './speaker.ts';

// A browser that spoke in the place of a companion may be closed when that one is back, and tell it days later.
// So its messages name each thing that they say, and the companion asks the room for those names first.

/**
 * Names the saying of one reminder (`over` = of its end) to one target, wherever it is said: each place has ids
 * of its own for a key, so it goes by what RMS shows.
 */
function nameOf(target: string, one: Reminder, ledger: Ledger, over: boolean): string {
  const license = ledger.licenses.find(({ id }) => id === one.subjectId);
  const app = ledger.apps.find(({ id }) => id === license?.appId);
  const shop = ledger.shops.find(({ id }) => id === one.shopId);
  const subject =
    license && app && shop
      ? [shop.digits ?? shop.slug, app.developer, app.name, license.last4]
      : [one.subjectId];
  const topic = topicOf({ ...one, subjectId: '' });
  const said = over
    ? [topic, 'over']
    : [one.reason, one.expiresOn, one.threshold, license ? null : one.occurrence];
  return hashOf(JSON.stringify([target, subject, said]));
}

/** The names of all that a message of a delivery says, made of that ledger. */
export function namesOf(delivery: Delivery, ledger: Ledger): string[] {
  const { standing, over } = sayingOf(delivery, ledger.reminders);
  return [
    ...standing.map((one) => nameOf(delivery.target, one, ledger, false)),
    ...over.map((one) => nameOf(delivery.target, one, ledger, true)),
  ];
}

/** When a companion was away. */
export interface Away {
  from: Instant;
  to: Instant;
}

/**
 * What another may have said while this one was away gets a row of its own, by the name of its saying, as one
 * that may have arrived: it is asked for before it is said.
 */
export function askFirst(ledger: Ledger, away: Away): LedgerChange {
  const known = new Set(ledger.deliveries.map(({ id }) => id));
  const untried = openDeliveries(ledger.deliveries).filter(
    (one) => one.state === 'pending' && one.attempts === 0 && one.channel !== 'notification',
  );
  const deliveries: Delivery[] = [];
  for (const row of untried) {
    const apart = apartOf(row, ledger, away).filter(({ id }) => !known.has(id));
    if (apart.length > 0) deliveries.push(rest(row, apart), ...apart);
  }
  return deliveries.length === 0 ? {} : { deliveries };
}

/** The rows of what a browser may have said of this one. */
function apartOf(row: Delivery, ledger: Ledger, away: Away): Delivery[] {
  const { byId } = listOfReminders(ledger.reminders);
  const { standing, over } = sayingOf(row, ledger.reminders);
  const isLong = away.to - away.from >= COMPANION_LOST;
  // For less than a day nobody speaks in its place but of what is due at once.
  const maybeSaid = (one: Reminder): boolean => one.dueAt < away.to && (isLong || isUrgent(one));
  const alone = (one: Reminder, isOver: boolean): Delivery => ({
    ...row,
    id: nameOf(row.target, one, ledger, isOver),
    reminderIds: isOver ? [] : [one.id],
    resolvedIds: isOver ? row.resolvedIds.filter((id) => isOf(byId.get(id), one)) : [],
    // Since then it may stand in the room.
    createdAt: Math.min(row.createdAt, one.dueAt),
    state: 'doubtful',
    attempts: 1,
    doubts: 1,
  });
  return [
    ...standing.filter(maybeSaid).map((one) => alone(one, false)),
    ...over.filter((one) => isLong && maybeSaid(one)).map((one) => alone(one, true)),
  ];
}

const isOf = (one: Reminder | undefined, other: Reminder): boolean =>
  one !== undefined && topicOf(one) === topicOf(other);

/** What is left of a row without what has one of its own. */
function rest(row: Delivery, apart: Delivery[]): Delivery {
  const gone = new Set(apart.flatMap((one) => one.reminderIds));
  const over = new Set(apart.flatMap((one) => one.resolvedIds));
  const reminderIds = row.reminderIds.filter((id) => !gone.has(id));
  const resolvedIds = row.resolvedIds.filter((id) => !over.has(id));
  const left = { ...row, reminderIds, resolvedIds };
  return reminderIds.length + resolvedIds.length === 0 ? cancelled(left) : left;
}
