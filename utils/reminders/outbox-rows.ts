import { jstDateOf, startOfJstDay } from '../calendar/jst.ts';
import type { ChannelId } from '../model/notice.ts';
import type { Delivery, Reminder } from '../model/reminder.ts';
import { DAY, type Instant } from '../model/time.ts';
import { isUrgent } from './kinds.ts';
import { openDeliveries } from './lists.ts';
import { DEFAULT_POLICY } from './policy.ts';
import type { Resolved } from './resolved.ts';
import { cancelled } from './row-state.ts';
import { missedDigest, nextDigest, slotFor } from './slot.ts';
import type { Around, Wanted } from './wanted.ts';

interface ToWrite {
  wanted: { to: Wanted; reminder: Reminder }[];
  over: Resolved[];
  deliveries: Delivery[];
  around: Around;
}

/** One thing to say to one target, and when. */
interface Item {
  to: Wanted;
  reminder: Reminder;
  resolved: boolean;
  /** The ids that it settles: its own, and for 解決 all that were heard of the matter, its own the first. */
  ids: string[];
  policyId: string;
  slotAt: Instant;
  digest: boolean;
  threadId: string | null;
}

/**
 * The rows for what is to be said: one for each target, hour and digest. One that nobody has tried yet is
 * folded in: the room hears one message, not two.
 */
export function writeRows({ wanted, over, deliveries, around }: ToWrite): Delivery[] {
  if (wanted.length + over.length === 0) return [];
  const digested = digestedToday(deliveries, around.now);
  const items = [
    ...wanted.map(({ to, reminder }) => ({
      ...itemOf(to, reminder, false, digested, around),
      ids: [reminder.id],
    })),
    ...over.map(({ target, delivery, reminder, covers }) => ({
      ...itemOf(
        { target, channel: delivery.channel, fallbackFor: null, escalated: false },
        reminder,
        true,
        digested,
        around,
      ),
      ids: [reminder.id, ...covers],
    })),
  ];
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = groupOf(item);
    const known = groups.get(key);
    if (known) known.push(item);
    else groups.set(key, [item]);
  }
  const untried = openDeliveries(deliveries).filter(
    (one) => one.state === 'pending' && one.attempts === 0,
  );
  return [...groups.values()].flatMap((group) => rowOf(group, untried, around));
}

const groupOf = ({ to, policyId, slotAt, digest, threadId }: Item): string =>
  [to.target, policyId, slotAt, digest, threadId, to.fallbackFor, to.escalated].join('|');

function itemOf(
  to: Wanted,
  reminder: Reminder,
  resolved: boolean,
  digested: ReadonlyMap<string, Instant>,
  { book, place, now, threadOf }: Around,
): Omit<Item, 'ids'> {
  if (to.channel === 'notification') {
    const atOnce = { slotAt: now, digest: false, threadId: null };
    return { to, reminder, resolved, policyId: DEFAULT_POLICY.id, ...atOnce };
  }
  const rules = book.of(reminder.shopId);
  const policyId = rules.hoursId;
  const thread = place.channels.get(to.channel)?.grouping === 'thread';
  // A fallback and a second person speak of what was due long ago.
  const urgent = (isUrgent(reminder) && !resolved) || to.fallbackFor !== null || to.escalated;
  const since = { dueAt: reminder.dueAt, createdAt: knownAt(reminder, resolved, now) };
  const leftAt = digested.get(digestKey(to.target, policyId));
  const slotAt = slotFor(rules, {
    urgent: urgent || thread,
    // What was due in time for the digest of today and missed it is not kept until the next one.
    digested: leftAt !== undefined && !missedDigest(rules, since, { leftAt, now }),
    now,
  });
  return {
    to,
    reminder,
    resolved,
    policyId,
    slotAt,
    // What is urgent goes with the digest where it leaves at the same time.
    digest: !thread && (!urgent || slotAt === nextDigest(rules, now)),
    threadId: thread ? threadOf(to.target, reminder) : null,
  };
}

/** When it could have been said first. That something is over was not known when that was due. */
function knownAt(one: Reminder, resolved: boolean, now: Instant): Instant {
  if (resolved) return now;
  // A step that is written anew, as a wrong clock had written it: it was late already.
  return one.occurrence > 0 && one.threshold !== null ? one.dueAt : one.createdAt;
}

const digestKey = (target: string, policyId: string): string => `${target}|${policyId}`;

/**
 * Targets whose digest of today has left, or is leaving, and when. One of an earlier day that left late is not
 * today's; one that a clock that was ahead took for today's is not either.
 */
function digestedToday(deliveries: Delivery[], now: Instant): ReadonlyMap<string, Instant> {
  const from = startOfJstDay(jstDateOf(now));
  const isToday = (at: Instant): boolean => at >= from && at < from + DAY;
  const left = new Map<string, Instant>();
  for (const one of deliveries) {
    if (!one.digest || one.attempts === 0 || isWithdrawn(one)) continue;
    const leftAt = one.sentAt ?? one.claimedAt ?? one.slotAt;
    if (!isToday(one.slotAt) || !isToday(leftAt)) continue;
    const key = digestKey(one.target, one.policyId);
    left.set(key, Math.max(leftAt, left.get(key) ?? -Infinity));
  }
  return left;
}

/** Its room did not hear it, and will not. */
const isWithdrawn = ({ state }: Delivery): boolean =>
  state === 'cancelled' || state === 'handedOver';

function rowOf(group: Item[], untried: Delivery[], { now, place }: Around): Delivery[] {
  const [first] = group;
  if (!first) return [];
  const same = untried.filter((one) => folds(one, first, now));
  const ids = (resolved: boolean): string[] =>
    group.filter((one) => one.resolved === resolved).flatMap((one) => one.ids);
  const row: Delivery = {
    id: place.newId(),
    channel: first.to.channel satisfies ChannelId,
    target: first.to.target,
    policyId: first.policyId,
    threadId: first.threadId,
    reminderIds: unique([...same.flatMap((one) => one.reminderIds), ...ids(false)]),
    resolvedIds: unique([...same.flatMap((one) => one.resolvedIds), ...ids(true)]),
    fallbackFor: first.to.fallbackFor,
    escalated: first.to.escalated,
    digest: first.digest,
    state: 'pending',
    createdAt: now,
    slotAt: first.slotAt,
    claimedAt: null,
    sentAt: null,
    attempts: 0,
    doubts: 0,
    nextAttemptAt: first.slotAt,
    absentAt: null,
    failedAt: null,
    error: null,
    ref: null,
  };
  return [...same.map(cancelled), row];
}

const unique = (ids: string[]): string[] => [...new Set(ids)];

/** Would both leave at the same time, to the same target, as the same kind of message? */
const folds = (one: Delivery, item: Item, now: Instant): boolean =>
  one.target === item.to.target &&
  one.policyId === item.policyId &&
  one.threadId === item.threadId &&
  one.digest === item.digest &&
  one.fallbackFor === item.to.fallbackFor &&
  one.escalated === item.to.escalated &&
  (one.slotAt === item.slotAt || (one.slotAt <= now && item.slotAt <= now));
