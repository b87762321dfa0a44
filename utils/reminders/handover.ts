import type { Ledger, LedgerChange } from '../model/ledger.ts';
import type { Delivery, Reminder } from '../model/reminder.ts';

/** What another place has said, with the reminders that it said. */
export interface SaidElsewhere {
  reminders: Reminder[];
  deliveries: Delivery[];
}

/** What this place has said on team channels, for the others of the same shops. */
export function saidHere({ reminders, deliveries }: Ledger): SaidElsewhere {
  const said = deliveries.filter(
    (one) => one.channel !== 'notification' && (one.state === 'sent' || one.doubts > 0),
  );
  const spoken = new Set(said.flatMap((one) => [...one.reminderIds, ...one.resolvedIds]));
  return { reminders: reminders.filter((one) => spoken.has(one.id)), deliveries: said };
}

/**
 * Takes over what another place has said, so that it is not said again here: its rows become ours, and
 * leave our rows that nobody has tried. Reminders have the same id wherever they are thought of.
 */
export function hearOf(ledger: Ledger, said: SaidElsewhere): LedgerChange {
  const known = new Set(ledger.deliveries.map(({ id }) => id));
  const deliveries = said.deliveries.filter(({ id }) => !known.has(id));
  if (deliveries.length === 0) return {};
  const ours = new Set(ledger.reminders.map(({ id }) => id));
  const told = new Set(deliveries.flatMap((one) => pairs(one, one.reminderIds)));
  const over = new Set(deliveries.flatMap((one) => pairs(one, one.resolvedIds)));
  const lightened = ledger.deliveries
    .filter((one) => one.state === 'pending' && one.attempts === 0)
    .flatMap((one) => {
      const reminderIds = one.reminderIds.filter((id) => !told.has(`${one.target}|${id}`));
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

const pairs = ({ target }: Delivery, ids: string[]): string[] => ids.map((id) => `${target}|${id}`);
