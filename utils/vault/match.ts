import type { App, License, Shop } from '../model/ledger.ts';
import type { CarryFacts } from './carry.ts';
import { cleanKey } from './clean.ts';
import type { KeyFacts } from './guard.ts';

/** The part of the ledger that says whose a key is. */
export interface KnownKeys {
  shops: Shop[];
  apps: App[];
  licenses: License[];
}

/** What the page said of the key; all null for a pasted one. */
export interface KeyHint {
  /** Our id of the shop whose page it is. */
  shopId: string | null;
  developer: string | null;
  app: string | null;
  /** The last four as the page shows them beside the key. */
  last4: string | null;
}

export const NO_HINT: KeyHint = { shopId: null, developer: null, app: null, last4: null };

export interface Matched {
  keyFacts: KeyFacts;
  carryFacts: Omit<CarryFacts, 'warnings'>;
}

/**
 * Finds which License a key is, by its last four and what the page said. One that fits several is
 * nobody's: the facts stay null rather than guessed.
 */
export function matchKey(known: KnownKeys, hint: KeyHint, raw: string): Matched {
  const apps = appsFor(known, hint);
  const last4 = cleanKey(raw).text.slice(-4);
  const fits = known.licenses.filter(
    (license) =>
      license.goneAt === null &&
      license.last4 === last4 &&
      apps.some((app) => app.id === license.appId),
  );
  const license = only(fits);
  const named = hint.developer !== null || hint.app !== null;
  const app = license
    ? apps.find(({ id }) => id === license.appId)
    : named
      ? only(apps)
      : undefined;
  const shopId = license?.shopId ?? app?.shopId ?? hint.shopId;
  const shop = known.shops.find(({ id }) => id === shopId);
  return {
    keyFacts: {
      last4: hint.last4 ?? license?.last4 ?? shownLast4(known, app),
      state: license?.state ?? null,
      shopDigits: shop?.digits ?? null,
      otherShopDigits: known.shops
        .filter(({ id, digits }) => id !== shopId && digits !== null)
        .map(({ digits }) => digits as string),
      isOtherApps: named && fits.length === 0 && isElsewhere(known, hint.shopId, last4),
    },
    carryFacts: {
      shopId: shopId ?? null,
      appId: app?.id ?? null,
      licenseId: license?.id ?? null,
      developer: app?.developer ?? hint.developer,
      app: app?.name ?? hint.app,
    },
  };
}

/** A key of the same shop, of an app that was not meant. */
const isElsewhere = ({ licenses }: KnownKeys, shopId: string | null, last4: string): boolean =>
  licenses.some(
    (each) =>
      each.goneAt === null && each.last4 === last4 && (shopId === null || each.shopId === shopId),
  );

const only = <T>(items: T[]): T | undefined => (items.length === 1 ? items[0] : undefined);

const appsFor = ({ apps }: KnownKeys, hint: KeyHint): App[] =>
  apps.filter(
    (app) =>
      (hint.shopId === null || app.shopId === hint.shopId) &&
      (hint.developer === null || app.developer === hint.developer) &&
      (hint.app === null || app.name === hint.app),
  );

/** The last four of the app's one living key: a text of that app that ends otherwise is worth a word. */
function shownLast4({ licenses }: KnownKeys, app: App | undefined): string | null {
  if (app === undefined) return null;
  const living = licenses.filter(({ appId, goneAt }) => appId === app.id && goneAt === null);
  return only(living)?.last4 ?? null;
}
