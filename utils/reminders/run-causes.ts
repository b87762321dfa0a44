import { addDays, jstDateOf, startOfJstDay } from '../calendar/jst.ts';
import type { Ledger } from '../model/ledger.ts';
import { HOUR, type Instant } from '../model/time.ts';
import { causeOf, plainStep, type Cause } from './causes.ts';
import { SPEAKING_HOUR } from './expiry-steps.ts';

/** Whoever began it is left in peace for so long: tools are filled one after another, and keys take time to wake. */
const LEFT_ALONE_DAYS = 3;
/** Said again so often while it is open. */
const EVERY_DAYS = 7;

/** Runs that somebody began and nobody has brought to an end: a tool may still live on the old key. */
export function runCauses({ renewals }: Ledger, now: Instant): Cause[] {
  return renewals
    .filter(({ closed }) => closed === null)
    .map(({ id, shopId, openedAt }) => {
      const opened = Math.min(openedAt, now);
      const from =
        startOfJstDay(addDays(jstDateOf(opened), LEFT_ALONE_DAYS)) + SPEAKING_HOUR * HOUR;
      const subject = { shopId, subjectId: id, reason: 'runOpen', expiresOn: null } as const;
      return causeOf({ ...subject, steps: plainStep(from) }, { everyDays: EVERY_DAYS });
    });
}
