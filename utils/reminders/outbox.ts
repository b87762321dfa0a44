import { applyChange } from '../ledger/apply.ts';
import type { Ledger, LedgerChange } from '../model/ledger.ts';
import type { Delivery, Reminder } from '../model/reminder.ts';
import { DAY, type Instant } from '../model/time.ts';
import { topicOf } from './kinds.ts';
import { cancelled, isMoot, isOpen } from './row-state.ts';
import { writeRows } from './outbox-rows.ts';
import { listOfDeliveries, listOfReminders, openDeliveries, overAt } from './lists.ts';
import type { Place } from './place.ts';
import { plan } from './plan.ts';
import { ruleBook, type RuleBook } from './policy.ts';
import { stillLeaves } from './slot.ts';
import { isFromTheFuture as isOfWrongClock } from './speak.ts';
import { resolvedNow } from './resolved.ts';
import { byStep, hadInTime, saidByOtherNames, withoutHeard } from './undone.ts';
import { aroundOf, wantedFor } from './wanted.ts';

/** What has been over for so long is of no use to any later plan. */
const KEPT_FOR = 200 * DAY;

/**
 * Brings reminders and outbox up to date with the ledger: new reminders, a row for every target that must
 * hear of one and has not, 解決 where it was said, and an end to rows that have nothing left to say. Pure;
 * run again, it changes nothing.
 */
export function planChange(ledger: Ledger, now: Instant, place: Place): LedgerChange {
  const { due, ended, topics } = plan(ledger, now);
  const reminders = [...ended, ...due];
  const after = reminders.length > 0 ? applyChange(ledger, { reminders }) : ledger;
  const { byId, standing } = listOfReminders(after.reminders);
  const book = ruleBook(ledger.policies);
  const settled = openDeliveries(ledger.deliveries)
    .filter(
      (one) =>
        isMootNow(one, byId, topics) ||
        isFromTheFuture(one, now) ||
        isByOldRules(one, byId, { book, now }) ||
        isOthers(one, byId, place),
    )
    .map(cancelled);
  const reopened = listOfDeliveries(ledger.deliveries)
    .givenUp.filter((one) => standsAgain(one, byId))
    .map(reopen(now));
  const inTime = saidByOtherNames({ ...ledger, reminders: after.reminders });
  const gone = new Set(settled.map(({ id }) => id));
  const lightened = openDeliveries(ledger.deliveries)
    .filter(({ id }) => !gone.has(id))
    .flatMap((one) => withoutHeard(one, byId, inTime) ?? []);
  const moved = [...settled, ...reopened, ...lightened];
  const left = moved.length > 0 ? applyChange(after, { deliveries: moved }) : after;
  const around = aroundOf(left, { book, place, now });
  // What a clock that was ahead wrote is on its way at most; nobody else has to hear of it.
  const right = standing.filter((one) => !isOfWrongClock(one, now));
  const wanted = byStep(right).flatMap(([reminder]) => {
    const saying = around.saying.get(reminder.id) ?? [];
    return wantedFor(reminder, around)
      .filter(({ target }) => !saying.some((one) => one.target === target))
      .filter(({ target }) => !hadInTime(inTime, target, reminder))
      .map((to) => ({ to, reminder }));
  });
  const over = resolvedNow(left.deliveries, after.reminders, topics).filter(({ reminder }) =>
    place.speaks(reminder),
  );
  const written = writeRows({ wanted, over, deliveries: left.deliveries, around });
  const taken = new Set(written.map(({ id }) => id));
  const handed = handOver(openDeliveries(left.deliveries), around.saying, byId).filter(
    ({ id }) => !taken.has(id),
  );
  const deliveries = joined(moved, handed, written);
  const remove = outdated(left, now);
  return {
    ...(reminders.length > 0 && { reminders }),
    ...(deliveries.length > 0 && { deliveries }),
    ...(remove && { remove }),
  };
}

/** The last word on each row. */
const joined = (...lists: Delivery[][]): Delivery[] => [
  ...new Map(lists.flat().map((one) => [one.id, one])).values(),
];

/** An open row that has nothing left to say is cancelled; one that a sender holds is left to its end. */
const isMootNow = (
  one: Delivery,
  byId: ReadonlyMap<string, Reminder>,
  topics: Set<string>,
): boolean => (one.state === 'pending' || one.state === 'doubtful') && isMoot(one, byId, topics);

/** Nobody has tried it, and a clock that was ahead chose its hour: it is written anew. */
const isFromTheFuture = (one: Delivery, now: Instant): boolean =>
  one.state === 'pending' && one.attempts === 0 && one.createdAt > now;

/** Nobody has tried it, and since it was written its day was closed or the hour of digests moved. */
const isByOldRules = (
  one: Delivery,
  byId: ReadonlyMap<string, Reminder>,
  { book, now }: { book: RuleBook; now: Instant },
): boolean =>
  one.state === 'pending' &&
  one.attempts === 0 &&
  one.digest &&
  idsOf(one).some((id) => {
    const reminder = byId.get(id);
    return reminder !== undefined && !stillLeaves(book.of(reminder.shopId), one.slotAt, now);
  });

/** Nothing of it can have arrived, and somebody else speaks of it by now. */
const isOthers = (one: Delivery, byId: ReadonlyMap<string, Reminder>, place: Place): boolean =>
  one.state === 'pending' &&
  one.doubts === 0 &&
  one.channel !== 'notification' &&
  idsOf(one).some((id) => {
    const reminder = byId.get(id);
    return reminder !== undefined && !place.speaks(reminder);
  });

/**
 * It may have arrived, and was given up when what it says had ended by a clock that was ahead: now that it
 * stands again, it has to be asked for, not said in another row.
 */
const standsAgain = (one: Delivery, byId: ReadonlyMap<string, Reminder>): boolean =>
  one.reminderIds.some((id) => byId.get(id)?.endedAt === null);

const reopen =
  (now: Instant) =>
  (one: Delivery): Delivery => ({ ...one, state: 'doubtful', nextAttemptAt: now });

const handedOver = (one: Delivery): Delivery => ({
  ...one,
  state: 'handedOver',
  claimedAt: null,
});

/**
 * A row that failed past its limit is done once another target has said all of it. One that also says 解決 and
 * may have arrived is not: what is over would be said to be over once more.
 */
function handOver(
  deliveries: Delivery[],
  saying: ReadonlyMap<string, Delivery[]>,
  byId: ReadonlyMap<string, Reminder>,
): Delivery[] {
  const isSaid = (failedId: string, id: string): boolean =>
    byId.get(id)?.endedAt !== null ||
    (saying.get(id) ?? []).some(
      (one) => one.state === 'sent' && one.fallbackFor !== null && one.id !== failedId,
    );
  return deliveries
    .filter((one) => one.failedAt !== null && (one.state === 'pending' || one.state === 'doubtful'))
    .filter((one) => one.doubts === 0 || one.resolvedIds.length === 0)
    .filter(
      ({ reminderIds, ...one }) =>
        reminderIds.length > 0 && reminderIds.every((id) => isSaid(one.id, id)),
    )
    .map(handedOver);
}

/**
 * Whole matters only: while anything of one is kept, so is what was said of it, or it would be said again,
 * or be solved twice.
 */
function outdated({ reminders, deliveries }: Ledger, now: Instant): LedgerChange['remove'] | null {
  const before = now - KEPT_FOR;
  const { byId, firstOver } = listOfReminders(reminders);
  const { open, since } = listOfDeliveries(deliveries);
  // Mostly nothing is old enough, and the lists are long.
  if (firstOver >= before && since >= before) return null;
  const old = firstOver < before ? oldReminders(reminders, open, before) : [];
  const gone = new Set(old);
  const isLeft = (id: string): boolean => byId.has(id) && !gone.has(id);
  const done = deliveries
    .filter((one) => one.createdAt < before && !isOpen(one) && !idsOf(one).some(isLeft))
    .map(({ id }) => id);
  return old.length + done.length === 0 ? null : { reminders: old, deliveries: done };
}

function oldReminders(reminders: Reminder[], open: Delivery[], before: Instant): string[] {
  const said = new Set(open.flatMap(idsOf));
  const kept = new Set(
    reminders.filter((one) => overAt(one) >= before || said.has(one.id)).map(topicOf),
  );
  return reminders.filter((one) => !kept.has(topicOf(one))).map(({ id }) => id);
}

const idsOf = ({ reminderIds, resolvedIds }: Delivery): string[] => [
  ...reminderIds,
  ...resolvedIds,
];
