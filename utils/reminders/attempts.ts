import type { Ledger, LedgerChange } from '../model/ledger.ts';
import type { Delivery, Reminder } from '../model/reminder.ts';
import { HOUR, type Instant } from '../model/time.ts';
import type { Outcome } from './channels/port.ts';
import { topicOf } from './kinds.ts';
import { listOfReminders, openDeliveries } from './lists.ts';
import { ruleBook } from './policy.ts';
import { oneOfEach } from './saying.ts';
import { cancelled, CLAIM_LASTS, isMoot, LONGEST_WAIT, triableAt } from './row-state.ts';
import { mayLeave } from './slot.ts';
import { isFromTheFuture } from './speak.ts';

const FIRST_WAIT = 30_000;

/** Of an open one. A wait that is longer than any we set was written by a clock that has been set back since. */
function mayTry(one: Delivery, now: Instant): boolean {
  const at = triableAt(one);
  const begun = one.state !== 'pending' || one.attempts > 0;
  return at <= now || (begun && at > now + LONGEST_WAIT + CLAIM_LASTS);
}

/** A delivery that is being tried. */
export interface Claimed {
  /** As it was written. */
  delivery: Delivery;
  /** What was known before: when its channel was first asked for it, after the last attempt, in vain. */
  absentAt: Instant | null;
  /** When it was last tried before, at the latest; of no meaning for one that never was. */
  triedAt: Instant;
}

/**
 * Takes the oldest delivery that may be tried: first write that it is being tried, then try. `claimed` is
 * null when there is none. One whose reasons have all ended meanwhile is cancelled instead. A claim that
 * nobody recorded the end of, and an attempt whose end is unknown, count as doubts.
 */
export function claim(
  ledger: Ledger,
  now: Instant,
  may: (delivery: Delivery) => boolean = () => true,
): { change: LedgerChange; claimed: Claimed | null } {
  const triable = openDeliveries(ledger.deliveries)
    .filter((one) => mayTry(one, now))
    .sort((a, b) => a.createdAt - b.createdAt);
  if (triable.length === 0) return { change: {}, claimed: null };
  const byId = new Map(ledger.reminders.map((one) => [one.id, rightAt(one, now)]));
  const { byId: asWritten, standing } = listOfReminders(ledger.reminders);
  const topics = new Set(standing.map(topicOf));
  const book = ruleBook(ledger.policies);
  const leaves = (one: Delivery): boolean =>
    one.channel === 'notification' ||
    one.attempts > 0 ||
    mayLeave(book.byId(one.policyId), one.slotAt, now);
  const moot = triable
    .filter((one) => isMoot(one, mayHaveArrived(one) ? asWritten : byId, topics))
    .map((one) => cancelled(one.state === 'claimed' ? { ...one, doubts: one.doubts + 1 } : one));
  const mootIds = new Set(moot.map(({ id }) => id));
  const next = triable.find((one) => !mootIds.has(one.id) && leaves(one) && may(one));
  if (!next) return { change: moot.length > 0 ? { deliveries: moot } : {}, claimed: null };
  const delivery: Delivery = {
    ...frozen(next, byId, topics),
    state: 'claimed',
    claimedAt: now,
    attempts: next.attempts + 1,
    doubts: next.doubts + (next.state === 'claimed' ? 1 : 0),
    // What comes of this claim may be a new attempt: nothing that was asked before it says anything of that.
    absentAt: null,
  };
  return {
    change: { deliveries: [...moot, delivery] },
    claimed: {
      delivery,
      absentAt: next.absentAt,
      triedAt: next.claimedAt ?? next.nextAttemptAt - CLAIM_LASTS,
    },
  };
}

/** An attempt of it ended in doubt, or its sender died over it. */
const mayHaveArrived = (one: Delivery): boolean => one.doubts > 0 || one.state === 'claimed';

/** What a clock that was ahead wrote is not begun to be said; that it may have been said is settled first. */
const rightAt = (one: Reminder, now: Instant): Reminder =>
  isFromTheFuture(one, now) ? { ...one, endedAt: now } : one;

/** What it says from now on: where nothing of it can have arrived, what ended meanwhile is left out. */
function frozen(
  one: Delivery,
  byId: ReadonlyMap<string, Reminder>,
  standing: Set<string>,
): Delivery {
  if (mayHaveArrived(one)) return one;
  const isOver = (id: string): boolean => {
    const reminder = byId.get(id);
    return reminder !== undefined && !standing.has(topicOf(reminder));
  };
  return {
    ...one,
    reminderIds: one.reminderIds.filter((id) => byId.get(id)?.endedAt === null),
    resolvedIds: one.resolvedIds.filter(isOver),
  };
}

/**
 * What a message says that is made of this ledger: what stands. What is over counts as said where an earlier
 * attempt may have said it (`again`), but not what something newer has overtaken: that is said by the newer
 * one, which may have been written by a wrong clock.
 */
export function saidIn(ledger: Ledger, { reminderIds }: Delivery, again: boolean): string[] {
  const { byId, standing } = listOfReminders(ledger.reminders);
  const topics = new Set(standing.map(topicOf));
  return reminderIds.filter((id) => {
    const one = byId.get(id);
    return !one || one.endedAt === null || (again && !topics.has(topicOf(one)));
  });
}

interface Arrived {
  now: Instant;
  ref?: string | null;
  /** The reminders that it said; absent = all that it has. */
  said?: string[];
}

/**
 * It arrived; said by the channel now, or when it was asked afterwards. What only an earlier attempt may have
 * said stays behind as a row that was given up: it ends with 解決, and is seen to if it ever stands again.
 */
export function sent(
  ledger: Ledger,
  deliveryId: string,
  { now, ref = null, said }: Arrived,
): LedgerChange {
  const known = ledger.deliveries.find((one) => one.id === deliveryId);
  if (!known || known.state === 'sent') return {};
  const delivery = said ? { ...known, reminderIds: said } : known;
  const spoken = new Set([...delivery.reminderIds, ...delivery.resolvedIds]);
  const reminders = ledger.reminders.filter((one) => spoken.has(one.id));
  const shops = [...new Set(reminders.map((one) => one.shopId))];
  const arrived: Delivery = {
    ...delivery,
    state: 'sent',
    claimedAt: null,
    sentAt: now,
    error: null,
    ref,
  };
  return {
    deliveries: [arrived, ...saidBefore(known, delivery.reminderIds)],
    history: [
      {
        at: now,
        kind: delivery.fallbackFor === null ? 'notified' : 'fallback',
        shopId: shops.length === 1 ? (shops[0] ?? null) : null,
        subjectId: delivery.id,
        detail: {
          channel: delivery.channel,
          count: countOf(delivery, reminders),
          reasons: [...new Set(reminders.map((one) => one.reason))].join(' '),
          attempts: delivery.attempts,
          doubts: delivery.doubts,
        },
      },
    ],
  };
}

/** How many things it said: of what is over, matters. */
const countOf = ({ reminderIds, resolvedIds }: Delivery, reminders: Reminder[]): number =>
  reminderIds.length + oneOfEach(reminders.filter(({ id }) => resolvedIds.includes(id))).length;

/** What earlier attempts of it may have said, and the one that arrived did not. */
function saidBefore(one: Delivery, now: string[]): Delivery[] {
  const reminderIds = one.doubts > 0 ? one.reminderIds.filter((id) => !now.includes(id)) : [];
  if (reminderIds.length === 0) return [];
  return [cancelled({ ...one, id: `${one.id}-before`, reminderIds, resolvedIds: [] })];
}

/**
 * Its channel had nothing of it, and what was sent may still be on its way: nothing was sent, and it is asked
 * again in a while. That counts as no attempt.
 */
export function unsettled(
  ledger: Ledger,
  deliveryId: string,
  { now, claimedAt, absentAt }: { now: Instant; claimedAt: Instant | null; absentAt: Instant },
): LedgerChange {
  const delivery = ledger.deliveries.find((one) => one.id === deliveryId);
  if (delivery?.state !== 'claimed' || delivery.claimedAt !== claimedAt) return {};
  const waiting: Delivery = {
    ...delivery,
    state: 'doubtful',
    claimedAt: null,
    absentAt,
    attempts: delivery.attempts - 1,
    nextAttemptAt: now + CLAIM_LASTS,
  };
  return { deliveries: [waiting] };
}

/**
 * Its channel had nothing of it twice: nothing of any attempt arrived, nor will. It is tried anew, as what
 * stands by then; until this is written it stays what may have been said, as that is what a look would find.
 */
export function settled(
  ledger: Ledger,
  deliveryId: string,
  { now, claimedAt }: { now: Instant; claimedAt: Instant | null },
): LedgerChange {
  const delivery = ledger.deliveries.find((one) => one.id === deliveryId);
  if (delivery?.state !== 'claimed' || delivery.claimedAt !== claimedAt) return {};
  const anew: Delivery = {
    ...delivery,
    state: 'pending',
    claimedAt: null,
    doubts: 0,
    attempts: delivery.attempts - 1,
    nextAttemptAt: now,
  };
  return { deliveries: [anew] };
}

/** What it would say was written by a clock that was ahead: it is not sent again, though it may have arrived. */
export function withdrawn(
  ledger: Ledger,
  deliveryId: string,
  claimedAt: Instant | null,
): LedgerChange {
  const delivery = ledger.deliveries.find((one) => one.id === deliveryId);
  if (delivery?.state !== 'claimed' || delivery.claimedAt !== claimedAt) return {};
  return { deliveries: [cancelled(delivery)] };
}

/** Has it nothing to say that stands and was written by a right clock? */
export function saysNothingRight(ledger: Ledger, delivery: Delivery, now: Instant): boolean {
  const { byId } = listOfReminders(ledger.reminders);
  const isRight = (id: string): boolean => {
    const one = byId.get(id);
    return one !== undefined && one.endedAt === null && !isFromTheFuture(one, now);
  };
  return delivery.resolvedIds.length === 0 && !delivery.reminderIds.some(isRight);
}

interface Tried {
  now: Instant;
  /** When the claim was made under which it was tried. */
  claimedAt: Instant | null;
  /** From 0 to 1: spreads the next attempt over the second half of its wait. */
  jitter: number;
  /** Attempts after which the next target of the route speaks. */
  limit: number;
}

/**
 * How an attempt ended that did not go well. The wait doubles from 30 seconds to an hour; a channel may ask
 * for a longer one within that. Nothing is written if another sender has taken the delivery meanwhile.
 */
export function failed(
  ledger: Ledger,
  deliveryId: string,
  outcome: Exclude<Outcome, { kind: 'delivered' }>,
  { now, claimedAt, jitter, limit }: Tried,
): LedgerChange {
  const delivery = ledger.deliveries.find((one) => one.id === deliveryId);
  if (delivery?.state !== 'claimed' || delivery.claimedAt !== claimedAt) return {};
  const doubtful = outcome.kind === 'doubtful';
  const least = doubtful ? CLAIM_LASTS : outcome.kind === 'retry' ? (outcome.after ?? 0) : 0;
  const grown =
    outcome.kind === 'refused' ? HOUR : FIRST_WAIT * 2 ** Math.max(0, delivery.attempts - 1);
  const wait = Math.min(
    LONGEST_WAIT,
    Math.max(least, spread(Math.min(LONGEST_WAIT, grown), jitter)),
  );
  const over = outcome.kind === 'refused' || delivery.attempts >= limit;
  return {
    deliveries: [
      {
        ...delivery,
        state: doubtful ? 'doubtful' : 'pending',
        claimedAt: null,
        doubts: delivery.doubts + (doubtful ? 1 : 0),
        nextAttemptAt: now + wait,
        failedAt: over ? (delivery.failedAt ?? now) : delivery.failedAt,
        error: outcome.why,
      },
    ],
  };
}

const spread = (wait: number, jitter: number): number => Math.round((wait * (1 + jitter)) / 2);
