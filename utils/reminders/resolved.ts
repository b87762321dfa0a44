import type { Delivery, Reminder } from '../model/reminder.ts';
import { topicOf } from './kinds.ts';

/** A reminder whose cause has ended by itself, for a target that had heard of the matter. */
export interface Resolved {
  target: string;
  delivery: Delivery;
  reminder: Reminder;
}

/**
 * What must be said to be over: matters of which a target heard (or may have heard) since it was last told
 * that they are over, and which stand nowhere any more. `standing` = topics that stand now.
 */
export function resolvedNow(
  deliveries: Delivery[],
  reminders: Map<string, Reminder>,
  standing: Set<string>,
): Resolved[] {
  const heard = new Map<string, { at: number; delivery: Delivery; last: Reminder }>();
  const told = new Map<string, number>();
  // By reminder too: a clock that was ahead may have written that it was heard after it was told.
  const toldOf = new Set<string>();
  for (const one of deliveries) {
    if (one.channel === 'notification') continue;
    const key = (id: string): string | null => {
      const reminder = reminders.get(id);
      return reminder ? `${one.target}|${topicOf(reminder)}` : null;
    };
    if (one.state !== 'cancelled' && one.state !== 'handedOver') {
      for (const id of one.resolvedIds) {
        toldOf.add(`${one.target}|${id}`);
        const of = key(id);
        // One that waits will be said later than anything that was said until now.
        if (of) told.set(of, Math.max(told.get(of) ?? 0, one.sentAt ?? Infinity));
      }
    }
    if (one.sentAt === null && one.doubts === 0) continue;
    const at = one.sentAt ?? one.createdAt;
    for (const id of one.reminderIds) {
      const [of, reminder] = [key(id), reminders.get(id)];
      if (!of || !reminder || standing.has(topicOf(reminder))) continue;
      const known = heard.get(of);
      if (!known || known.at <= at) heard.set(of, { at, delivery: one, last: reminder });
    }
  }
  return [...heard].flatMap(([of, { at, delivery, last }]) =>
    (told.get(of) ?? -1) >= at || toldOf.has(`${delivery.target}|${last.id}`)
      ? []
      : [{ target: delivery.target, delivery, reminder: last }],
  );
}
