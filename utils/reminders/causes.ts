import type { Reason } from '../model/reminder.ts';
import type { Instant, JstDate } from '../model/time.ts';

/** One moment at which a reason is spoken of. */
export interface Step {
  /** Days before expiry or of age; null where the reason has no steps. */
  threshold: number | null;
  /** Its day has begun: what is said from then on is said as this step. */
  from: Instant;
  /** When it is said by itself. */
  dueAt: Instant;
}

/** A reason that stands now. */
export interface Cause {
  shopId: string | null;
  /** Id of the License, EventGrant, PageStatus, Placement, Renewal or Shop; `rms` for RMS itself. */
  subjectId: string;
  reason: Reason;
  expiresOn: JstDate | null;
  /** In the order of time. */
  steps: Step[];
  /** When it began; what was said before that was said of an earlier occasion. null = there is but one. */
  since: Instant | null;
  /**
   * It cannot begin anew without having ended: what was said of it and stands is of this occasion, whatever
   * `since` says. A clock that was ahead may have dated its beginning.
   */
  unbroken: boolean;
  /** Said again after so many days, and again, while it stands; null = not so. */
  everyDays: number | null;
  /** Said again each time it comes back, but not before so many days have passed; null = not so. */
  restDays: number | null;
  /** It is no reason before then, and what was said of an earlier occasion is over; null = it stands. */
  standsFrom: Instant | null;
  /** When it will turn into another reason, or into none, by the clock alone; null = never. */
  changesAt: Instant | null;
  /** A person asked for silence from then until then; null = nobody did. */
  silence: { from: Instant; until: Instant } | null;
}

type Subject = Pick<Cause, 'shopId' | 'subjectId' | 'reason' | 'expiresOn' | 'steps'>;

/** A reason that is said once, unless told otherwise. */
export const causeOf = (subject: Subject, over: Partial<Cause> = {}): Cause => ({
  ...subject,
  since: null,
  unbroken: false,
  everyDays: null,
  restDays: null,
  standsFrom: null,
  changesAt: null,
  silence: null,
  ...over,
});

/** A reason with nothing to count: said at once, or from that moment on. */
export const plainStep = (at: Instant): Step[] => [{ threshold: null, from: at, dueAt: at }];

/**
 * When and since when a reason that began at that moment is said. A beginning in the future was written by a
 * clock that has been set back: it is no reason to wait, and says nothing of when it was said last.
 */
export const begunAt = (at: Instant, now: Instant): { steps: Step[]; since: Instant | null } =>
  at > now ? { steps: plainStep(now), since: null } : { steps: plainStep(at), since: at };

/** Causes that are one and the same, on whatever occasion. */
export const causeKey = (one: Pick<Cause, 'subjectId' | 'reason' | 'expiresOn'>): string =>
  `${one.reason}|${one.subjectId}|${one.expiresOn ?? '-'}`;
