import type { Ledger, LedgerChange } from '../model/ledger.ts';
import type { Delivery, Reminder } from '../model/reminder.ts';
import type { Instant } from '../model/time.ts';
import { topicOf } from './kinds.ts';
import { listOfReminders, openDeliveries } from './lists.ts';
import { plan } from './plan.ts';
import { ruleBook } from './policy.ts';
import { cancelled, CLAIM_LASTS, isMoot, LONGEST_WAIT, triableAt } from './row-state.ts';
import { mayLeave } from './slot.ts';
import { isFromTheFuture } from './speak.ts';

/** Of an open one. A wait that is longer than any we set was written by a clock that has been set back since. */
function mayTry(one: Delivery, now: Instant): boolean {
  const at = triableAt(one);
  // Its room may have been looked at only: that is no attempt, and puts it off.
  const begun = one.state !== 'pending' || one.attempts > 0 || one.nextAttemptAt > one.slotAt;
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
  // As the plan that is made of this claim will have them: its message says nothing else.
  const ended = new Map(plan(ledger, now).ended.map((one) => [one.id, one]));
  const byId = new Map(
    ledger.reminders.map((one) => [one.id, rightAt(ended.get(one.id) ?? one, now)]),
  );
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
