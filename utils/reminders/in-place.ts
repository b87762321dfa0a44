import type { Ledger, LedgerChange } from '../model/ledger.ts';
import type { Delivery, Reminder } from '../model/reminder.ts';
import { MINUTE, type Instant } from '../model/time.ts';
import type { Channels } from './channels/port.ts';
import { hashOf } from './id.ts';
import { topicOf } from './kinds.ts';
import { listOfReminders } from './lists.ts';
import { cancelled, CLAIM_LASTS } from './row-state.ts';
import { sayingOf } from './saying.ts';

// A browser that speaks in the place of a companion may be closed when that one is back, and tell it days later;
// and it does not know what a companion said that it cannot reach. So what both say in a channel that can be asked
// names each thing, and each asks for those names before it says what the other may have said.

/** Of a name, 48 bits: a room shows a hundred messages, so that two share one by chance is out of the question. */
const NAME_LENGTH = 12;

/** By which a row that asks finds what it asks for. */
export const nameAskedFor = ({ id }: Delivery): string => id.slice(0, NAME_LENGTH);

/** What a reminder is about by what RMS shows of it: each place has ids of its own for a key. */
function subjectOf(one: Reminder, ledger: Ledger): (string | null)[] {
  const license = ledger.licenses.find(({ id }) => id === one.subjectId);
  const app = ledger.apps.find(({ id }) => id === license?.appId);
  const shop = ledger.shops.find(({ id }) => id === one.shopId);
  return license && app && shop
    ? [shop.digits ?? shop.slug, app.developer, app.name, license.last4]
    : [one.subjectId];
}

/** Of the matter, without its subject. */
const kindOfMatter = (one: Reminder): string => topicOf({ ...one, subjectId: '' });

/** Names a matter, wherever it is spoken of. */
export const nameOfMatter = (one: Reminder, ledger: Ledger): string =>
  hashOf(JSON.stringify([subjectOf(one, ledger), kindOfMatter(one)]));

/** Names the saying of one reminder (`over` = of its end) to one target, wherever it is said. */
function nameOf(target: string, one: Reminder, ledger: Ledger, over: boolean): string {
  const isOfKey = ledger.licenses.some(({ id }) => id === one.subjectId);
  const said = over
    ? [kindOfMatter(one), 'over']
    : [one.reason, one.expiresOn, one.threshold, isOfKey ? null : one.occurrence];
  const name = hashOf(JSON.stringify([target, subjectOf(one, ledger), said]));
  return name.slice(0, NAME_LENGTH);
}

/** The names of all that a message of a delivery says, made of that ledger. */
export function namesOf(delivery: Delivery, ledger: Ledger): string[] {
  const { standing, over } = sayingOf(delivery, ledger.reminders);
  return [
    ...standing.map((one) => nameOf(delivery.target, one, ledger, false)),
    ...over.map((one) => nameOf(delivery.target, one, ledger, true)),
  ];
}

/** Another place that may have spoken of what this one is to say. */
export interface Other {
  /** Of what is due later, it has not spoken; ∞ = it may be speaking still. */
  until: Instant;
  /** Does it speak of that shop? */
  of: (shopId: string | null) => boolean;
}

/** A companion that this browser does not hear may be alive, and speak of its shops, all the same; null = there is none. */
export const unheardCompanion = ({
  meta: { companionHeardAt, companionSpeaksFor: shops = [] },
}: Ledger): Other | null =>
  companionHeardAt === undefined || shops.length === 0
    ? null
    : { until: Infinity, of: (shopId) => shopId !== null && shops.includes(shopId) };

/** What a channel answered is good for so long, where the other may be speaking still. */
const FRESH = 10 * MINUTE;
/** The rest of a message waits for what is asked: a channel is asked twice, `CLAIM_LASTS` apart. */
const REST_WAITS = 3 * CLAIM_LASTS;

/**
 * What another may have said gets a row of its own, by the name of its saying, that asks for it. What is not
 * found is planned anew, with the rest, which waits so long. Of channels that cannot be asked, nothing.
 */
export function askFirst(
  ledger: Ledger,
  rows: Delivery[],
  { until, of }: Other,
  { now, channels }: { now: Instant; channels: Channels },
): LedgerChange {
  const known = new Map(ledger.deliveries.map((one) => [one.id, one]));
  const isKnown = ({ id }: Delivery): boolean => {
    const before = known.get(id);
    if (before?.state !== 'cancelled') return before !== undefined;
    // It was asked for in vain, since the other fell silent or just now.
    const { absentAt } = before;
    return absentAt !== null && absentAt <= now && absentAt >= Math.min(until, now - FRESH);
  };
  const maybeSaid = (one: Reminder): boolean => one.dueAt < until && of(one.shopId);
  const asksOf = (row: Delivery): Delivery[] => {
    const { standing, over } = sayingOf(row, ledger.reminders);
    return [
      ...standing.filter(maybeSaid).map((one) => askFor(row, one, ledger, false)),
      ...over.filter(maybeSaid).map((one) => askFor(row, one, ledger, true)),
    ].filter((one) => !isKnown(one));
  };
  const deliveries = rows
    .filter((one) => isUntold(one) && channels.get(one.channel)?.class === 1)
    .flatMap((row) => apart(row, asksOf(row), now));
  return deliveries.length === 0 ? {} : { deliveries };
}

/** Nothing of it can have arrived from here. */
export const isUntold = ({ state, doubts }: Delivery): boolean =>
  state === 'pending' && doubts === 0;

function askFor(row: Delivery, one: Reminder, ledger: Ledger, isOver: boolean): Delivery {
  const { byId } = listOfReminders(ledger.reminders);
  const since = isOver ? lastSaid(row.target, one, ledger) : one.dueAt;
  return {
    ...row,
    // One for each occasion: what repeats has the same name.
    id: `${nameOf(row.target, one, ledger, isOver)}-${isOver ? since : one.occurrence}`,
    reminderIds: isOver ? [] : [one.id],
    resolvedIds: isOver ? row.resolvedIds.filter((id) => isOf(byId.get(id), one)) : [],
    // Since then it may stand in the room.
    createdAt: since,
    asks: true,
    digest: false,
    state: 'doubtful',
    attempts: 1,
    doubts: 1,
    absentAt: null,
  };
}

/** When a target last heard that a matter stands: it was not over before. */
const lastSaid = (target: string, about: Reminder, ledger: Ledger): Instant =>
  lastHeard(target, ledger, (one) => topicOf(one) === topicOf(about)) ?? about.dueAt;

/** When, as far as is known here, a target last heard one of those; null = never. */
function lastHeard(
  target: string,
  { deliveries, reminders }: Ledger,
  isOne: (reminder: Reminder) => boolean,
): Instant | null {
  const { byId } = listOfReminders(reminders);
  const isSaid = (id: string): boolean => {
    const one = byId.get(id);
    return one !== undefined && isOne(one);
  };
  return deliveries
    .filter((one) => one.target === target && one.reminderIds.some(isSaid))
    .reduce<Instant | null>(
      (last, { sentAt }) => (sentAt === null ? last : Math.max(last ?? sentAt, sentAt)),
      null,
    );
}

/** By how much a service's time of a message may be later than that of its answer. */
const SLACK = MINUTE;

/**
 * What repeats has one name. Was what a channel found at that time said on an earlier occasion than the one that
 * is asked for? That one is known here.
 */
export function isOfBefore(ask: Delivery, at: Instant, ledger: Ledger): boolean {
  const { byId } = listOfReminders(ledger.reminders);
  const [about] = [...ask.reminderIds, ...ask.resolvedIds].flatMap((id) => byId.get(id) ?? []);
  if (!about) return false;
  const isEarlier = (one: Reminder): boolean =>
    one.occurrence < about.occurrence &&
    one.subjectId === about.subjectId &&
    one.reason === about.reason &&
    one.expiresOn === about.expiresOn &&
    one.threshold === about.threshold;
  const isOver = ask.reminderIds.length === 0;
  const last = isOver
    ? lastSaid(ask.target, about, ledger)
    : lastHeard(ask.target, ledger, isEarlier);
  return last !== null && at <= last + SLACK;
}

const isOf = (one: Reminder | undefined, other: Reminder): boolean =>
  one !== undefined && topicOf(one) === topicOf(other);

/** The rows that ask, and what is left of the one for which they do. */
function apart(row: Delivery, asks: Delivery[], now: Instant): Delivery[] {
  if (asks.length === 0) return [];
  const gone = new Set(asks.flatMap((one) => one.reminderIds));
  const over = new Set(asks.flatMap((one) => one.resolvedIds));
  const left: Delivery = {
    ...row,
    reminderIds: row.reminderIds.filter((id) => !gone.has(id)),
    resolvedIds: row.resolvedIds.filter((id) => !over.has(id)),
    nextAttemptAt: Math.max(row.nextAttemptAt, now + REST_WAITS),
  };
  const isEmpty = left.reminderIds.length + left.resolvedIds.length === 0;
  return [isEmpty ? cancelled(left) : left, ...asks];
}
