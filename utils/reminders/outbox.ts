import { applyChange } from '../ledger/apply.ts';
import type { Ledger, LedgerChange } from '../model/ledger.ts';
import type { Delivery, Reminder } from '../model/reminder.ts';
import { DAY, HOUR, MINUTE, type Instant } from '../model/time.ts';
import { plan } from './plan.ts';

/** A worker that claimed a delivery and said nothing for so long has died (DESIGN §5). */
export const CLAIM_LASTS = MINUTE;
const FIRST_WAIT = 30_000;
const LONGEST_WAIT = HOUR;
/** What has been over for so long is of no use to any later plan. */
const KEPT_FOR = 200 * DAY;

/** The target of reminders that belong to no shop. */
export const NO_SHOP = '-';

const targetOf = (reminder: Reminder): string => reminder.shopId ?? NO_SHOP;

/**
 * Brings reminders and outbox up to date with the ledger: new reminders and one pending delivery for each
 * shop that has some; ended ones, and deliveries that have nothing left to say. Pure; run again, it changes nothing.
 */
export function planChange(ledger: Ledger, now: Instant, newId: () => string): LedgerChange {
  const { due, ended } = plan(ledger, now);
  const reminders = [...ended, ...due];
  const after = applyChange(ledger, { reminders });
  const over = new Set(after.reminders.filter(isOver).map((one) => one.id));
  const waiting = ledger.deliveries.filter((one) => one.state === 'pending');
  const moot = waiting.filter((one) => one.reminderIds.every((id) => over.has(id)));
  const written = [...groupBy(due, targetOf)].flatMap(([target, ofTarget]) =>
    newDelivery(target, ofTarget, { waiting, over, now, newId }),
  );
  const deliveries = [...moot.map(cancelled), ...written];
  const remove = outdated(after, now);
  return {
    ...(reminders.length > 0 && { reminders }),
    ...(deliveries.length > 0 && { deliveries }),
    ...(remove && { remove }),
  };
}

const isOver = (one: Reminder): boolean => one.endedAt !== null;
const cancelled = (one: Delivery): Delivery => ({ ...one, state: 'cancelled', claimedAt: null });

interface Outbox {
  waiting: Delivery[];
  over: Set<string>;
  now: Instant;
  newId: () => string;
}

/** One act of speaking. One that nobody has tried yet is folded in: the shop hears one notice, not two. */
function newDelivery(
  target: string,
  due: Reminder[],
  { waiting, over, now, newId }: Outbox,
): Delivery[] {
  const untried = waiting.filter((one) => one.target === target && one.attempts === 0);
  const still = untried.flatMap((one) => one.reminderIds.filter((id) => !over.has(id)));
  const delivery: Delivery = {
    id: newId(),
    channel: 'notification',
    target,
    reminderIds: [...still, ...due.map((one) => one.id)],
    state: 'pending',
    createdAt: now,
    claimedAt: null,
    sentAt: null,
    attempts: 0,
    nextAttemptAt: now,
    error: null,
  };
  return [...untried.map(cancelled), delivery];
}

function outdated({ reminders, deliveries }: Ledger, now: Instant): LedgerChange['remove'] | null {
  const before = now - KEPT_FOR;
  const open = new Set(deliveries.filter(isOpen).flatMap((one) => one.reminderIds));
  const old = reminders.filter(
    (one) =>
      one.endedAt !== null && Math.max(one.endedAt, one.createdAt) < before && !open.has(one.id),
  );
  const done = deliveries.filter((one) => !isOpen(one) && one.createdAt < before);
  if (old.length + done.length === 0) return null;
  return { reminders: old.map(({ id }) => id), deliveries: done.map(({ id }) => id) };
}

export const isOpen = (one: Delivery): boolean =>
  one.state === 'pending' || one.state === 'claimed';

/** When an open delivery may be tried. */
export const triableAt = (one: Delivery): Instant =>
  one.state === 'claimed' ? (one.claimedAt ?? 0) + CLAIM_LASTS : one.nextAttemptAt;

/** A wait that is longer than any we set was written by a clock that has been set back since. */
function mayTry(one: Delivery, now: Instant): boolean {
  const at = triableAt(one);
  return isOpen(one) && (at <= now || at > now + LONGEST_WAIT + CLAIM_LASTS);
}

/**
 * Takes the oldest delivery that may be tried: first write that it is being tried, then try. `delivery` is
 * null when there is none. A delivery whose reasons have all ended meanwhile is cancelled instead.
 */
export function claim(
  ledger: Ledger,
  now: Instant,
): { change: LedgerChange; delivery: Delivery | null } {
  const standing = new Set(ledger.reminders.filter((one) => !isOver(one)).map((one) => one.id));
  const triable = ledger.deliveries
    .filter((one) => mayTry(one, now))
    .sort((a, b) => a.createdAt - b.createdAt);
  const isMoot = (one: Delivery): boolean => !one.reminderIds.some((id) => standing.has(id));
  const moot = triable.filter(isMoot).map(cancelled);
  const next = triable.find((one) => !isMoot(one));
  if (!next) return { change: moot.length > 0 ? { deliveries: moot } : {}, delivery: null };
  const delivery: Delivery = {
    ...next,
    state: 'claimed',
    claimedAt: now,
    attempts: next.attempts + 1,
  };
  return { change: { deliveries: [...moot, delivery] }, delivery };
}

/** It was shown. */
export function sent(ledger: Ledger, deliveryId: string, now: Instant): LedgerChange {
  const delivery = ledger.deliveries.find((one) => one.id === deliveryId);
  if (!delivery || delivery.state === 'sent') return {};
  const spoken = new Set(delivery.reminderIds);
  const reasons = ledger.reminders.filter((one) => spoken.has(one.id)).map((one) => one.reason);
  return {
    deliveries: [{ ...delivery, state: 'sent', claimedAt: null, sentAt: now, error: null }],
    history: [
      {
        at: now,
        kind: 'notified',
        shopId: delivery.target === NO_SHOP ? null : delivery.target,
        subjectId: delivery.id,
        detail: {
          channel: delivery.channel,
          count: delivery.reminderIds.length,
          reasons: [...new Set(reasons)].join(' '),
          attempts: delivery.attempts,
        },
      },
    ],
  };
}

/**
 * It could not be shown. `error` is a word, never free text; `jitter` from 0 to 1 spreads the next attempt
 * over the second half of a wait that doubles from 30 seconds to an hour.
 */
export function failed(
  ledger: Ledger,
  deliveryId: string,
  { now, error, jitter }: { now: Instant; error: string; jitter: number },
): LedgerChange {
  const delivery = ledger.deliveries.find((one) => one.id === deliveryId);
  if (delivery?.state !== 'claimed') return {};
  const wait = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** Math.max(0, delivery.attempts - 1));
  const nextAttemptAt = now + Math.round((wait * (1 + jitter)) / 2);
  return {
    deliveries: [{ ...delivery, state: 'pending', claimedAt: null, nextAttemptAt, error }],
  };
}

function groupBy<T>(rows: T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}
