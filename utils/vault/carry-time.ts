import type { CarriedInfo } from '../model/carry.ts';
import { type Instant, MINUTE } from '../model/time.ts';

/** A carried key dies after this long without use by a person (DESIGN §5). */
export const IDLE_LIFE = 30 * MINUTE;
/** On a computer that several people use: five minutes. */
export const SHARED_LIFE = 5 * MINUTE;
/** The longest that a person may consent to keep one in memory: the 90-minute retest and a little. */
export const KEPT_LIFE = 95 * MINUTE;

/** When it dies. A kept one lives to the end of what was consented to, never longer. */
export const diesAt = (info: CarriedInfo): Instant => info.keepUntil ?? info.idleUntil;

export const isAlive = (info: CarriedInfo, now: Instant): boolean => now < diesAt(info);

/** Used by a person now: it lives for another `life` ms. Use by a retest does not count. */
export const renewed = (info: CarriedInfo, now: Instant, life: number): CarriedInfo => ({
  ...info,
  idleUntil: now + life,
});

/** Dies at `end` at the latest, whatever was consented to. */
export const shortened = (info: CarriedInfo, end: Instant): CarriedInfo => ({
  ...info,
  idleUntil: Math.min(info.idleUntil, end),
  keepUntil: null,
});

/** Consent is given once: asking again does not prolong. */
export const kept = (info: CarriedInfo, now: Instant): CarriedInfo => ({
  ...info,
  keepUntil: info.keepUntil ?? now + KEPT_LIFE,
});

/** The clock was set back by `by` ms: every end moves back with it, so that no key gains time. */
export const movedBack = (info: CarriedInfo, by: number): CarriedInfo => ({
  ...info,
  carriedAt: info.carriedAt - by,
  idleUntil: info.idleUntil - by,
  keepUntil: info.keepUntil === null ? null : info.keepUntil - by,
});
