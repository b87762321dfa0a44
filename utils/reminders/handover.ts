import type { Ledger, LedgerChange } from '../model/ledger.ts';
import type { Delivery, Reminder } from '../model/reminder.ts';
import type { Instant } from '../model/time.ts';
import { hadInTime, saidInTime } from './undone.ts';

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
 * Takes over what another place has said, so that it is not said again here: its rows become ours, and
 * leave our rows that nobody has tried. Reminders have the same id wherever they are thought of. `now`, where
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
  const ours = new Map(ledger.reminders.map((one) => [one.id, one]));
  // What a clock that was ahead undid here and has written anew is the same thing to say.
  const inTime = saidInTime({ ...ledger, deliveries });
  const heard = ({ target }: Delivery, id: string): boolean => {
    const one = ours.get(id);
    return told.has(`${target}|${id}`) || (one !== undefined && hadInTime(inTime, target, one));
  };
  const taken = new Set(deliveries.map(({ id }) => id));
  const lightened = ledger.deliveries
    .filter((one) => one.state === 'pending' && one.attempts === 0 && !taken.has(one.id))
    .flatMap((one) => {
      const reminderIds = one.reminderIds.filter((id) => !heard(one, id));
      const resolvedIds = one.resolvedIds.filter((id) => !over.has(`${one.target}|${id}`));
      const left = reminderIds.length + resolvedIds.length;
      if (left === one.reminderIds.length + one.resolvedIds.length) return [];
      const state = left === 0 ? ('cancelled' as const) : one.state;
      return [Object.assign({}, one, { reminderIds, resolvedIds, state })];
    });
  return {
    reminders: said.reminders.filter(({ id }) => !ours.has(id)),
    deliveries: [...deliveries, ...lightened],
  };
}

const ofElsewhere = (one: Delivery, now: Instant): Delivery => ({
  ...one,
  sentAt: one.sentAt === null ? null : Math.min(one.sentAt, now),
  elsewhere: true,
});

const pairs = ({ target }: Delivery, ids: string[]): string[] => ids.map((id) => `${target}|${id}`);
