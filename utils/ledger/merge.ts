import type { Ledger, LedgerChange } from '../model/ledger.ts';
import type { LicenseRow, Problem, Reading } from '../model/reading.ts';
import type { Instant } from '../model/time.ts';
import { draftOf } from './draft.ts';
import { mergeApis } from './merge-apis.ts';
import { mergeEvents } from './merge-events.ts';
import { mergeFunctions } from './merge-functions.ts';
import { mergeLicenses } from './merge-licenses.ts';
import { mergeOutages } from './merge-outages.ts';
import { mergePage } from './merge-page.ts';
import { distinctRows } from './merge-rows.ts';
import { findShop } from './merge-shop.ts';
import { isNewer, type Merging, type ShopMerging } from './merging.ts';
import { appKey, pageId } from './names.ts';

export interface MergeTools {
  now: Instant;
  newId: () => string;
}

/**
 * What one reading changes in the ledger (DESIGN §3). Pure; a reading merged twice changes nothing more.
 * Only a page that was read (`keys`) speaks of keys: any other class is recorded for its page alone.
 */
export function merge(ledger: Ledger, reading: Reading, { now, newId }: MergeTools): LedgerChange {
  const at = Math.min(reading.at, now);
  const m: Merging = { draft: draftOf(ledger), reading, newId, at, now };
  const { rows, problems: doubtful } =
    reading.pageClass === 'keys' ? distinctRows(reading.licenses) : { rows: [], problems: [] };
  const { shopId, problems: ofShop } = findShop(m, rows);
  const problems = [...reading.problems, ...doubtful, ...ofShop];
  const complete = isComplete(reading, problems);
  if (shopId !== null && reading.pageClass === 'keys')
    mergeRows(m, shopId, rows, complete, problems);
  if (shopId !== null) {
    mergeApis(m, shopId);
    mergeFunctions(m, shopId);
  }
  mergeOutages(m);
  mergePage(m, shopId, problems, complete);
  if (reading.pageClass === 'keys') markFirstReading(m);
  return m.draft.change();
}

/** A detail page shows one app, and a row that was not understood could be any key: neither is a whole list. */
function isComplete(reading: Reading, problems: Problem[]): boolean {
  return (
    reading.pageClass === 'keys' &&
    reading.page !== 'appDetail' &&
    reading.licenseCoverage === 'complete' &&
    problems.length === 0
  );
}

function mergeRows(
  m: Merging,
  shopId: string,
  rows: LicenseRow[],
  licensesComplete: boolean,
  problems: Problem[],
): void {
  const shop = shopMerging(m, shopId);
  const eventsComplete =
    m.reading.eventCoverage === 'complete' &&
    m.reading.page !== 'appDetail' &&
    problems.length === 0;
  mergeLicenses({ ...shop, licensesComplete, eventsComplete }, rows);
  mergeEvents({ ...shop, licensesComplete, eventsComplete });
}

function shopMerging(
  m: Merging,
  shopId: string,
): Omit<ShopMerging, 'licensesComplete' | 'eventsComplete'> {
  const apps = m.draft.all('apps').filter((app) => app.shopId === shopId);
  const licensesByApp: ShopMerging['licensesByApp'] = new Map();
  for (const license of m.draft.all('licenses')) {
    if (license.shopId !== shopId) continue;
    const ofApp = licensesByApp.get(license.appId);
    if (ofApp) ofApp.push(license);
    else licensesByApp.set(license.appId, [license]);
  }
  const pageAt = m.draft.get('pages', pageId(shopId, m.reading.page))?.at ?? 0;
  return {
    ...m,
    shopId,
    licensesByApp,
    appsByKey: new Map(apps.map((app) => [appKey(app.developer, app.name), app])),
    again: pageAt === m.at,
    late: isNewer(m, pageAt),
  };
}

function markFirstReading(m: Merging): void {
  const meta = m.draft.meta();
  if (meta.firstReadingAt === null) m.draft.setMeta({ ...meta, firstReadingAt: m.at });
}
