import { addDays, jstDateOf, startOfJstDay } from '../calendar/jst.ts';
import type { Ledger } from '../model/ledger.ts';
import type { Instant } from '../model/time.ts';
import { isOpen, triableAt } from './outbox.ts';
import { plan } from './plan.ts';

/**
 * When the worker must look again: something falls due, a delivery is to be tried, or the date changes in
 * Japan (every "days left" with it). Never more than a day away, so that a lost alarm heals itself.
 */
export function nextWake(ledger: Ledger, now: Instant): Instant {
  const midnight = startOfJstDay(addDays(jstDateOf(now), 1));
  const tries = ledger.deliveries.filter(isOpen).map((one) => Math.max(now, triableAt(one)));
  return Math.min(midnight, plan(ledger, now).nextDueAt ?? Infinity, ...tries);
}
