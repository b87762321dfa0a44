import { DAY, HOUR, type Instant } from '../../../utils/model/time.ts';

// The stand-ins reckon with dates by themselves, so that a fault of the product's calendar cannot hide in them.
const OFFSET = 9 * HOUR;
const two = (n: number): string => String(n).padStart(2, '0');

interface JstParts {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
}

export function jstParts(at: Instant): JstParts {
  const date = new Date(at + OFFSET);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
  };
}

/** `2025/05/26`, as RMS writes it (rms.md §3). */
export function slashDate(at: Instant): string {
  const { year, month, day } = jstParts(at);
  return `${year}/${two(month)}/${two(day)}`;
}

/** `2025-05-26`. */
export const isoDate = (at: Instant): string => slashDate(at).replaceAll('/', '-');

/** `09:00:00`. */
export function clockTime(at: Instant): string {
  const { hour, minute, second } = jstParts(at);
  return `${two(hour)}:${two(minute)}:${two(second)}`;
}

/** `2025-05-26T23:59:59`, no zone, as the WEB API writes it (rms.md §6). */
export const zonelessTime = (at: Instant): string => `${isoDate(at)}T${clockTime(at)}`;

const startOfDay = (at: Instant): Instant => Math.floor((at + OFFSET) / DAY) * DAY - OFFSET;

/** 23:59:59 JST of the day that is `days` after `at`'s. */
export const endOfDayAfter = (at: Instant, days: number): Instant =>
  startOfDay(at) + (days + 1) * DAY - 1000;

/** The last time, at or before `at`, that it was `hour` o'clock in Japan. */
export function lastTimeAt(hour: number, at: Instant): Instant {
  const today = startOfDay(at) + hour * HOUR;
  return today <= at ? today : today - DAY;
}
