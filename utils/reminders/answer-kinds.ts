import type { JstDate } from '../model/time.ts';

/** For how many days a notice can be put off. */
export const SNOOZE_DAYS = [1, 3, 7] as const;
export type SnoozeDays = (typeof SNOOZE_DAYS)[number];

/** What a person says of a matter: they see to it, on which day they will, or not now. */
export type AnswerGiven =
  | { kind: 'acknowledge' }
  | { kind: 'plan'; on: JstDate }
  | { kind: 'snooze'; days: SnoozeDays };
