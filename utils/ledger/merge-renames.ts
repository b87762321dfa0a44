import type { App } from '../model/ledger.ts';
import type { LicenseRow } from '../model/reading.ts';
import { rowsByApp } from './merge-rows.ts';
import { noteOf, type ShopMerging } from './merging.ts';
import { appKey } from './names.ts';

const last4sOf = (rows: { last4: string | null }[]): Set<string> =>
  new Set(rows.flatMap((row) => (row.last4 === null ? [] : [row.last4])));

const overlap = (a: Set<string>, b: Set<string>): boolean => [...a].some((one) => b.has(one));

/**
 * A rename is one app gone and one new with the same last four characters in one complete reading; where
 * more than one app could be meant, nothing is renamed (DESIGN §3).
 */
export function renameApps(m: ShopMerging, rows: LicenseRow[]): void {
  const shown = rowsByApp(rows);
  const gone = [...m.appsByKey].filter(([key]) => !shown.has(key)).map(([, app]) => app);
  const fresh = [...shown].filter(([key]) => !m.appsByKey.has(key)).map(([, ofApp]) => ofApp);
  if (gone.length === 0 || fresh.length === 0) return;
  const alive = (app: App) =>
    last4sOf((m.licensesByApp.get(app.id) ?? []).filter((one) => one.goneAt === null));
  const pairs = fresh.flatMap((ofApp) =>
    gone.filter((app) => overlap(alive(app), last4sOf(ofApp))).map((app) => ({ app, ofApp })),
  );
  for (const { app, ofApp } of pairs) {
    const rivals = pairs.filter((pair) => pair.app === app || pair.ofApp === ofApp);
    const row = ofApp[0];
    if (rivals.length === 1 && row) rename(m, app, row);
  }
}

function rename(m: ShopMerging, app: App, row: LicenseRow): void {
  const renamed: App = { ...app, developer: row.developer, name: row.app, owner: row.owner };
  m.draft.put('apps', renamed);
  m.appsByKey.delete(appKey(app.developer, app.name));
  m.appsByKey.set(appKey(renamed.developer, renamed.name), renamed);
  noteOf(m, m.shopId, 'appRenamed', app.id, {
    fromDeveloper: app.developer,
    fromName: app.name,
    developer: row.developer,
    name: row.app,
    last4: row.last4,
  });
}
