import { addDays, startOfJstDay } from '../calendar/jst.ts';
import type { Workdays } from '../calendar/workdays.ts';
import { HOUR, type Instant, type JstDate } from '../model/time.ts';
import type { Step } from './causes.ts';

/** In Japan: when a day's notice is given. */
export const SPEAKING_HOUR = 9;

/** Days before the day that counts: said on that day, or on the last working day before it. */
export const CALENDAR_STEPS = [30, 14, 7];
/** Working days before the day that counts. */
export const WORKING_STEPS = [3, 2, 1, 0];
/** Where the key outlives the day that counts: the last working day that it still sees. */
export const LAST_CALL = -1;

/** A step on the day that begins with that midnight in Japan, where every day has 24 hours. */
export const stepOn = (midnight: Instant, threshold: number): Step => ({
  threshold,
  from: midnight,
  dueAt: midnight + SPEAKING_HOUR * HOUR,
});

const known = new WeakMap<Workdays, Map<JstDate, Step[]>>();

/** The steps of a key that expires on that date, in the order of time. Remembered: many keys share a date. */
export function stepsBefore(expiry: JstDate, workdays: Workdays): Step[] {
  const ofCalendar = known.get(workdays) ?? new Map<JstDate, Step[]>();
  known.set(workdays, ofCalendar);
  const had = ofCalendar.get(expiry);
  if (had) return had;
  const made = makeSteps(expiry, workdays);
  ofCalendar.set(expiry, made);
  return made;
}

function makeSteps(expiry: JstDate, workdays: Workdays): Step[] {
  const counts = workdays.countsOn(expiry);
  const days: [number, JstDate][] = [
    ...CALENDAR_STEPS.map((n): [number, JstDate] => [n, workdays.onOrBefore(addDays(counts, -n))]),
    ...WORKING_STEPS.map((n): [number, JstDate] => [n, workdays.before(counts, n)]),
  ];
  const last = workdays.onOrBefore(expiry);
  if (last > counts) days.push([LAST_CALL, last]);
  // Three working days before can lie before seven days before (New Year): none comes after a nearer one.
  for (let i = days.length - 2; i >= 0; i -= 1) {
    const [step, next] = [days[i], days[i + 1]];
    if (step && next && step[1] > next[1]) step[1] = next[1];
  }
  return days.map(([threshold, date]) => stepOn(startOfJstDay(date), threshold));
}
