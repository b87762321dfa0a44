import type { PageStatus } from '../model/ledger.ts';
import type { Instant } from '../model/time.ts';
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
