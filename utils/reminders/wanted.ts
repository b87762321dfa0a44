import type { Ledger } from '../model/ledger.ts';
import type { ChannelId, Route, Target } from '../model/notice.ts';
import type { Answer, Delivery, Reminder } from '../model/reminder.ts';
import { HOUR, type Instant } from '../model/time.ts';
import { nameOfMatter } from './in-place.ts';
import { isUrgent, kindOf, topicOf } from './kinds.ts';
import { listOfReminders, madeOnce } from './lists.ts';
import { NOTIFICATION, type Place } from './place.ts';
import type { RuleBook } from './policy.ts';
import { byStep } from './undone.ts';

/** One target that must hear of a reminder, and why it is this one. */
export interface Wanted {
  target: string;
  channel: ChannelId;
  fallbackFor: string | null;
  escalated: boolean;
}

export interface Around {
  book: RuleBook;
  place: Place;
  now: Instant;
  targets: Map<string, Target>;
  answers: Map<string, Answer>;
  /** The deliveries that say a reminder that stands, by any name, and are not cancelled, by its id. */
  saying: ReadonlyMap<string, Delivery[]>;
  /** The thread of a matter in a target; the one that it has there already, else one that every place makes alike. */
  threadOf: (target: string, reminder: Reminder) => string;
}

export const aroundOf = (
  ledger: Ledger,
  fixed: { book: RuleBook; place: Place; now: Instant },
): Around => ({
  ...fixed,
  targets: new Map(ledger.targets.map((one) => [one.id, one])),
  answers: new Map(ledger.answers.map((one) => [one.id, one])),
  saying: byReminder(ledger.deliveries, ledger.reminders),
  threadOf: (target, reminder) =>
    threadsIn(ledger.deliveries, ledger.reminders).get(threadKey(target, reminder)) ??
    nameOfMatter(reminder, ledger),
});

const threadKey = (target: string, about: Reminder): string => `${target}|${topicOf(about)}`;

/** What was said of each matter in a target was said there. */
const threadsIn = madeOnce((deliveries: Delivery[], reminders: Reminder[]) => {
  const { byId } = listOfReminders(reminders);
  const threads = new Map<string, string>();
  for (const { target, threadId, reminderIds } of deliveries) {
    if (threadId === null) continue;
    for (const one of reminderIds.flatMap((id) => byId.get(id) ?? []))
      threads.set(threadKey(target, one), threadId);
  }
  return threads;
});

const byReminder = madeOnce((deliveries: Delivery[], reminders: Reminder[]) => {
  const { standing: all } = listOfReminders(reminders);
  const standing = new Set(all.map(({ id }) => id));
  const saying = new Map<string, Delivery[]>();
  for (const one of deliveries) {
    if (one.state === 'cancelled') continue;
    for (const id of one.reminderIds) {
      if (!standing.has(id)) continue;
      const known = saying.get(id);
      if (known) known.push(one);
      else saying.set(id, [one]);
    }
  }
  // By whichever name, it is one thing to say.
  for (const twins of byStep(all)) {
    if (twins.length === 1) continue;
    const rows = twins.flatMap(({ id }) => saying.get(id) ?? []);
    for (const { id } of twins) saying.set(id, rows);
  }
  return saying;
});

const direct = (
  target: string,
  channel: ChannelId,
  { fallbackFor = null, escalated = false }: Partial<Wanted> = {},
): Wanted => ({ target, channel, fallbackFor, escalated });

/** Every target that must hear of it by now, from here; those that have it already included. */
export function wantedFor(reminder: Reminder, around: Around): Wanted[] {
  const { place } = around;
  const own = place.channels.has('notification') ? [direct(NOTIFICATION, 'notification')] : [];
  if (around.targets.size === 0 || !place.speaks(reminder)) return own;
  const route = routeOf(reminder, around);
  const main = route.targetIds.flatMap((id) => usable(id, around)).filter((one) => one.enabled);
  const wanted = main.map(({ id, channel }) => direct(id, channel));
  return [
    ...own,
    ...wanted,
    ...fallbacks(reminder, route, around),
    ...escalation(reminder, route, around),
  ];
}

/** Its kind's route; without one, every target that takes the kind. */
function routeOf({ shopId, reason }: Reminder, { book, targets }: Around): Route {
  const kind = kindOf(reason);
  const set = book.of(shopId).policy.routes.find((one) => one.kind === kind);
  if (set) return set;
  const taking = [...targets.values()].filter((one) => one.kinds.includes(kind));
  return { kind, targetIds: taking.map(({ id }) => id), fallbackIds: [], escalation: null };
}

function usable(id: string, { targets, place }: Around): Target[] {
  const target = targets.get(id);
  return target && place.channels.has(target.channel) ? [target] : [];
}

/** The next one speaks when one fails past its limit, even where a person switched it off (seed 003). */
function fallbacks(reminder: Reminder, route: Route, around: Around): Wanted[] {
  const saying = around.saying.get(reminder.id) ?? [];
  const failing = saying.find((one) => one.failedAt !== null && one.fallbackFor === null);
  if (!failing || failing.channel === 'notification') return [];
  const wanted: Wanted[] = [];
  for (const target of route.fallbackIds.flatMap((id) => usable(id, around))) {
    if (route.targetIds.includes(target.id) && target.enabled) continue;
    wanted.push(direct(target.id, target.channel, { fallbackFor: failing.id }));
    const tried = saying.find((one) => one.target === target.id);
    if (!tried || tried.failedAt === null) break;
  }
  return wanted;
}

/** A second person, when it was said, is urgent, and nobody has answered. */
function escalation(reminder: Reminder, { escalation: to }: Route, around: Around): Wanted[] {
  if (!to || !isUrgent(reminder)) return [];
  const answer = around.answers.get(topicOf(reminder));
  if (answer && answer.at >= reminder.createdAt) return [];
  const said = (around.saying.get(reminder.id) ?? []).flatMap((one) =>
    one.escalated || one.channel === 'notification' ? [] : (one.sentAt ?? []),
  );
  if (said.length === 0 || around.now < Math.min(...said) + to.afterHours * HOUR) return [];
  return usable(to.targetId, around).map(({ id, channel }) =>
    direct(id, channel, { escalated: true }),
  );
}

/** When an escalation that nobody averts will be due; null = none is under way. */
export function escalatesAt(reminder: Reminder, around: Around): Instant | null {
  const { escalation: to } = routeOf(reminder, around);
  if (!to || !isUrgent(reminder)) return null;
  const said = (around.saying.get(reminder.id) ?? []).flatMap((one) =>
    one.channel === 'notification' ? [] : (one.sentAt ?? []),
  );
  if (said.length === 0) return null;
  const at = Math.min(...said) + to.afterHours * HOUR;
  return at > around.now ? at : null;
}
