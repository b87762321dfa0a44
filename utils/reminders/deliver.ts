import type { Ledger, LedgerChange } from '../model/ledger.ts';
import type { Delivery } from '../model/reminder.ts';
import type { Clock } from '../model/time.ts';
import { claim, failed, sent } from './outbox.ts';

/** What delivering needs of the world. */
export interface DeliverPort {
  /** The store's `update`: reads, decides and writes in one transaction. */
  update: (decide: (ledger: Ledger) => LedgerChange) => Promise<Ledger>;
  /** Shows one delivery; rejects when it could not be shown. */
  show: (delivery: Delivery, ledger: Ledger) => Promise<void>;
  clock: Clock;
  /** From 0 to 1. */
  random: () => number;
}

/**
 * Tries every delivery that may be tried now, one after another: claim, show, record. Answers how many were
 * shown. It may be killed at any await: what was claimed is claimed again after a minute. A rejection of
 * `update` (the store) ends it; one of `show` sets the next attempt.
 */
export async function deliverDue(port: DeliverPort): Promise<number> {
  let shown = 0;
  for (;;) {
    const taken: { delivery: Delivery | null } = { delivery: null };
    const ledger = await port.update((now) => {
      const { change, delivery } = claim(now, port.clock());
      taken.delivery = delivery;
      return change;
    });
    if (taken.delivery === null) return shown;
    if (await tryOne(port, taken.delivery, ledger)) shown += 1;
  }
}

async function tryOne(port: DeliverPort, delivery: Delivery, ledger: Ledger): Promise<boolean> {
  try {
    await port.show(delivery, ledger);
  } catch {
    // What the browser said is free text of no known shape: the store keeps a word only.
    const outcome = { error: 'notShown', jitter: port.random() };
    await port.update((now) => failed(now, delivery.id, { ...outcome, now: port.clock() }));
    return false;
  }
  await port.update((now) => sent(now, delivery.id, port.clock()));
  return true;
}
