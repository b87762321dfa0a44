import type { App, License } from '../model/ledger.ts';
import { pairKey } from './names.ts';

interface Known {
  apps: App[];
  licenses: License[];
}

/** Shop id → its (App, last4) pairs, of the shops that are wanted. Keys that are gone count: they were its own. */
export function pairsByShop(
  { apps, licenses }: Known,
  wants: (shopId: string) => boolean,
): Map<string, Set<string>> {
  const appsById = new Map(apps.map((app) => [app.id, app]));
  const pairs = new Map<string, Set<string>>();
  for (const { appId, shopId, last4 } of licenses) {
    const app = appsById.get(appId);
    if (!app || last4 === null || !wants(shopId)) continue;
    const ofShop = pairs.get(shopId) ?? new Set();
    pairs.set(shopId, ofShop.add(pairKey(app.developer, app.name, last4)));
  }
  return pairs;
}

/** Shops with how many of the wanted pairs they hold, most first; those that hold none are left out. */
export function votesFor(
  wanted: Set<string>,
  pairs: Map<string, Set<string>>,
): { shopId: string; votes: number }[] {
  return [...pairs]
    .map(([shopId, held]) => ({ shopId, votes: [...wanted].filter((one) => held.has(one)).length }))
    .filter(({ votes }) => votes > 0)
    .sort((a, b) => b.votes - a.votes);
}
