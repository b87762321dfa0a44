import { DAY, HOUR, MINUTE, type Instant, type JstDate } from '../model/time.ts';

// Japan has kept UTC+9 without daylight saving since 1952, so a fixed offset is exact, and does not
// depend on the time zone that the machine is set to.
const OFFSET = 9 * HOUR;

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Days since 1970-01-01 of that date; null for a date that does not exist. */
function dayNumber(year: number, month: number, day: number): number | null {
  const time = Date.UTC(year, month - 1, day);
  return new Date(time).getUTCDate() === day && month >= 1 && month <= 12 ? time / DAY : null;
}

const dateOfDay = (days: number): JstDate =>
  new Date(days * DAY).toISOString().slice(0, 10) as JstDate;

/**
 * Throws on text that is no date: a `JstDate` is checked where it is made. Not `Date.parse`: engines differ
 * on the 30th of February.
 */
function dayOf(date: JstDate): number {
  const day = DATE.test(date)
    ? dayNumber(Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8)))
    : null;
  if (day === null) throw new RangeError('not a date');
  return day;
}

/** The date in Japan at that moment. */
export const jstDateOf = (instant: Instant): JstDate =>
  dateOfDay(Math.floor((instant + OFFSET) / DAY));

/** Whole days from one date to another: 0 for the same date, negative when `to` is earlier. */
export const daysBetween = (from: JstDate, to: JstDate): number => dayOf(to) - dayOf(from);

/** The date that many days later (earlier when negative). */
export const addDays = (date: JstDate, days: number): JstDate => dateOfDay(dayOf(date) + days);

/** A date from its parts (month 1–12); null when there is no such date, or its year has not four digits. */
export function toJstDate(year: number, month: number, day: number): JstDate | null {
  if (![year, month, day].every(Number.isInteger) || year < 1000 || year > 9999) return null;
  const days = dayNumber(year, month, day);
  return days === null ? null : dateOfDay(days);
}

/** Is it `YYYY-MM-DD` and a date that exists? */
export function isJstDate(text: unknown): text is JstDate {
  const parts = typeof text === 'string' ? DATE.exec(text) : null;
  return parts !== null && toJstDate(Number(parts[1]), Number(parts[2]), Number(parts[3])) !== null;
}

/** 00:00 JST of that date. */
export const startOfJstDay = (date: JstDate): Instant => dayOf(date) * DAY - OFFSET;

/** The last millisecond of that date in Japan: a key lives until then (rms.md §5). */
export const endOfJstDay = (date: JstDate): Instant => startOfJstDay(date) + DAY - 1;

/** Day of the week, 0 = Sunday … 6 = Saturday. */
export const weekdayOf = (date: JstDate): number => (((dayOf(date) + 4) % 7) + 7) % 7;

/** That time of day on that date in Japan. */
export const atJst = (date: JstDate, hours: number, minutes = 0): Instant =>
  startOfJstDay(date) + hours * HOUR + minutes * MINUTE;
