import type { Delivery, Reminder } from '../model/reminder.ts';
import type { Instant } from '../model/time.ts';
import { topicOf } from './kinds.ts';
import { listOfReminders, madeOnce } from './lists.ts';
import { wasUndone } from './speak.ts';

/** A reminder whose cause has ended by itself, for a target that had heard of the matter. */
export interface Resolved {
  target: string;
  delivery: Delivery;
  /** The last one that it heard of. */
  reminder: Reminder;
  /** All of the matter that it heard, or is hearing: none of them asks for 解決 again. */
  covers: string[];
}

/**
 * What must be said to be over: matters of which a target heard (or may have heard) since it was last told
 * that they are over, and which stand nowhere any more. `standing` = topics that stand now.
 */
export const resolvedNow = (
  deliveries: Delivery[],
  reminders: Reminder[],
  standing: Set<string>,
): Resolved[] =>
  untold(deliveries, reminders)
    .filter(({ topic }) => !standing.has(topic))
    .map(({ topic, target, delivery, reminder }) => {
      const covers = heardOf(topic, target, deliveries, reminders);
      return { target, delivery, reminder, covers };
    });

/** What a target heard of a matter, or is hearing. It need not have ended: a wrong clock's is asked for first. */
function heardOf(
  topic: string,
  target: string,
  deliveries: Delivery[],
  reminders: Reminder[],
): string[] {
  const { byId } = listOfReminders(reminders);
  const isOfTopic = (id: string): boolean => {
    const one = byId.get(id);
    return one !== undefined && topicOf(one) === topic;
  };
  return deliveries
    .filter((one) => one.target === target && (mayHaveArrived(one) || one.state === 'claimed'))
    .flatMap((one) => one.reminderIds.filter(isOfTopic));
}

const mayHaveArrived = (one: Delivery): boolean => one.sentAt !== null || one.doubts > 0;

/** What has ended and every target has not been told so since, whether its matter stands or not. */
const untold = madeOnce((deliveries: Delivery[], reminders: Reminder[]) => {
  const { byId, endedTopics: ended } = listOfReminders(reminders);
  if (ended.size === 0) return [];
  const targets = new Map<string, Heard>();
  for (const one of deliveries) {
    if (one.channel === 'notification') continue;
    const known = targets.get(one.target) ?? {
      heard: new Map(),
      told: new Map(),
      toldOf: new Set(),
    };
    targets.set(one.target, known);
    hear(known, one, { ended, byId });
  }
  return [...targets].flatMap(([target, { heard, told, toldOf }]) =>
    [...heard].flatMap(([topic, { at, delivery, reminderId }]) => {
      const reminder = byId.get(reminderId);
      const isTold = (told.get(topic) ?? -1) >= at || toldOf.has(reminderId);
      return isTold || !reminder ? [] : [{ target, delivery, reminder, topic }];
    }),
  );
});

/** What one target knows of the matters that are over. */
interface Heard {
  /** When it last heard of each, and by which reminder. */
  heard: Map<string, { at: Instant; delivery: Delivery; reminderId: string }>;
  /** When it was last told that it is over. */
  told: Map<string, Instant>;
  /** By reminder too: a clock that was ahead may have written that it was heard after it was told. */
  toldOf: Set<string>;
}

function hear(
  { heard, told, toldOf }: Heard,
  one: Delivery,
  { ended, byId }: { ended: ReadonlyMap<string, string>; byId: ReadonlyMap<string, Reminder> },
): void {
  if (one.state !== 'cancelled' && one.state !== 'handedOver') {
    for (const id of one.resolvedIds) {
      const topic = ended.get(id);
      if (topic === undefined) continue;
      toldOf.add(id);
      // One that waits will be said later than anything that was said until now.
      told.set(topic, Math.max(told.get(topic) ?? 0, one.sentAt ?? Infinity));
    }
  }
  if (!mayHaveArrived(one)) return;
  const saidAt = one.sentAt ?? one.createdAt;
  for (const id of one.reminderIds) {
    const [topic, reminder] = [ended.get(id), byId.get(id)];
    if (topic === undefined || !reminder) continue;
    // A clock that was ahead said when: it was before that was found out.
    const at = wasUndone(reminder) ? Math.min(saidAt, reminder.endedAt ?? saidAt) : saidAt;
    const known = heard.get(topic);
    if (!known || known.at <= at) heard.set(topic, { at, delivery: one, reminderId: id });
  }
}
