import type { Ledger } from '../model/ledger.ts';

/**
 * The shop that the keys of a pending bucket match by (App, last4): the most matches win, a draw proposes
 * nothing. A proposal only: the person confirms (DESIGN §3).
 */
export function proposeShop(ledger: Ledger, pendingId: string): string | null {
  const wanted = new Set(pairsOf(ledger, (shopId) => shopId === pendingId).map(({ pair }) => pair));
  const known = new Set(ledger.shops.filter((shop) => shop.identified).map((shop) => shop.id));
  const votes = new Map<string, number>();
  for (const { shopId, pair } of pairsOf(ledger, (id) => known.has(id))) {
    if (wanted.has(pair)) votes.set(shopId, (votes.get(shopId) ?? 0) + 1);
  }
  const [best, second] = [...votes].sort((a, b) => b[1] - a[1]);
  return best && best[1] !== second?.[1] ? best[0] : null;
}

function pairsOf(
  ledger: Ledger,
  wants: (shopId: string) => boolean,
): { shopId: string; pair: string }[] {
  const apps = new Map(ledger.apps.map((app) => [app.id, `${app.developer}\n${app.name}`]));
  return ledger.licenses
    .filter((license) => license.last4 !== null && wants(license.shopId))
    .map(({ shopId, appId, last4 }) => ({ shopId, pair: `${apps.get(appId)}\n${last4}` }));
}
