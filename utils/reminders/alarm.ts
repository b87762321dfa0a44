import { addDays, jstDateOf, startOfJstDay } from '../calendar/jst.ts';
import type { Ledger } from '../model/ledger.ts';
import type { Instant } from '../model/time.ts';
import { isUrgent } from './kinds.ts';
import { listOfReminders, openDeliveries } from './lists.ts';
import type { Place } from './place.ts';
import { plan } from './plan.ts';
import { ruleBook } from './policy.ts';
import { triableAt } from './row-state.ts';
import { leavesAt } from './slot.ts';
import { aroundOf, escalatesAt } from './wanted.ts';

/**
 * When the worker must look again: something falls due, a delivery is to be tried, or the date changes in
 * Japan (every "days left" with it). Never more than a day away, so that a lost alarm heals itself.
 */
export function nextWake(ledger: Ledger, now: Instant, place: Place): Instant {
  const midnight = startOfJstDay(addDays(jstDateOf(now), 1));
  const book = ruleBook(ledger.policies);
  const tries = openDeliveries(ledger.deliveries)
    .filter((one) => place.channels.has(one.channel))
    .map((one) => {
      const at = Math.max(now, triableAt(one));
      const held = one.channel !== 'notification' && one.attempts === 0;
      return held ? leavesAt(book.byId(one.policyId), one.slotAt, at) : at;
    });
  const around = aroundOf(ledger, { book, place, now });
  const escalations = listOfReminders(ledger.reminders)
    .standing.filter(isUrgent)
    .map((one) => escalatesAt(one, around) ?? Infinity);
  return least([midnight, plan(ledger, now).nextDueAt ?? Infinity, ...tries, ...escalations]);
}

/** Not `Math.min(...)`: an agency's ledger has more entries than a call takes arguments. */
const least = (times: Instant[]): Instant => times.reduce((a, b) => Math.min(a, b), Infinity);
