import { replacedLicenses } from '../ledger/replaced.ts';
import type { Ledger, License } from '../model/ledger.ts';
import { DAY, type Instant } from '../model/time.ts';
import { causeOf, plainStep, type Cause } from './causes.ts';

/** Whoever has just issued a key is still putting it into the tools. */
const LEFT_ALONE_FOR = DAY;

/**
 * Tools whose field still holds a key that has a successor: they stop when the old one does, and nobody
 * knows when that is (rms.md §5).
 */
export function oldKeyCauses(ledger: Ledger, now: Instant): Cause[] {
  if (ledger.placements.length === 0) return [];
  const old = replacedLicenses({ ...ledger, placements: [] });
  const licenses = new Map(ledger.licenses.map((license) => [license.id, license]));
  return ledger.placements.flatMap(({ id, holds }): Cause[] => {
    const license = holds && old.has(holds.licenseId) ? licenses.get(holds.licenseId) : undefined;
    if (!license || license.goneAt !== null) return [];
    const issued = Math.min(newestOf(ledger.licenses, license).firstSeenAt, now);
    const since = issued + LEFT_ALONE_FOR;
    const steps = plainStep(since);
    return [
      causeOf(
        { shopId: license.shopId, subjectId: id, reason: 'oldKey', expiresOn: null, steps },
        { since },
      ),
    ];
  });
}

const newestOf = (licenses: License[], old: License): License =>
  licenses
    .filter((one) => one.appId === old.appId && one.goneAt === null && one.id !== old.id)
    .reduce((a, b) => (b.firstSeenAt > a.firstSeenAt ? b : a), old);
