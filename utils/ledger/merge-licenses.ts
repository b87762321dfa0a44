import type { App, License } from '../model/ledger.ts';
import type { LicenseRow } from '../model/reading.ts';
import { HOUR } from '../model/time.ts';
import { renameApps } from './merge-renames.ts';
import { addLicense, nameLicense, seeLicense } from './merge-license.ts';
import { GONE_AFTER, isNewer, noteOf, type ShopMerging } from './merging.ts';
import { rowsByApp } from './merge-rows.ts';

/** Takes the rows of a page into the keys of its shop. */
export function mergeLicenses(m: ShopMerging, rows: LicenseRow[]): void {
  if (m.licensesComplete && !m.late) renameApps(m, rows);
  const seen = new Set<string>();
  for (const [key, ofApp] of rowsByApp(rows)) mergeApp(m, key, ofApp, seen);
  if (m.licensesComplete && !m.again && !m.late) countMissing(m, seen);
}

function mergeApp(m: ShopMerging, key: string, rows: LicenseRow[], seen: Set<string>): void {
  const [first] = rows;
  if (!first) return;
  const known = m.appsByKey.get(key);
  const app = known ?? addApp(m, key, first);
  const licenses = m.licensesByApp.get(app.id) ?? [];
  const fresh: LicenseRow[] = [];
  for (const row of rows) {
    const license = licenses.find((one) => one.last4 === row.last4);
    if (license) {
      seen.add(license.id);
      seeLicense(m, issuedOn(m, license), row);
    } else fresh.push(row);
  }
  const stillWaits = rows.some((row) => row.last4 === null);
  let waiting = stillWaits || m.late ? undefined : licenses.find(isWaiting);
  const cameNewly = (known !== undefined && !m.late) || (m.reading.issuedNow && fresh.length === 1);
  for (const row of fresh) {
    if (waiting && row.last4 !== null) {
      seen.add(waiting.id);
      nameLicense(m, waiting, row);
      waiting = undefined;
    } else addLicense(m, app.id, row, row.last4 !== null && cameNewly);
  }
}

const isWaiting = (license: License): boolean => license.last4 === null && license.goneAt === null;

/** The list may be read before the detail page says that the key was just issued. */
function issuedOn(m: ShopMerging, license: License): License {
  const justSeen = license.last4 !== null && m.at - license.firstSeenAt < HOUR;
  const isIt = m.reading.issuedNow && m.reading.licenses.length === 1 && justSeen;
  return isIt && license.issuedSeenAt === null ? { ...license, issuedSeenAt: m.at } : license;
}

function addApp(m: ShopMerging, key: string, row: LicenseRow): App {
  const app: App = {
    id: m.newId(),
    shopId: m.shopId,
    developer: row.developer,
    name: row.app,
    owner: row.owner,
  };
  m.draft.put('apps', app);
  m.appsByKey.set(key, app);
  return app;
}

function countMissing(m: ShopMerging, seen: Set<string>): void {
  for (const license of [...m.licensesByApp.values()].flat()) {
    if (seen.has(license.id) || license.goneAt !== null || isNewer(m, license.lastSeenAt)) continue;
    const missedReadings = license.missedReadings + 1;
    const gone = missedReadings >= GONE_AFTER;
    m.draft.put('licenses', { ...license, missedReadings, goneAt: gone ? m.at : null });
    if (gone) {
      noteOf(m, m.shopId, 'licenseGone', license.id, {
        last4: license.last4,
        completeReadings: missedReadings,
      });
    }
  }
}
