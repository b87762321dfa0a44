import { pageId } from '../ledger/names.ts';
import type { LicensesAnswer } from '../model/companion-shared.schema.ts';
import type { EventGrant, Ledger, LedgerChange, License, Shop } from '../model/ledger.ts';
import type { Instant } from '../model/time.ts';
import { markedAs } from './fingerprints.ts';
import { aliasesOf, localShop, type SharedShop } from './aliases.ts';

/**
 * Takes over what the browsers of colleagues read of one shop, by way of the companion. What was seen last
 * stands; what a person said here stays where the companion knows nothing of it. Run again, it changes nothing.
 */
export function adopt(ledger: Ledger, shared: SharedShop, answer: LicensesAnswer): LedgerChange {
  const shop = localShop(ledger, shared) ?? newShop(shared, answer);
  const { here } = aliasesOf(ledger, shared, answer);
  const knownApps = new Set(ledger.apps.map(({ id }) => id));
  const licenses = new Map(ledger.licenses.map((one) => [one.id, one]));
  const events = new Map(ledger.events.map((one) => [one.id, one]));
  const pages = new Map(ledger.pages.map((one) => [one.id, one]));
  const tests = new Set(ledger.keyTests.map(({ id }) => id));
  return compact({
    shops: ledger.shops.includes(shop) ? [] : [shop],
    apps: answer.apps
      .filter(({ id }) => !knownApps.has(here(id)))
      .map((app) => Object.assign({}, app, { id: here(app.id), shopId: shop.id })),
    licenses: answer.licenses.flatMap((one) => {
      const ids = { id: here(one.id), shopId: shop.id, appId: here(one.appId) };
      return newerLicense(licenses.get(ids.id), { ...one, ...ids });
    }),
    events: answer.events.flatMap((one) => {
      const ids = { id: here(one.id), shopId: shop.id };
      return newerEvent(events.get(ids.id), { ...one, ...ids });
    }),
    pages: answer.pages.flatMap((one) => {
      const id = pageId(shop.id, one.page);
      const known = pages.get(id);
      return known && known.at >= one.at ? [] : [{ ...one, id, shopId: shop.id }];
    }),
    keyTests: answer.keyTests
      .filter(({ id }) => !tests.has(id))
      .map((test) => Object.assign({}, test, { licenseId: here(test.licenseId) })),
  });
}

const newShop = (
  { id, digits, slug, name, lastSeenAt }: SharedShop,
  { licenses }: LicensesAnswer,
): Shop => ({
  id,
  digits,
  slug,
  name,
  identified: true,
  namedByPerson: false,
  firstSeenAt: licenses.reduce((least, one) => Math.min(least, one.firstSeenAt), lastSeenAt),
  lastSeenAt,
});

function newerLicense(known: License | undefined, shared: License): License[] {
  if (!known) return [shared];
  const marked = markedAs(known, shared);
  const unchanged = marked === known ? [] : [marked];
  if (shared.lastSeenAt <= seenAt(known) && !(shared.goneAt !== null && known.goneAt === null)) {
    return unchanged;
  }
  // Seen here after it was gone there: it is not gone.
  if (shared.goneAt !== null && known.lastSeenAt > shared.goneAt) return unchanged;
  return [
    {
      ...marked,
      ...shared,
      expiry: shared.expiry ?? known.expiry,
      issuedSeenAt: known.issuedSeenAt ?? shared.issuedSeenAt,
      firstSeenAt: Math.min(known.firstSeenAt, shared.firstSeenAt),
    },
  ];
}

const seenAt = ({ lastSeenAt, goneAt }: License | EventGrant): Instant =>
  Math.max(lastSeenAt, goneAt ?? 0);

function newerEvent(known: EventGrant | undefined, shared: EventGrant): EventGrant[] {
  if (!known) return [shared];
  if (seenAt(shared) <= seenAt(known)) return [];
  return [{ ...known, ...shared, firstSeenAt: Math.min(known.firstSeenAt, shared.firstSeenAt) }];
}

/** Without the lists that write nothing. */
const compact = (change: LedgerChange): LedgerChange =>
  Object.fromEntries(
    Object.entries(change).filter(([, rows]) => !Array.isArray(rows) || rows.length > 0),
  );
