import type { Ledger } from '../model/ledger.ts';
import type { Delivery, Reminder } from '../model/reminder.ts';
import { HOUR, MINUTE, type Instant } from '../model/time.ts';
import { foundId } from './found.ts';
import { hashOf } from './id.ts';
import { isOfWhatWasSeen, topicOf } from './kinds.ts';
import { listOfReminders } from './lists.ts';
import { sayingOf } from './saying.ts';
import { wasUndone } from './speak.ts';

// A browser that speaks in the place of a companion may be closed when that one is back, and tell it days later;
// and it does not know what a companion said that it cannot reach. So what both say in a channel that can be asked
// names each thing, and each looks there for those names before it says what the other may have said.

/** Of a name, 48 bits: a room shows a hundred messages, so that two share one by chance is out of the question. */
const NAME_LENGTH = 12;

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
  /** Of what it said before, it has told. */
  since: Instant;
  /** Of what is due later, it has not spoken; ∞ = it may be speaking still. */
  until: Instant;
  /** Does it speak of that shop? */
  of: (shopId: string | null) => boolean;
}

/** A meeting that broke off may have told of being alive, and not yet of what was said. */
const MAY_BREAK_OFF = HOUR;

/** The companion, which may be alive and speak of its shops though this browser does not hear it; null = none is known. */
export const companionBeside = ({
  meta: { companionHeardAt, companionSpeaksFor: shops = [] },
}: Ledger): Other | null =>
  companionHeardAt === undefined || shops.length === 0
    ? null
    : {
        since: companionHeardAt - MAY_BREAK_OFF,
        until: Infinity,
        of: (shopId) => shopId !== null && shops.includes(shopId),
      };

/** One thing that a row says, and another place may have said. */
export interface Thing {
  name: string;
  about: Reminder;
  /** 解決. */
  isOver: boolean;
}

/** What of a row another place may have said. */
export function thingsOf(row: Delivery, ledger: Ledger, { until, of }: Other): Thing[] {
  const { standing, over } = sayingOf(row, ledger.reminders);
  const maybeSaid = (one: Reminder): boolean => one.dueAt < until && of(one.shopId);
  const thing = (about: Reminder, isOver: boolean): Thing => ({
    name: nameOf(row.target, about, ledger, isOver),
    about,
    isOver,
  });
  return [
    ...standing.filter(maybeSaid).map((one) => thing(one, false)),
    ...over.filter(maybeSaid).map((one) => thing(one, true)),
  ];
}

/** Since when they may stand there. A clock that was ahead may have written down what the other has told. */
export const mayStandSince = (things: Thing[], { since }: Other, now: Instant): Instant =>
  Math.max(since > now ? -Infinity : since, Math.min(...things.map(({ about }) => about.dueAt)));

/** By how much a service's time of a message may differ from that of its answer. */
const SLACK = MINUTE;

/**
 * Is what a channel shows under that name, said at that time (null = it does not say), the thing itself? What
 * repeats has one name: an earlier occasion that is known here was another. And a step that a wrong clock said
 * before its day has to be said on its day.
 */
export function isIt(
  { about, isOver }: Thing,
  at: Instant | null,
  target: string,
  ledger: Ledger,
): boolean {
  const before = lastHeard(target, ledger, (one) =>
    isOver ? topicOf(one) === topicOf(about) : isEarlier(one, about),
  );
  if (at === null) return before === null;
  if (before !== null && at <= before + SLACK) return false;
  return isOver || isOfWhatWasSeen(about) || at >= about.dueAt - SLACK;
}

/** What a wrong clock wrote and was undone was no occasion. */
const isEarlier = (one: Reminder, than: Reminder): boolean =>
  one.occurrence < than.occurrence &&
  !wasUndone(one) &&
  one.subjectId === than.subjectId &&
  one.reason === than.reason &&
  one.expiresOn === than.expiresOn &&
  one.threshold === than.threshold;

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

/** A thing that another place said, and when. */
export interface SaidByOther {
  thing: Thing;
  at: Instant;
}

/** A row without what another place has said, and a row for each such thing. */
export function withoutSaid(
  row: Delivery,
  said: SaidByOther[],
  { reminders }: Ledger,
): { left: Delivery; told: Delivery[] } {
  const { byId } = listOfReminders(reminders);
  const isOf = (id: string, about: Reminder): boolean => {
    const one = byId.get(id);
    return one !== undefined && topicOf(one) === topicOf(about);
  };
  const told = said.map(({ thing: { name, about, isOver }, at }): Delivery => {
    const reminderIds = isOver ? [] : [about.id];
    const resolvedIds = isOver ? row.resolvedIds.filter((id) => isOf(id, about)) : [];
    return Object.assign({}, row, {
      id: foundId(row.id, name),
      reminderIds,
      resolvedIds,
      digest: false,
      state: 'sent' as const,
      claimedAt: null,
      sentAt: at,
      elsewhere: true as const,
      error: null,
    });
  });
  const gone = new Set(told.flatMap((one) => one.reminderIds));
  const over = new Set(told.flatMap((one) => one.resolvedIds));
  const left = {
    ...row,
    reminderIds: row.reminderIds.filter((id) => !gone.has(id)),
    resolvedIds: row.resolvedIds.filter((id) => !over.has(id)),
  };
  return { left, told };
}
