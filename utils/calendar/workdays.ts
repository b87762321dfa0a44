import type { Policy, Span } from '../model/notice.ts';
import type { JstDate } from '../model/time.ts';
import { holidayName } from './holidays.ts';
import { addDays, weekdayOf } from './jst.ts';

export type WorkSense = Pick<Policy, 'daysOff' | 'holidaysOff' | 'closed' | 'busy'>;

/** A calendar of one group of shops. All its answers are remembered: thousands of keys share a few dates. */
export interface Workdays {
  isWorking(date: JstDate): boolean;
  /** That day if people work on it, else the last day before it on which they do. */
  onOrBefore(date: JstDate): JstDate;
  /** That day if people work on it, else the next on which they do. */
  onOrAfter(date: JstDate): JstDate;
  /** So many working days before that date, the date itself not counted. */
  before(date: JstDate, days: number): JstDate;
  /**
   * The day on which an expiry counts: the date itself if people work on it and no sale runs, else the
   * second working day before that break or sale (one day to renew, one for what goes wrong).
   */
  countsOn(expiry: JstDate): JstDate;
}

/** A calendar without any working day must not search for ever: beyond this every day is one. */
const SEARCH_DAYS = 120;

const inSpan = (date: JstDate, spans: Span[]): boolean =>
  spans.some(({ from, to }) => from <= date && date <= to);

export function workdaysOf({ daysOff, holidaysOff, closed, busy }: WorkSense): Workdays {
  const isWorking = remembered(
    (date) =>
      !daysOff.includes(weekdayOf(date)) &&
      !(holidaysOff && holidayName(date) !== null) &&
      !inSpan(date, closed),
  );
  const nearest = (from: JstDate, step: 1 | -1): JstDate => {
    let date = from;
    for (let i = 0; i < SEARCH_DAYS; i += 1) {
      if (isWorking(date)) return date;
      date = addDays(date, step);
    }
    return from;
  };
  const before = (from: JstDate, days: number): JstDate => {
    let date = from;
    for (let i = 0; i < days; i += 1) date = nearest(addDays(date, -1), -1);
    return date;
  };
  const isSafe = (date: JstDate): boolean => isWorking(date) && !inSpan(date, busy);
  const countsOn = remembered((expiry) => {
    let first = expiry;
    for (let i = 0; i < SEARCH_DAYS && !isSafe(first); i += 1) {
      const earlier = addDays(first, -1);
      if (isSafe(earlier)) return before(first, 2);
      first = earlier;
    }
    return expiry;
  });
  return {
    isWorking,
    onOrBefore: (date) => nearest(date, -1),
    onOrAfter: (date) => nearest(date, 1),
    before,
    countsOn,
  };
}

function remembered<V>(answer: (date: JstDate) => V): (date: JstDate) => V {
  const known = new Map<JstDate, V>();
  return (date) => {
    const had = known.get(date);
    if (had !== undefined) return had;
    const made = answer(date);
    known.set(date, made);
    return made;
  };
}
