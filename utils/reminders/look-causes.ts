import { addDays, atJst, jstDateOf } from '../calendar/jst.ts';
import type { Ledger, License } from '../model/ledger.ts';
import type { Instant, JstDate } from '../model/time.ts';
import { causeOf, plainStep, type Cause } from './causes.ts';
import { SPEAKING_HOUR } from './expiry-steps.ts';
import { listOfReminders } from './lists.ts';

/** A shop whose keys show no date has to be looked at so often. */
const WITHOUT_DATE_DAYS = 30;
/** So many days before the earliest expiry the list must have been looked at again. */
const BEFORE_EXPIRY_DAYS = 14;
/** A list that was read within so many days counts as looked at. */
const FRESH_DAYS = 7;

/** Was it said that nobody looks? Of all reasons, this one alone depends on when something was seen. */
export const saysNotLooked = ({ reminders }: Pick<Ledger, 'reminders'>): boolean =>
  listOfReminders(reminders).standing.some(({ reason }) => reason === 'notLooked');

/** Shops whose key list nobody has opened for too long: what the ledger says of them may be old news. */
export function notLookedCauses({ shops, pages, licenses }: Ledger, now: Instant): Cause[] {
  if (pages.length === 0) return [];
  const readAt = new Map<string, Instant>();
  for (const { shopId, readAt: at } of pages) {
    if (shopId === null) continue;
    readAt.set(shopId, Math.max(readAt.get(shopId) ?? 0, at ?? 0));
  }
  const earliest = earliestByShop(licenses);
  return shops.flatMap(({ id }): Cause[] => {
    const read = readAt.get(id);
    // A shop of which no page was ever seen, or that a clock read in the future, gives no reason.
    if (read === undefined || read === 0 || read > now) return [];
    const dueAt = dueFor(read, earliest.get(id));
    return [
      causeOf(
        {
          shopId: id,
          subjectId: id,
          reason: 'notLooked',
          expiresOn: null,
          steps: plainStep(dueAt),
        },
        { since: read, standsFrom: dueAt },
      ),
    ];
  });
}

function dueFor(read: Instant, earliest: JstDate | undefined): Instant {
  if (earliest === undefined)
    return atJst(addDays(jstDateOf(read), WITHOUT_DATE_DAYS), SPEAKING_HOUR);
  const before = atJst(addDays(earliest, -BEFORE_EXPIRY_DAYS), SPEAKING_HOUR);
  return Math.max(before, atJst(addDays(jstDateOf(read), FRESH_DAYS), SPEAKING_HOUR));
}

function earliestByShop(licenses: License[]): Map<string, JstDate> {
  const earliest = new Map<string, JstDate>();
  for (const { shopId, expiry, goneAt } of licenses) {
    if (goneAt !== null || !expiry) continue;
    const known = earliest.get(shopId);
    if (known === undefined || expiry.on < known) earliest.set(shopId, expiry.on);
  }
  return earliest;
}
