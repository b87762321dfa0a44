import type { Answer } from '../model/reminder.ts';
import type { HistoryEntry, Ledger, LedgerChange } from '../model/ledger.ts';
import type { Instant } from '../model/time.ts';
import { topicOf } from './kinds.ts';

/**
 * What somebody who leaves had said they would see to becomes a colleague's, with the planned day and the
 * quiet until then; `to` null = nobody's, so that it is said again.
 */
export function takeOver(
  ledger: Ledger,
  { from, to }: { from: string; to: string | null },
  now: Instant,
): LedgerChange {
  const theirs = ledger.answers.filter(({ by }) => by === from);
  if (theirs.length === 0) return {};
  const history = theirs.flatMap((answer) => lineOf(ledger, answer, to, now));
  if (to === null) return { remove: { answers: theirs.map(({ id }) => id) }, history };
  return { answers: theirs.map((one) => Object.assign({}, one, { by: to })), history };
}

function lineOf(
  { reminders }: Ledger,
  { id, by, plannedOn, acknowledged }: Answer,
  to: string | null,
  at: Instant,
): HistoryEntry[] {
  const about = reminders.find((one) => topicOf(one) === id);
  if (!about) return [];
  const { shopId, subjectId } = about;
  const detail = { by: to, from: by, plannedOn, acknowledged: to !== null && acknowledged ? 1 : 0 };
  return [{ at, kind: 'answered', shopId, subjectId, detail }];
}
