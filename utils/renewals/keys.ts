import { jstDateOf } from '../calendar/jst.ts';
import { succeeds } from '../ledger/replaced.ts';
import type { Ledger, License } from '../model/ledger.ts';
import type { Renewal } from '../model/renewal.ts';
import type { Instant } from '../model/time.ts';

/**
 * Has this key certainly ended? Only by RMS's word, by a date that RMS itself gave (promise 4), or by having
 * left a complete list (DESIGN §3). While two dates contradict each other, the later one counts.
 */
export function hasEnded(license: License, now: Instant): boolean {
  if (license.goneAt !== null || license.state === 'expired') return true;
  if (license.expiry === null || license.expiry.basis === 'person') return false;
  const today = jstDateOf(now);
  return license.expiry.on < today && (license.conflict === null || license.conflict.on < today);
}

/** The keys of an app that have characters: an application that waits for its key is none. */
export const keysOf = ({ licenses }: Pick<Ledger, 'licenses'>, appId: string): License[] =>
  licenses.filter((one) => one.appId === appId && one.last4 !== null);

/** Is `a` the newer of two keys of one app? Of two issued on one day, the one that was seen later. */
const isNewer = (a: License, b: License): boolean =>
  succeeds(a, b) || (!succeeds(b, a) && a.firstSeenAt > b.firstSeenAt);

const sameDay = (a: License, b: License): boolean =>
  a.expiry !== null && a.expiry.on === b.expiry?.on;

const replaces = (a: License, b: License): boolean =>
  succeeds(a, b) || (sameDay(a, b) && a.firstSeenAt > b.firstSeenAt);

/**
 * The key that every tool is to hold: the newest living one that takes the place of the run's old key. null =
 * RMS has not shown one. It is found anew each time, so that a key issued once more in the middle of a run
 * becomes the run's key, and what was filled before is on an old one.
 */
export function targetOf(
  run: Renewal,
  ledger: Pick<Ledger, 'licenses'>,
  now: Instant,
): License | null {
  const keys = keysOf(ledger, run.appId);
  if (run.kind !== 'issue') {
    return ledger.licenses.find(({ id }) => id === run.oldLicenseId) ?? null;
  }
  const old = ledger.licenses.find(({ id }) => id === run.oldLicenseId) ?? null;
  const usable = keys.filter(
    (one) =>
      one.id !== old?.id &&
      one.state !== 'stopped' &&
      one.state !== 'awaitingApproval' &&
      !hasEnded(one, now) &&
      (old === null || one.id === run.newLicenseId || replaces(one, old)),
  );
  return usable.reduce<License | null>(
    (best, one) => (best === null || isNewer(one, best) ? one : best),
    null,
  );
}

/** Keys of the app that some tool could still live on, beside the run's new one. */
export const livingOldKeys = (
  ledger: Pick<Ledger, 'licenses'>,
  target: License,
  now: Instant,
): License[] =>
  keysOf(ledger, target.appId).filter((one) => one.id !== target.id && !hasEnded(one, now));

/** Keys that RMS counts as valid: at most two may be so, a third is refused until one is stopped (rms.md §5). */
export const validKeys = (
  ledger: Pick<Ledger, 'licenses'>,
  appId: string,
  now: Instant,
): License[] =>
  keysOf(ledger, appId).filter((one) => one.state !== 'stopped' && !hasEnded(one, now));
