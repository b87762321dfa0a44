import holidayJp from '@holiday-jp/holiday_jp';
import { DAY, HOUR, type Instant, type JstDate } from '../../utils/model/time.ts';

// Dates in Japan in the plainest way, sharing no code with the product: days are counted one by one.
const JST = 9 * HOUR;

export const dateOf = (at: Instant): JstDate =>
  new Date(at + JST).toISOString().slice(0, 10) as JstDate;
export const midnight = (date: JstDate): Instant => Date.parse(`${date}T00:00:00Z`) - JST;
export const plus = (date: JstDate, days: number): JstDate =>
  dateOf(midnight(date) + days * DAY + HOUR);

const working = new Map<JstDate, boolean>();

/** Monday to Friday, no holiday. */
export function works(date: JstDate): boolean {
  const known = working.get(date);
  if (known !== undefined) return known;
  const day = new Date(`${date}T00:00:00Z`).getUTCDay();
  const made = day !== 0 && day !== 6 && !holidayJp.isHoliday(new Date(`${date}T12:00:00+09:00`));
  working.set(date, made);
  return made;
}

function workingBefore(date: JstDate, count: number): JstDate {
  let day = date;
  for (let left = count; left > 0;) {
    day = plus(day, -1);
    if (works(day)) left -= 1;
  }
  return day;
}

/** The days on which a key that ends on that date must be spoken of: threshold and date, the first first. */
export function daysToSpeak(end: JstDate): [number, JstDate][] {
  let counts = end;
  if (!works(end)) {
    let first = end;
    while (!works(plus(first, -1))) first = plus(first, -1);
    counts = workingBefore(first, 2);
  }
  const days: [number, JstDate][] = [];
  for (const n of [30, 14, 7]) {
    let day = plus(counts, -n);
    while (!works(day)) day = plus(day, -1);
    days.push([n, day]);
  }
  for (const n of [3, 2, 1, 0]) days.push([n, workingBefore(counts, n)]);
  let last = end;
  while (!works(last)) last = plus(last, -1);
  if (last > counts) days.push([-1, last]);
  // A step never comes after a nearer one.
  for (let i = days.length - 2; i >= 0; i -= 1) {
    const [here, next] = [days[i], days[i + 1]];
    if (here && next && here[1] > next[1]) here[1] = next[1];
  }
  return days;
}
