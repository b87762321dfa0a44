import { applyChange, joinChanges } from '../ledger/apply.ts';
import type { Ledger, LedgerChange, License } from '../model/ledger.ts';
import type { Renewal } from '../model/renewal.ts';
import { DAY, type Instant } from '../model/time.ts';
import { begun, openRunOf } from './begin.ts';
import { ended } from './end.ts';
import { hasEnded, keysOf, targetOf } from './keys.ts';
import { rmsIsDone, stillOpen } from './open.ts';

/** A key issued longer ago is no news: what its tools hold shows in the matrix, without a run of its own. */
const NEWS_FOR = 7 * DAY;

/**
 * What follows for the runs from the ledger as it stands: a run for a key just issued whose app a tool is
 * known to take, what RMS was seen to have done, and the end of every run that nothing keeps open. Pure; run
 * again, it changes nothing.
 */
export function advanceRenewals(ledger: Ledger, now: Instant, newId: () => string): LedgerChange {
  const opened = newKeysOf(ledger, now)
    .filter(({ appId }) => ledger.bindings.some((binding) => binding.appId === appId))
    .map((license) => openedFor(license, ledger, newId, now))
    .reduce(joinChanges, {});
  const after = applyChange(ledger, opened);
  return after.renewals
    .filter(({ closed }) => closed === null)
    .map((run) => advanced(run, after, now))
    .reduce(joinChanges, opened);
}

/** Keys seen newly issued for which nobody has begun a run: to be proposed where no tool is known yet. */
export function newKeysOf(ledger: Ledger, now: Instant): License[] {
  const known = new Set(ledger.renewals.map(({ newLicenseId }) => newLicenseId));
  const fresh = ledger.licenses.filter(
    (one) =>
      one.last4 !== null &&
      one.issuedSeenAt !== null &&
      Math.abs(now - one.issuedSeenAt) < NEWS_FOR &&
      !hasEnded(one, now) &&
      !known.has(one.id) &&
      !openRunOf(ledger, { appId: one.appId, kind: 'issue', licenseId: null }),
  );
  const newest = new Map(fresh.toSorted(byIssue).map((one) => [one.appId, one]));
  return [...newest.values()];
}

const byIssue = (a: License, b: License): number => (a.issuedSeenAt ?? 0) - (b.issuedSeenAt ?? 0);

function openedFor(
  license: License,
  ledger: Ledger,
  newId: () => string,
  now: Instant,
): LedgerChange {
  const { id, appId, shopId } = license;
  const old = keysOf(ledger, appId)
    .filter((one) => one.id !== id && one.goneAt === null && one.firstSeenAt <= license.firstSeenAt)
    .toSorted((a, b) => b.firstSeenAt - a.firstSeenAt)[0];
  const wish = { appId, shopId, kind: 'issue', openedBy: 'newKey' } as const;
  return begun({ ...wish, licenseId: old?.id ?? null, newLicenseId: id }, license, newId, now);
}

function advanced(run: Renewal, ledger: Ledger, now: Instant): LedgerChange {
  const target = targetOf(run, ledger, now);
  const rmsDone = target !== null && (run.kind === 'issue' || rmsIsDone(run, target, ledger));
  const newLicenseId = run.kind === 'issue' && target ? target.id : run.newLicenseId;
  const rmsDoneAt = run.rmsDoneAt ?? (rmsDone ? now : null);
  const next: Renewal = { ...run, newLicenseId, rmsDoneAt };
  if (stillOpen(next, ledger, now).length === 0) {
    return ended(next, { how: 'done', reason: null, by: 'kagiban', at: now });
  }
  const same = newLicenseId === run.newLicenseId && rmsDoneAt === run.rmsDoneAt;
  return same ? {} : { renewals: [next] };
}
