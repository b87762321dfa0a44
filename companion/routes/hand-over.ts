import { takeOver } from '../../utils/reminders/take-over.ts';
import { withPlan } from '../speak/plan-shops.ts';
import type { Device, Scope } from '../store/types.ts';
import type { Deps } from '../types.ts';

export interface HandOver {
  leaver: Device['member'];
  /** null = nobody takes it over. */
  heir: Device['member'] | null;
  /** Shops that the heir works for; in others what was promised is nobody's. */
  heirReaches: (shopId: string) => boolean;
}

/**
 * A leaver's promises become the heir's, or nobody's: then what they had silenced is said again. Watches go
 * on under the heir's name. Gives how many promises there were. May be done again.
 */
export async function handOver(deps: Deps, scope: Scope, given: HandOver): Promise<number> {
  const { store, clock } = deps;
  const { leaver, heir, heirReaches } = given;
  let count = 0;
  for (const { id } of await store.shops(scope)) {
    const to = heir && heirReaches(id) ? heir.name : null;
    const taken = await store.update(scope, id, (ledger) => {
      const promised = ledger.answers.filter(({ by }) => by === leaver.name).length;
      if (promised === 0) return { change: {}, answer: 0 };
      const change = takeOver(ledger, { from: leaver.name, to }, clock());
      return { ...withPlan(deps, ledger, change), answer: promised };
    });
    if (taken !== 'unknown') count += taken.answer;
    if (heir && heirReaches(id)) await store.handOverWatches(id, leaver.id, heir.id);
  }
  return count;
}
