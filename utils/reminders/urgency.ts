import { daysBetween, jstDateOf } from '../calendar/jst.ts';
import type { Reminder } from '../model/reminder.ts';
import type { Instant } from '../model/time.ts';

const RANK: Record<Reminder['reason'], number> = {
  expired: -1000,
  testFailed: -1,
  expiring: 0,
  conflict: 4,
  unreadable: 5,
  oldKey: 6,
  outage: 7,
  runOpen: 8,
  age: 10,
  notLooked: 15,
  retest: 20,
  eventGone: 30,
  approval: 40,
  update: 50,
};

/** Smaller is more urgent: what is dead, then by days left; a key of 83 days stands where 7 days left do. */
export function urgency({ reason, expiresOn, threshold }: Reminder, now: Instant): number {
  if (reason === 'expiring' && expiresOn) return daysBetween(jstDateOf(now), expiresOn);
  if (reason === 'age' && threshold !== null) return 90 - threshold;
  return RANK[reason];
}
