import type { Ledger } from '../model/ledger.ts';
import type { Delivery, Reminder } from '../model/reminder.ts';
import type { Instant } from '../model/time.ts';
import { topicOf } from './kinds.ts';
import { listOfReminders } from './lists.ts';
import { isFromTheFuture } from './speak.ts';

/** What a message of a delivery says that is made of these reminders. */
export interface Saying {
  standing: Reminder[];
  /** 解決: one of each matter, the last that was heard of it. */
  over: Reminder[];
}

/** What stands of what it was to say, and what is over: a matter that stands again meanwhile is not called solved. */
export function sayingOf(delivery: Delivery, reminders: Reminder[]): Saying {
  const { byId, standing } = listOfReminders(reminders);
  const topics = new Set(standing.map(topicOf));
  const named = (ids: string[]): Reminder[] => ids.flatMap((id) => byId.get(id) ?? []);
  return {
    standing: named(delivery.reminderIds).filter((one) => one.endedAt === null),
    over: oneOfEach(named(delivery.resolvedIds)).filter((one) => !topics.has(topicOf(one))),
  };
}

/** The first of each matter. */
export const oneOfEach = (reminders: Reminder[]): Reminder[] => [
  ...new Map(reminders.toReversed().map((one) => [topicOf(one), one])).values(),
];

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

/** The delivery without what a clock that was ahead wrote: that is said anew when it is due. */
export function withoutFuture(ledger: Ledger, delivery: Delivery, now: Instant): Delivery {
  const { byId } = listOfReminders(ledger.reminders);
  const isAhead = (id: string): boolean => {
    const one = byId.get(id);
    return one !== undefined && isFromTheFuture(one, now);
  };
  return { ...delivery, reminderIds: delivery.reminderIds.filter((id) => !isAhead(id)) };
}

/** Has it nothing to say that stands? */
export function saysNothing(ledger: Ledger, { reminderIds, resolvedIds }: Delivery): boolean {
  const { byId } = listOfReminders(ledger.reminders);
  return resolvedIds.length === 0 && !reminderIds.some((id) => byId.get(id)?.endedAt === null);
}
