import type { Delivery, Reminder } from '../model/reminder.ts';
import { topicOf } from './kinds.ts';
import { listOfReminders } from './lists.ts';

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
