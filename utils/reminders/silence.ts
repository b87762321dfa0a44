import type { Answer } from '../model/reminder.ts';
import { DAY, type Instant } from '../model/time.ts';
import type { Cause } from './causes.ts';
import { topicOf } from './kinds.ts';

/** A matter without a date of its own can be put off by so much. */
const LONGEST_DAYS = 14;
/** What is dead already can be put off by a day. */
const DEAD_DAYS = 1;
/** Working days before the day that counts from which on nothing can be put off. */
const STOP_STEP = 1;

/**
 * Until when a matter can be put off at the latest: the hard stop. For an expiry, the morning of the last
 * working day before the day that counts.
 */
export function hardStop(
  { reason, steps }: Pick<Cause, 'reason' | 'steps'>,
  from: Instant,
): Instant {
  if (reason === 'expiring') {
    return steps.find((step) => step.threshold === STOP_STEP)?.dueAt ?? from;
  }
  if (reason === 'expired' || reason === 'testFailed') return from + DEAD_DAYS * DAY;
  return from + LONGEST_DAYS * DAY;
}

/** The causes, each with the silence that a person asked for, cut at its hard stop. */
export function withSilence(causes: Cause[], answers: Answer[]): Cause[] {
  const byTopic = new Map(answers.map((answer) => [answer.id, answer]));
  return causes.map((cause) => {
    const answer = byTopic.get(topicOf(cause));
    if (!answer || answer.silentUntil === null) return cause;
    // It was an answer to an earlier occasion.
    if (cause.since !== null && answer.at < cause.since) return cause;
    const until = Math.min(answer.silentUntil, hardStop(cause, answer.at));
    return until <= answer.at ? cause : { ...cause, silence: { from: answer.at, until } };
  });
}
