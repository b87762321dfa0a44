import { appKey, nameKey, pageId } from '../ledger/names.ts';
import type { LicensesAnswer, ShopsAnswer } from '../model/companion-shared.schema.ts';
import type { App, EventGrant, Ledger, License, Shop } from '../model/ledger.ts';
import type { Renewal } from '../model/renewal.ts';
import { pairRuns } from '../renewals/same-run.ts';

export type SharedShop = ShopsAnswer['shops'][number];

/** The companion's ids in this browser's words, and back. What only one side has keeps its id on both. */
export interface Aliases {
  here: (id: string) => string;
  there: (id: string) => string;
}

/**
 * Ids of one shop that both sides know by what pages showed: the shop by digits or slug, an app by its
 * names, a key by its app and last four, a run as `same-run.ts` says. Made anew each time, so that nothing of it can grow old.
 */
export function aliasesOf(
  ledger: Ledger,
  shared: SharedShop,
  answer: LicensesAnswer,
  runs: readonly Renewal[] = [],
): Aliases {
  const local = localShop(ledger, shared);
  const pairs: Pair[] = [];
  if (local) {
    pairs.push([shared.id, local.id]);
    for (const page of answer.pages) {
      pairs.push([page.id, pageId(local.id, page.page)]);
    }
  }
  const apps = ledger.apps.filter((app) => app.shopId === local?.id);
  for (const app of answer.apps) {
    const same = apps.find((one) => isSameApp(one, app));
    if (!same) continue;
    pairs.push([app.id, same.id]);
    const keys = ledger.licenses.filter((one) => one.appId === same.id);
    for (const license of answer.licenses.filter((one) => one.appId === app.id)) {
      const key = keys.find((one) => isSameKey(one, license));
      if (key) pairs.push([license.id, key.id]);
    }
  }
  const events = ledger.events.filter((one) => one.shopId === local?.id);
  for (const event of answer.events) {
    const same = events.find((one) => isSameEvent(one, event));
    if (same) pairs.push([event.id, same.id]);
  }
  const known = aliases(pairs);
  const same = pairRuns(
    ledger.renewals.filter((run) => run.shopId === local?.id),
    runs.map((run) => inWords(run, known.here)),
  );
  return aliases([...pairs, ...[...same].map(([there, here]): Pair => [there, here.id])]);
}

type Pair = [there: string, here: string];

function aliases(pairs: Pair[]): Aliases {
  const [here, there] = [new Map(pairs), new Map(pairs.map(([a, b]) => [b, a]))];
  return { here: (id) => here.get(id) ?? id, there: (id) => there.get(id) ?? id };
}

/** A run with the app and keys that it is about in the other side's ids; its own id stays. */
export const inWords = <R extends RunAbout>(run: R, word: (id: string) => string): R => ({
  ...run,
  appId: word(run.appId),
  oldLicenseId: run.oldLicenseId && word(run.oldLicenseId),
  newLicenseId: run.newLicenseId && word(run.newLicenseId),
});

type RunAbout = Pick<Renewal, 'appId' | 'oldLicenseId' | 'newLicenseId'>;

/** The shop of this browser that is the same one; undefined = it knows none. */
export const localShop = (
  { shops }: Ledger,
  { digits, slug }: Pick<SharedShop, 'digits' | 'slug'>,
): Shop | undefined =>
  shops.find((one) => digits !== null && one.digits === digits) ??
  shops.find(
    (one) => slug !== null && one.slug === slug && (one.digits === null || digits === null),
  );

const isSameApp = (a: App, b: App): boolean =>
  appKey(a.developer, a.name) === appKey(b.developer, b.name);

const isSameKey = (a: License, b: License): boolean => a.last4 === b.last4;

const isSameEvent = (a: EventGrant, b: EventGrant): boolean =>
  nameKey(a.company) === nameKey(b.company) && nameKey(a.service) === nameKey(b.service);
