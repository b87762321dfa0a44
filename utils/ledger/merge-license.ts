import type { License } from '../model/ledger.ts';
import type { LicenseRow } from '../model/reading.ts';
import { readExpiry, withDated } from './merge-expiry.ts';
import { isNewer, noteOf, type ShopMerging } from './merging.ts';

/** Since when RMS says 更新あり: kept while it says so. */
const updateSince = (was: License | null, row: LicenseRow, at: number): number | null =>
  row.state === 'updateAvailable' ? (was?.updateSeenSince ?? at) : null;

/** A key seen for the first time. `issued` = it came into being before our eyes. */
export function addLicense(m: ShopMerging, appId: string, row: LicenseRow, issued: boolean): void {
  const license: License = {
    id: m.newId(),
    shopId: m.shopId,
    appId,
    last4: row.last4,
    expiry: row.expiresOn && { on: row.expiresOn, basis: 'page' },
    conflict: null,
    state: row.state,
    stateText: row.stateText,
    updateSeenSince: updateSince(null, row, m.at),
    issuedSeenAt: issued ? m.at : null,
    firstSeenAt: m.at,
    lastSeenAt: m.at,
    missedReadings: 0,
    goneAt: null,
  };
  m.draft.put('licenses', license);
  noteOf(m, m.shopId, 'licenseNew', license.id, {
    developer: row.developer,
    app: row.app,
    last4: row.last4,
    state: row.state,
    expiresOn: row.expiresOn,
    issued: issued ? 1 : 0,
  });
}

/** A key that waited for approval and got its characters: the same application, now with a key. */
export function nameLicense(m: ShopMerging, was: License, row: LicenseRow): void {
  const named = { ...was, last4: row.last4, issuedSeenAt: was.issuedSeenAt ?? m.at };
  noteOf(m, m.shopId, 'licenseNew', was.id, {
    developer: row.developer,
    app: row.app,
    last4: row.last4,
    state: row.state,
    expiresOn: row.expiresOn,
    issued: 1,
    from: was.state,
  });
  seeLicense(m, named, row);
}

/** A known key, seen again. What was seen of it later stands. */
export function seeLicense(m: ShopMerging, was: License, row: LicenseRow): void {
  if (isNewer(m, was.lastSeenAt)) {
    m.draft.put('licenses', { ...was, firstSeenAt: Math.min(was.firstSeenAt, m.at) });
    return;
  }
  const stateChanged = was.state !== row.state;
  const { dated, event } = readExpiry(was, row.expiresOn, stateChanged, m.at);
  const license: License = {
    ...withDated(was, dated),
    state: row.state,
    stateText: row.stateText,
    updateSeenSince: updateSince(was, row, m.at),
    lastSeenAt: m.at,
    missedReadings: 0,
    goneAt: null,
  };
  m.draft.put('licenses', license);
  if (was.goneAt !== null) noteOf(m, m.shopId, 'licenseBack', was.id, { last4: row.last4 });
  if (stateChanged) {
    noteOf(m, m.shopId, 'stateChanged', was.id, {
      from: was.state,
      to: row.state,
      text: row.stateText,
    });
  }
  if (event) {
    noteOf(m, m.shopId, event, was.id, { from: was.expiry?.on ?? null, to: row.expiresOn });
  }
}
