import { addDays, atJst, jstDateOf } from '../calendar/jst.ts';
import { AppError } from '../model/errors.ts';
import type { Ledger, LedgerChange } from '../model/ledger.ts';
import type { Answer } from '../model/reminder.ts';
import type { Instant } from '../model/time.ts';
import { allCauses } from './all-causes.ts';
import type { AnswerGiven } from './answer-kinds.ts';
import { SPEAKING_HOUR } from './expiry-steps.ts';
import { topicOf } from './kinds.ts';
import { hardStop } from './silence.ts';

export interface Answering {
  /** Which matter (`topicOf`). */
  topic: string;
  /** Who answers; empty where no name is known. */
  by: string;
  given: AnswerGiven;
}

/**
 * Writes a person's answer in place of an earlier one. Its silence begins at once and ends on the morning of
 * the planned day, or of the day until which it is put off; at the hard stop at the latest. Throws `notFound`
 * where nothing of the matter stands, `badMessage` for a day that has passed.
 */
export function giveAnswer(ledger: Ledger, answering: Answering, at: Instant): LedgerChange {
  const { topic, by, given } = answering;
  const causes = allCauses({ ...ledger, answers: [] }, at).filter((one) => topicOf(one) === topic);
  if (causes.length === 0) throw new AppError('notFound');
  const today = jstDateOf(at);
  if (given.kind === 'plan' && given.on < today) throw new AppError('badMessage');
  const wanted =
    given.kind === 'plan'
      ? atJst(given.on, SPEAKING_HOUR)
      : given.kind === 'snooze'
        ? atJst(addDays(today, given.days), SPEAKING_HOUR)
        : null;
  const stop = causes.reduce((a, one) => Math.min(a, hardStop(one, at)), Infinity);
  const until = wanted === null ? null : Math.min(wanted, stop);
  const answer: Answer = {
    id: topic,
    by,
    at,
    acknowledged: given.kind !== 'snooze',
    plannedOn: given.kind === 'plan' ? given.on : null,
    silentUntil: until !== null && until > at ? until : null,
  };
  return {
    answers: [answer],
    history: [entryOf(causes[0]?.shopId ?? null, causes[0]?.subjectId ?? topic, at, given)],
  };
}

/** Takes an answer back: what is due is said again. */
export function dropAnswer({ answers }: Ledger, topic: string): LedgerChange {
  return answers.some(({ id }) => id === topic) ? { remove: { answers: [topic] } } : {};
}

const entryOf = (shopId: string | null, subjectId: string, at: Instant, given: AnswerGiven) => ({
  at,
  kind: 'answered' as const,
  shopId,
  subjectId,
  detail: {
    answer: given.kind,
    on: given.kind === 'plan' ? given.on : null,
    days: given.kind === 'snooze' ? given.days : null,
  },
});
