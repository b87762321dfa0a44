import { jstDateOf, startOfJstDay } from '../calendar/jst.ts';
import type { License } from '../model/ledger.ts';
import type { Reason } from '../model/reminder.ts';
import { DAY, type Instant, type JstDate } from '../model/time.ts';
import type { Workdays } from '../calendar/workdays.ts';
import { begunAt, causeOf, plainStep, type Cause, type Step } from './causes.ts';
import { stepOn, stepsBefore } from './expiry-steps.ts';

/** Days of age where RMS shows no date: a key lives about 90 days (rms.md §5). */
export const AGE_DAYS = [60, 76, 83];
const APPROVAL_EVERY_DAYS = 7;

/** What one key's reasons depend on beside the key. */
export interface KeyAround {
  /** Its app has a newer key, and no tool holds this one. */
  replaced: boolean;
  workdays: Workdays;
  now: Instant;
}

/** Every reason to speak of one key. Gone and stopped keys give none. */
export function licenseCauses(license: License, around: KeyAround): Cause[] {
  const { replaced, now } = around;
  if (license.goneAt !== null || license.state === 'stopped') return [];
  const conflict = conflictCauses(license, now);
  if (license.state === 'awaitingApproval') return [...conflict, approvalCause(license, now)];
  // An older key whose app has a newer one: its end harms nobody (see replacedLicenses).
  if (replaced) return conflict;
  return [...endCauses(license, around), ...conflict, ...updateCauses(license, now)];
}

const subject = (license: License, reason: Reason, expiresOn: JstDate | null, steps: Step[]) => ({
  shopId: license.shopId,
  subjectId: license.id,
  reason,
  expiresOn,
  steps,
});

function conflictCauses(license: License, now: Instant): Cause[] {
  if (!license.conflict) return [];
  const { steps, since } = begunAt(license.conflict.seenAt, now);
  return [
    causeOf(subject(license, 'conflict', license.conflict.on, steps), { since, unbroken: true }),
  ];
}

function updateCauses(license: License, now: Instant): Cause[] {
  if (license.updateSeenSince === null) return [];
  const { steps, since } = begunAt(license.updateSeenSince, now);
  return [causeOf(subject(license, 'update', null, steps), { since, unbroken: true })];
}

const approvalCause = (license: License, now: Instant): Cause =>
  causeOf(subject(license, 'approval', null, begunAt(license.firstSeenAt, now).steps), {
    everyDays: APPROVAL_EVERY_DAYS,
  });

/** Its end: by RMS's word, by the date, or by its age. One of them, or none. */
function endCauses(license: License, { workdays, now }: KeyAround): Cause[] {
  const { expiry, state, conflict, issuedSeenAt } = license;
  const on = expiry?.on ?? null;
  if (state === 'expired') return [causeOf(subject(license, 'expired', on, plainStep(now)))];
  if (expiry) {
    const changesAt = startOfJstDay(expiry.on) + DAY;
    if (now < changesAt) {
      const steps = stepsBefore(expiry.on, workdays);
      return [causeOf(subject(license, 'expiring', on, steps), { changesAt })];
    }
    // "Expired" is said only on a date that was read (promise 4): not on one that a person gave, nor while
    // RMS shows a later one that nobody has confirmed.
    const read = expiry.basis !== 'person' && conflict === null;
    return read ? [causeOf(subject(license, 'expired', on, plainStep(changesAt)))] : [];
  }
  if (issuedSeenAt === null) return [];
  return [causeOf(subject(license, 'age', null, daysOfAge(jstDateOf(issuedSeenAt))))];
}

function daysOfAge(since: JstDate): Step[] {
  const first = startOfJstDay(since);
  return AGE_DAYS.map((days) => stepOn(first + days * DAY, days));
}
