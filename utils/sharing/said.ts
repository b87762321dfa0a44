import type { SaidElsewhere } from '../reminders/handover.ts';
import { reminderId } from '../reminders/id.ts';
import type { Reminder } from '../model/reminder.ts';

/** What was said, in the ids of the other side: a reminder's own id is made of the id that it is about. */
export function translated(
  { reminders, deliveries }: SaidElsewhere,
  word: (id: string) => string,
): SaidElsewhere {
  const names = new Map<string, string>();
  const made = reminders.map((one): Reminder => {
    const subjectId = word(one.subjectId);
    const id = reminderId({ ...one, subjectId });
    names.set(one.id, id);
    const shopId = one.shopId === null ? null : word(one.shopId);
    return Object.assign({}, one, { id, subjectId, shopId });
  });
  const named = (ids: string[]): string[] => ids.map((id) => names.get(id) ?? id);
  return {
    reminders: made,
    deliveries: deliveries.map((one) =>
      Object.assign({}, one, {
        reminderIds: named(one.reminderIds),
        resolvedIds: named(one.resolvedIds),
      }),
    ),
  };
}
