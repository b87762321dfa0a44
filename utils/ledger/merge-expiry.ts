import type { License } from '../model/ledger.ts';
import type { Instant, JstDate } from '../model/time.ts';

type Dated = Pick<License, 'expiry' | 'conflict' | 'refusedOn' | 'dateHiddenSince'>;

/** What a page's date made of what was known. `event` is null where nothing is worth a line of history. */
export interface ExpiryRead {
  dated: Dated;
  event: 'expiryChanged' | 'expiryConflict' | null;
}

/** The fields of a license that speak of its date, without those that do not apply. */
function datedOf(license: License): Dated {
  const { expiry, conflict, refusedOn, dateHiddenSince } = license;
  return {
    expiry,
    conflict,
    ...(refusedOn !== undefined && { refusedOn }),
    ...(dateHiddenSince !== undefined && { dateHiddenSince }),
  };
}

function hidden(license: License, at: Instant): ExpiryRead {
  const dated = datedOf(license);
  // Many vendor apps never show a date (rms.md §3): only a date that the page itself showed can vanish.
  // It is kept: the key did not change, and a date once read is still the best that is known.
  const vanished = license.expiry?.basis === 'page' && license.dateHiddenSince === undefined;
  if (!vanished) return { dated, event: null };
  return { dated: { ...dated, dateHiddenSince: at }, event: 'expiryChanged' };
}

/**
 * A page showed this date (null = 「-」) for a key we know. A later date with nothing else changed is not
 * believed (DESIGN promise 3): it becomes a conflict, the known date stays. An earlier date, or one that
 * came with a new state, is taken. A date that a person gave yields to any that the page gives.
 */
export function readExpiry(
  license: License,
  on: JstDate | null,
  stateChanged: boolean,
  at: Instant,
): ExpiryRead {
  if (on === null) return hidden(license, at);
  const { dateHiddenSince: _shownAgain, ...dated } = datedOf(license);
  const { expiry, conflict } = license;
  const taken: Dated = { expiry: { on, basis: 'page' }, conflict: null };
  if (expiry === null || expiry.basis === 'person') return { dated: taken, event: 'expiryChanged' };
  // The known date is shown again, so that nothing is left to be confirmed.
  if (on === expiry.on) return { dated: { ...dated, expiry, conflict: null }, event: null };
  if (conflict?.on === on) return { dated, event: null };
  if (on < expiry.on || stateChanged) return { dated: taken, event: 'expiryChanged' };
  if (on === license.refusedOn) return { dated: { ...dated, conflict: null }, event: null };
  return { dated: { ...dated, conflict: { on, seenAt: at } }, event: 'expiryConflict' };
}

/** A license with another set of date fields; those that no longer apply are dropped. */
export function withDated(license: License, dated: Dated): License {
  // Mostly there are none, and to leave out a field costs more than to copy all.
  if (license.refusedOn === undefined && license.dateHiddenSince === undefined)
    return { ...license, ...dated };
  const { refusedOn: _refused, dateHiddenSince: _hidden, ...rest } = license;
  return { ...rest, ...dated };
}
