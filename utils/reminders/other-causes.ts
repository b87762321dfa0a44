import type { KeyTest, Verdict } from '../model/key-test.ts';
import type { Ledger, PageStatus } from '../model/ledger.ts';
import { DAY, type Instant } from '../model/time.ts';
import { causeOf, plainStep, type Cause } from './causes.ts';

/** A page that should hold keys and could not be read, or rows of it (promise 3). It stands while it is so. */
export function pageCauses(pages: PageStatus[], now: Instant): Cause[] {
  return pages.filter(isAlarm).map(({ id, shopId }) =>
    causeOf(
      {
        shopId,
        subjectId: id,
        reason: 'unreadable',
        expiresOn: null,
        steps: plainStep(now),
      },
      // A page that flickers between readable and not is spoken of once a day at most.
      { restDays: 1 },
    ),
  );
}

const isAlarm = (page: PageStatus): boolean =>
  page.pageClass === 'unreadable' || page.problems.length > 0;

const SETTLED = new Set<Verdict>(['valid', 'expired']);

/** A test to be made again. A whole day later nobody waits for it any more. */
export function retestCauses({ keyTests, licenses }: Ledger, now: Instant): Cause[] {
  const newest = new Map<string, KeyTest>();
  for (const test of keyTests) {
    if ((newest.get(test.licenseId)?.at ?? -Infinity) <= test.at) newest.set(test.licenseId, test);
  }
  const byId = new Map(licenses.map((license) => [license.id, license]));
  return [...newest.values()].flatMap(({ licenseId, retestAt, verdict }): Cause[] => {
    const license = byId.get(licenseId);
    if (!license || license.goneAt !== null) return [];
    if (retestAt === null || SETTLED.has(verdict) || now > retestAt + DAY) return [];
    const steps = plainStep(retestAt);
    const subject = { shopId: license.shopId, subjectId: licenseId, reason: 'retest' } as const;
    const times = { since: retestAt, changesAt: retestAt + DAY };
    return [causeOf({ ...subject, expiresOn: null, steps }, times)];
  });
}
