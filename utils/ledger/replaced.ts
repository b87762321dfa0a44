import type { Ledger, License } from '../model/ledger.ts';

const WORKING = new Set<License['state']>(['active', 'updateAvailable', 'unknown']);

/** May this key stand in for that one? A later date says so; without a date, having come later. */
export function succeeds(next: License, old: License): boolean {
  if (next.id === old.id || next.goneAt !== null || next.last4 === null) return false;
  if (!WORKING.has(next.state)) return false;
  if (next.expiry && old.expiry) return next.expiry.on > old.expiry.on;
  return next.firstSeenAt > old.firstSeenAt;
}

/**
 * Ids of the keys whose app has a newer key, and which no tool is known to hold. Their end harms nobody, so
 * that it is no reason to speak (promise 4: no crying wolf); a key that a tool still holds goes on mattering,
 * since nobody knows whether RMS lets the old one live on (rms.md §5).
 */
export function replacedLicenses({ licenses, placements }: Ledger): Set<string> {
  const held = new Set(placements.flatMap(({ holds }) => (holds ? [holds.licenseId] : [])));
  const byApp = new Map<string, License[]>();
  for (const license of licenses) {
    // One that is gone stands in for nothing, and a ledger keeps many of them.
    if (license.goneAt !== null) continue;
    const ofApp = byApp.get(license.appId);
    if (ofApp) ofApp.push(license);
    else byApp.set(license.appId, [license]);
  }
  const replaced = licenses.filter(
    (old) => !held.has(old.id) && (byApp.get(old.appId) ?? []).some((next) => succeeds(next, old)),
  );
  return new Set(replaced.map(({ id }) => id));
}
