import { daysBetween, jstDateOf } from '../calendar/jst.ts';
import type { KeyTest } from '../model/key-test.ts';
import type { App, Ledger, License, Shop } from '../model/ledger.ts';
import { DAY, type Instant } from '../model/time.ts';
import { apiChangeOf } from './apis.ts';
import { functionsView, type FunctionsView } from './functions.ts';
import { replacedLicenses } from '../ledger/replaced.ts';
import type { LicenseView, Level, Need } from './types.ts';

/** A reading older than this is said to be old. */
export const STALE_AFTER_DAYS = 7;
/** No date in RMS: a key of this age is near its end if it lives 90 days (rms.md §5), so the colours change. */
const AGE_SOON = 60;
const AGE_URGENT = 83;
const SOON_DAYS = 14;
const URGENT_DAYS = 7;

/** For `data-shop`: what a page said of the shop, most certain first. */
/** A pending bucket is unknown, even where a page told a name: a name alone identifies no shop. */
export const shopMark = (shop: Shop | undefined): string =>
  (shop?.identified && (shop.digits ?? shop.slug ?? shop.name)) || 'unknown';

/** How one license stands today. `now` decides the date in JST. */
export function licenseView(license: License, look: Lookups, now: Instant): LicenseView {
  const today = jstDateOf(now);
  const app = look.apps.get(license.appId);
  const daysLeft = license.expiry ? daysBetween(today, license.expiry.on) : null;
  const ageDays = license.expiry ? null : ageOf(license, now);
  const replaced = look.replaced.has(license.id);
  const held = look.held.has(license.id);
  const functions = functionsView(app, look.ledger, now);
  const need = needOf({ license, daysLeft, ageDays, replaced, held, functions });
  const test = look.tests.get(license.id);
  return {
    licenseId: license.id,
    appId: license.appId,
    shopId: license.shopId,
    shopMark: shopMark(look.shops.get(license.shopId)),
    developer: app?.developer ?? '',
    app: app?.name ?? '',
    last4: license.last4,
    expiresOn: license.expiry?.on ?? null,
    daysLeft,
    ageDays,
    state: license.state,
    stateText: license.stateText,
    update: license.updateSeenSince !== null,
    updateSinceDays:
      license.updateSeenSince === null
        ? null
        : daysBetween(jstDateOf(license.updateSeenSince), today),
    conflictOn: license.conflict?.on ?? null,
    level: need ? LEVEL_OF_NEED[need] : 'fine',
    need,
    replaced,
    seenAt: license.lastSeenAt,
    stale: now - license.lastSeenAt > STALE_AFTER_DAYS * DAY,
    connectorIds: look.connectors.get(license.appId) ?? [],
    works: worksOf(test),
    apis: apiChangeOf(app?.apis, license),
    functions,
    retestAt: test?.retestAt ?? null,
  };
}

export interface Lookups {
  ledger: Ledger;
  shops: Map<string, Shop>;
  apps: Map<string, App>;
  /** The newest test of each license. */
  tests: Map<string, KeyTest>;
  /** App id → ids of the connectors bound to it. */
  connectors: Map<string, string[]>;
  /** Licenses whose app has a newer key. */
  replaced: Set<string>;
  /** Licenses that some tool's field is known to hold. */
  held: Set<string>;
}

export function lookupsOf(ledger: Ledger): Lookups {
  const connectors = new Map<string, string[]>();
  for (const { appId, connectorId } of ledger.bindings) {
    connectors.set(appId, [...(connectors.get(appId) ?? []), connectorId]);
  }
  const tests = new Map<string, KeyTest>();
  for (const test of ledger.keyTests) {
    if ((tests.get(test.licenseId)?.at ?? 0) <= test.at) tests.set(test.licenseId, test);
  }
  return {
    ledger,
    shops: new Map(ledger.shops.map((shop) => [shop.id, shop])),
    apps: new Map(ledger.apps.map((app) => [app.id, app])),
    tests,
    connectors,
    // Whether a tool holds it is asked apart (`held`).
    replaced: replacedLicenses({ ...ledger, placements: [] }),
    held: new Set(ledger.placements.flatMap(({ holds }) => (holds ? [holds.licenseId] : []))),
  };
}

interface Facts {
  license: License;
  daysLeft: number | null;
  ageDays: number | null;
  replaced: boolean;
  held: boolean;
  functions: FunctionsView | null;
}

const ageOf = (license: License, now: Instant): number | null =>
  license.issuedSeenAt === null
    ? null
    : daysBetween(jstDateOf(license.issuedSeenAt), jstDateOf(now));

function needOf(facts: Facts): Need | null {
  const { license, daysLeft, ageDays, functions } = facts;
  if (license.conflict) return 'dateConflict';
  if (facts.replaced) return oldKeyNeeds(facts);
  if (license.state === 'expired') return 'expired';
  // "Expired" is said only on a date that was read (promise 4), not on one that a person gave.
  if (daysLeft !== null && daysLeft < 0) {
    return license.expiry?.basis === 'person' ? 'pastGiven' : 'expired';
  }
  if (license.state === 'stopped') return 'stopped';
  if (license.state === 'awaitingApproval') return 'approve';
  if (daysLeft !== null && daysLeft <= URGENT_DAYS) return 'renewNow';
  if (ageDays !== null && ageDays >= AGE_URGENT) return 'renewNow';
  if (license.state === 'unknown') return 'stateUnknown';
  if (daysLeft !== null && daysLeft <= SOON_DAYS) return 'renewSoon';
  if (ageDays !== null && ageDays >= AGE_SOON) return 'renewSoon';
  if (functions?.unfinished) return 'functionsUnfinished';
  if (functions && functions.missing.length > 0) return 'functionsMissing';
  if (license.state === 'updateAvailable') return 'update';
  return null;
}

/** A newer key stands beside it: what is left is to see that no tool still lives on this one (rms.md §5). */
function oldKeyNeeds({ daysLeft, held }: Facts): Need | null {
  const endsSoon = daysLeft !== null && daysLeft >= 0 && daysLeft <= SOON_DAYS;
  return held || endsSoon ? 'old' : null;
}

const LEVEL_OF_NEED: Record<Need, Level> = {
  expired: 'broken',
  renewNow: 'urgent',
  pastGiven: 'urgent',
  dateConflict: 'unknown',
  stateUnknown: 'unknown',
  renewSoon: 'soon',
  update: 'soon',
  approve: 'waiting',
  functionsMissing: 'soon',
  functionsUnfinished: 'soon',
  stopped: 'waiting',
  old: 'soon',
};

function worksOf(test: KeyTest | undefined): LicenseView['works'] {
  if (!test) return null;
  if (test.verdict === 'valid') return 'yes';
  if (test.verdict === 'notYetActive') return 'notYet';
  return test.verdict === 'expired' || test.verdict === 'refused' ? 'no' : 'unclear';
}
