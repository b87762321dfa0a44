import * as z from 'zod/mini';
import { redactKeys } from './secret.ts';
import type { JstDate } from './time.ts';

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

// `model` is the lowest row, so the check of utils/calendar cannot be used here.
function exists(text: string): boolean {
  const time = DATE.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
}

/** A date that exists, `YYYY-MM-DD`. */
export const isDate = z.custom<JstDate>((value) => typeof value === 'string' && exists(value));

/** Milliseconds since 1970. */
export const instant = z.number();

/** Text of a page, at most that long, with whatever could be a key redacted. */
export const shortText = (max: number) =>
  z.pipe(z.string().check(z.maxLength(max)), z.transform(redactKeys));
