import { addDays, atJst, jstDateOf } from '../calendar/jst.ts';
import type { Ledger, LedgerChange } from '../model/ledger.ts';
import type { Answer } from '../model/reminder.ts';
import type { Instant, JstDate } from '../model/time.ts';
import { allCauses } from './all-causes.ts';
import type { AnswerGiven } from './answer-kinds.ts';
import { SPEAKING_HOUR } from './expiry-steps.ts';
import { topicOf } from './kinds.ts';
import { hardStop } from './silence.ts';

/** A person's answer to a matter, whichever way it came. */
export interface Answering {
  /** Which matter (`topicOf`). */
  topic: string;
  /** Who answers; empty where no name is known. */
  by: string;
  acknowledged: boolean;
  plannedOn: JstDate | null;
  snoozeUntil: Instant | null;
}

/** What a click in one of our pages means at that moment: put off until the morning of that day. */
export function answeringOf(given: AnswerGiven, at: Instant): Omit<Answering, 'topic' | 'by'> {
  const until = given.kind === 'snooze' ? addDays(jstDateOf(at), given.days) : null;
  return {
    acknowledged: given.kind !== 'snooze',
    plannedOn: given.kind === 'plan' ? given.on : null,
    snoozeUntil: until && atJst(until, SPEAKING_HOUR),
  };
}

/**
 * Writes a person's answer in place of an earlier one. Its silence begins at once and ends on the morning of
 * the planned day, or when the snooze is over; at the hard stop at the latest. A day that has passed plans
 * nothing. Nothing is written where nothing of the matter stands.
 */
export function giveAnswer(ledger: Ledger, answering: Answering, at: Instant): LedgerChange {
  const { topic, by } = answering;
  const causes = allCauses({ ...ledger, answers: [] }, at).filter((one) => topicOf(one) === topic);
  const [first] = causes;
  if (!first) return {};
  const on = answering.plannedOn;
  const plannedOn = on !== null && on >= jstDateOf(at) ? on : null;
  const wanted = plannedOn === null ? answering.snoozeUntil : atJst(plannedOn, SPEAKING_HOUR);
  const stop = causes.reduce((a, one) => Math.min(a, hardStop(one, at)), Infinity);
  const until = wanted === null ? null : Math.min(wanted, stop);
  const answer: Answer = {
    id: topic,
    by,
    at,
    acknowledged: answering.acknowledged || plannedOn !== null,
    plannedOn,
    silentUntil: until !== null && until > at ? until : null,
  };
  const { shopId, subjectId } = first;
  const detail = { by, plannedOn, acknowledged: answer.acknowledged ? 1 : 0 };
  return { answers: [answer], history: [{ at, kind: 'answered', shopId, subjectId, detail }] };
}

/** Takes an answer back: what is due is said again. */
export function dropAnswer({ answers }: Ledger, topic: string): LedgerChange {
  return answers.some(({ id }) => id === topic) ? { remove: { answers: [topic] } } : {};
}
