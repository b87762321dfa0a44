import type { Ledger, LedgerChange } from '../model/ledger.ts';
import type { Delivery, Reminder } from '../model/reminder.ts';
import type { Instant } from '../model/time.ts';
import { topicOf } from './kinds.ts';
import { hadInTime, saidByOtherNames } from './undone.ts';

/** What another place has said, with the reminders that it said. */
export interface SaidElsewhere {
  reminders: Reminder[];
  deliveries: Delivery[];
}

/** What this place has said on team channels, or is about to, for the others of the same shops. */
export function saidHere({ reminders, deliveries }: Ledger): SaidElsewhere {
  const said = deliveries.filter(
    ({ channel, state, doubts }) =>
      channel !== 'notification' && (state === 'sent' || state === 'claimed' || doubts > 0),
  );
  const spoken = new Set(said.flatMap((one) => [...one.reminderIds, ...one.resolvedIds]));
  return { reminders: reminders.filter((one) => spoken.has(one.id)), deliveries: said };
}

/** Is a row from elsewhere new, or has it turned out since to have arrived? */
export const isNews = (there: Delivery, here: Delivery | undefined): boolean =>
  here === undefined || (there.state === 'sent' && here.state !== 'sent');

/**
 * Takes over what another place has said, so that it is not said again here: its rows become ours, and leave our
 * rows of which nothing can have arrived. Reminders have the same id wherever they are thought of. `now`, where
 * this place's clock is the better one: nothing has been said later.
 */
export function hearOf(ledger: Ledger, said: SaidElsewhere, now = Infinity): LedgerChange {
  const known = new Map(ledger.deliveries.map((one) => [one.id, one]));
  const deliveries = said.deliveries
    .filter((one) => isNews(one, known.get(one.id)))
    .map((one) => ofElsewhere(one, now));
  if (deliveries.length === 0) return {};
  const told = new Set(deliveries.flatMap((one) => pairs(one, one.reminderIds)));
  const over = new Set(deliveries.flatMap((one) => pairs(one, one.resolvedIds)));
  const lastSaid = lastSaidIn([...ledger.deliveries, ...deliveries]);
  const ours = new Map(ledger.reminders.map((one) => [one.id, one]));
  const learnt = said.reminders.filter(({ id }) => !ours.has(id));
  const reminders = [...ledger.reminders, ...learnt];
  const ends = endsIn(deliveries, reminders);
  // What a clock that was ahead undid and has written anew, here or there, is the same thing to say.
  const inTime = saidByOtherNames({ ...ledger, reminders, deliveries });
  const heard = ({ target }: Delivery, id: string): boolean => {
    const one = ours.get(id);
    return told.has(`${target}|${id}`) || (one !== undefined && hadInTime(inTime, target, one));
  };
  // It says that all of a matter is over, whichever steps it names; but not what was said of it afterwards.
  const isOver = ({ target }: Delivery, id: string): boolean => {
    const [one, key] = [ours.get(id), `${target}|${id}`];
    const at = one && ends.get(`${target}|${topicOf(one)}`);
    return over.has(key) || (at !== undefined && at >= (lastSaid.get(key) ?? -Infinity));
  };
  const taken = new Set(deliveries.map(({ id }) => id));
  const lightened = ledger.deliveries
    .filter((one) => one.state === 'pending' && one.doubts === 0 && !taken.has(one.id))
    .flatMap((one) => {
      const reminderIds = one.reminderIds.filter((id) => !heard(one, id));
      const resolvedIds = one.resolvedIds.filter((id) => !isOver(one, id));
      const left = reminderIds.length + resolvedIds.length;
      if (left === one.reminderIds.length + one.resolvedIds.length) return [];
      const state = left === 0 ? ('cancelled' as const) : one.state;
      return [Object.assign({}, one, { reminderIds, resolvedIds, state })];
    });
  return {
    reminders: learnt,
    deliveries: [...deliveries, ...lightened],
  };
}

const ofElsewhere = (one: Delivery, now: Instant): Delivery => ({
  ...one,
  sentAt: one.sentAt === null ? null : Math.min(one.sentAt, now),
  elsewhere: true,
});

/** When each target was last told that a matter is over. */
function endsIn(deliveries: Delivery[], reminders: Reminder[]): Map<string, Instant> {
  const topics = new Map(reminders.map((one) => [one.id, topicOf(one)]));
  const ends = new Map<string, Instant>();
  for (const { target, resolvedIds, sentAt, createdAt } of deliveries) {
    for (const id of resolvedIds) {
      const key = `${target}|${topics.get(id) ?? id}`;
      ends.set(key, Math.max(ends.get(key) ?? -Infinity, sentAt ?? createdAt));
    }
  }
  return ends;
}

/** When each reminder was last said to each target. */
function lastSaidIn(deliveries: Delivery[]): Map<string, Instant> {
  const said = new Map<string, Instant>();
  for (const one of deliveries) {
    if (one.sentAt === null) continue;
    for (const key of pairs(one, one.reminderIds))
      said.set(key, Math.max(said.get(key) ?? -Infinity, one.sentAt));
  }
  return said;
}

const pairs = ({ target }: Delivery, ids: string[]): string[] => ids.map((id) => `${target}|${id}`);
