import { pairsByShop } from '../ledger/pairs.ts';
import { pairKey } from '../ledger/names.ts';
import { replacedLicenses } from '../ledger/replaced.ts';
import type { Ledger, License } from '../model/ledger.ts';
import type { Instant } from '../model/time.ts';
import type { Cause } from './causes.ts';
import { eventCauses } from './event-causes.ts';
import { licenseCauses } from './license-causes.ts';
import { notLookedCauses } from './look-causes.ts';
import { oldKeyCauses } from './old-key-causes.ts';
import { pageCauses } from './page-causes.ts';
import { ruleBook } from './policy.ts';
import { runCauses } from './run-causes.ts';
import { withSilence } from './silence.ts';
import { testCauses } from './test-causes.ts';

/** Every reason that stands now, whether it was spoken of or not. */
export function allCauses(ledger: Ledger, now: Instant): Cause[] {
  const replaced = replacedLicenses(ledger);
  const twins = twinsInBuckets(ledger);
  const book = ruleBook(ledger.policies);
  const ofLicenses = ledger.licenses
    .filter((license) => !twins.has(license.id))
    .flatMap((license) => {
      const { workdays } = book.of(license.shopId);
      return licenseCauses(license, { replaced: replaced.has(license.id), workdays, now });
    });
  const causes = [
    ...ofLicenses,
    ...eventCauses(ledger.events, now),
    ...pageCauses(ledger.pages, now),
    ...testCauses(ledger, now),
    ...oldKeyCauses(ledger, now),
    ...notLookedCauses(ledger, now),
    ...runCauses(ledger, now),
  ];
  return ledger.answers.length === 0 ? causes : withSilence(causes, ledger.answers);
}

/** Keys of a pending bucket that a known shop holds too: most likely the same ones, spoken of there. */
function twinsInBuckets(ledger: Ledger): Set<string> {
  const pending = new Set(ledger.shops.filter((shop) => !shop.identified).map((shop) => shop.id));
  if (pending.size === 0) return new Set();
  const known = pairsByShop(ledger, (shopId) => !pending.has(shopId));
  const held = [...known.values()];
  const apps = new Map(ledger.apps.map((app) => [app.id, app]));
  const isTwin = ({ shopId, appId, last4 }: License): boolean => {
    const app = apps.get(appId);
    if (!app || last4 === null || !pending.has(shopId)) return false;
    const pair = pairKey(app.developer, app.name, last4);
    return held.some((pairs) => pairs.has(pair));
  };
  return new Set(ledger.licenses.filter(isTwin).map((license) => license.id));
}
