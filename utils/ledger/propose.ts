import type { Ledger } from '../model/ledger.ts';
import { pairsByShop, votesFor } from './pairs.ts';

/**
 * The shop that the keys of a pending bucket match by (App, last4): the most matches win, a draw proposes
 * nothing. A proposal only: the person confirms (DESIGN §3).
 */
export function proposeShop(ledger: Ledger, pendingId: string): string | null {
  const identified = new Set(ledger.shops.filter((shop) => shop.identified).map((shop) => shop.id));
  const pairs = pairsByShop(ledger, (id) => id === pendingId || identified.has(id));
  const wanted = pairs.get(pendingId);
  if (!wanted) return null;
  pairs.delete(pendingId);
  const [best, second] = votesFor(wanted, pairs);
  return best && best.votes !== second?.votes ? best.shopId : null;
}
