import type { Ledger, LedgerChange } from '../model/ledger.ts';
import type { Delivery, Reminder } from '../model/reminder.ts';
import { HOUR, type Instant } from '../model/time.ts';
import type { Outcome } from './channels/port.ts';
import { withoutSaid, type SaidByOther } from './in-place.ts';
import { listOfReminders } from './lists.ts';
import { cancelled, CLAIM_LASTS, LONGEST_WAIT } from './row-state.ts';
import { oneOfEach } from './saying.ts';
import { hadInTime, saidByOtherNames, sayingKey } from './undone.ts';

const FIRST_WAIT = 30_000;

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
  return ofClaim(ledger, deliveryId, claimedAt, (delivery) => ({
    ...delivery,
    state: 'doubtful',
    claimedAt: null,
    absentAt,
    attempts: delivery.attempts - 1,
    nextAttemptAt: now + CLAIM_LASTS,
  }));
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
  return ofClaim(ledger, deliveryId, claimedAt, (delivery) => {
    const left: Delivery = {
      ...withoutSent(delivery, ledger),
      state: 'pending',
      claimedAt: null,
      doubts: 0,
      attempts: delivery.attempts - 1,
      nextAttemptAt: now,
    };
    return left.reminderIds.length + left.resolvedIds.length === 0 ? cancelled(left) : left;
  });
}

/** A row that came from elsewhere, in doubt, may say what one of ours had said by then, perhaps under another name. */
function withoutSent(row: Delivery, ledger: Ledger): Delivery {
  const others = ledger.deliveries.filter(
    (one) => one.id !== row.id && one.target === row.target && one.state === 'sent',
  );
  const said = new Set(others.flatMap(({ reminderIds }) => reminderIds));
  const over = new Set(others.flatMap(({ resolvedIds }) => resolvedIds));
  const { byId, standing } = listOfReminders(ledger.reminders);
  const byOthers = saidByOtherNames(ledger);
  const isSaid = (id: string): boolean => {
    const one = byId.get(id);
    if (said.has(id) || !one) return said.has(id);
    const key = sayingKey(row.target, one);
    const twin = standing.some((two) => said.has(two.id) && sayingKey(row.target, two) === key);
    return twin || hadInTime(byOthers, row.target, one);
  };
  return {
    ...row,
    reminderIds: row.reminderIds.filter((id) => !isSaid(id)),
    resolvedIds: row.resolvedIds.filter((id) => !over.has(id)),
  };
}

/**
 * Another place began it, also for shops that are not known here, and it never arrived: what is to be said here is
 * said in a row of our own, or whoever asks for this one for the other shops would find it.
 */
export const leftToOthers = (
  ledger: Ledger,
  deliveryId: string,
  claimedAt: Instant | null,
): LedgerChange =>
  ofClaim(ledger, deliveryId, claimedAt, (delivery) => ({ ...cancelled(delivery), doubts: 0 }));

/** What it would say was written by a clock that was ahead: it is not sent again, though it may have arrived. */
export const withdrawn = (
  ledger: Ledger,
  deliveryId: string,
  claimedAt: Instant | null,
): LedgerChange => ofClaim(ledger, deliveryId, claimedAt, cancelled);

interface LookedFor {
  now: Instant;
  claimedAt: Instant | null;
  /** When nothing of the rest was there first. */
  absentAt: Instant;
  /** What another place has said of it. */
  said: SaidByOther[];
}

/**
 * What another place may have said was looked for, and nothing was sent: that counts as no attempt. What it has
 * said is told; the rest is looked for once more, after a while, as it may be saying it now.
 */
export function looked(
  ledger: Ledger,
  deliveryId: string,
  { now, claimedAt, absentAt, said }: LookedFor,
): LedgerChange {
  let told: Delivery[] = [];
  const change = ofClaim(ledger, deliveryId, claimedAt, (delivery) => {
    const parts = withoutSaid(delivery, said, ledger);
    told = parts.told;
    const { reminderIds, resolvedIds } = parts.left;
    const waits: Delivery = {
      ...parts.left,
      state: 'pending',
      claimedAt: null,
      absentAt,
      attempts: delivery.attempts - 1,
      nextAttemptAt: said.length > 0 ? now : now + CLAIM_LASTS,
    };
    return reminderIds.length + resolvedIds.length === 0 ? cancelled(waits) : waits;
  });
  return change.deliveries ? { deliveries: [...change.deliveries, ...told] } : change;
}

interface Tried {
  now: Instant;
  /** When the claim was made under which it was tried. */
  claimedAt: Instant | null;
  /** From 0 to 1: spreads the next attempt over the second half of its wait. */
  jitter: number;
  /** Attempts after which the next target of the route speaks. */
  limit: number;
  /** When what another place may have said was looked for first, in vain; absent or null = it was not. */
  absentAt?: Instant | null;
}

/**
 * How an attempt ended that did not go well. The wait doubles from 30 seconds to an hour; a channel may ask
 * for a longer one within that. Nothing is written if another sender has taken the delivery meanwhile.
 */
export function failed(
  ledger: Ledger,
  deliveryId: string,
  outcome: Exclude<Outcome, { kind: 'delivered' }>,
  { now, claimedAt, jitter, limit, absentAt = null }: Tried,
): LedgerChange {
  return ofClaim(ledger, deliveryId, claimedAt, (delivery) => {
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
      ...delivery,
      state: doubtful ? 'doubtful' : 'pending',
      claimedAt: null,
      absentAt: doubtful ? null : absentAt,
      doubts: delivery.doubts + (doubtful ? 1 : 0),
      nextAttemptAt: now + wait,
      failedAt: over ? (delivery.failedAt ?? now) : delivery.failedAt,
      error: outcome.why,
    };
  });
}

/** What becomes of a delivery that is still tried under that claim; nothing where another sender has taken it. */
function ofClaim(
  ledger: Ledger,
  deliveryId: string,
  claimedAt: Instant | null,
  end: (delivery: Delivery) => Delivery,
): LedgerChange {
  const delivery = ledger.deliveries.find((one) => one.id === deliveryId);
  if (delivery?.state !== 'claimed' || delivery.claimedAt !== claimedAt) return {};
  return { deliveries: [end(delivery)] };
}

const spread = (wait: number, jitter: number): number => Math.round((wait * (1 + jitter)) / 2);
