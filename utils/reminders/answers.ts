import { atJst, jstDateOf } from '../calendar/jst.ts';
import type { Ledger, LedgerChange } from '../model/ledger.ts';
import type { Answer } from '../model/reminder.ts';
import type { Instant, JstDate } from '../model/time.ts';
import { SPEAKING_HOUR } from './expiry-steps.ts';

/** What a person says of a matter: they will do it, on which day, or not now. */
export interface Answering {
  topic: string;
  by: string;
  acknowledged: boolean;
  plannedOn: JstDate | null;
  snoozeUntil: Instant | null;
}

/**
 * Writes a person's answer in place of an earlier one. Its silence begins at once and ends on the morning of
 * the planned day, or when the snooze is over; the plan cuts both at the hard stop.
 */
export function giveAnswer(_ledger: Ledger, given: Answering, at: Instant): LedgerChange {
  const planned = given.plannedOn === null ? null : atJst(given.plannedOn, SPEAKING_HOUR);
  const answer: Answer = {
    id: given.topic,
    by: given.by,
    at,
    acknowledged: given.acknowledged || given.plannedOn !== null,
    plannedOn:
      given.plannedOn !== null && given.plannedOn >= jstDateOf(at) ? given.plannedOn : null,
    silentUntil: planned ?? given.snoozeUntil,
  };
  return {
    answers: [answer],
    history: [
      {
        at,
        kind: 'answered',
        shopId: null,
        subjectId: given.topic,
        detail: {
          by: given.by,
          plannedOn: answer.plannedOn,
          acknowledged: answer.acknowledged ? 1 : 0,
        },
      },
    ],
  };
}

/** Takes an answer back. */
export const dropAnswer = (_ledger: Ledger, topic: string): LedgerChange => ({
  remove: { answers: [topic] },
});
