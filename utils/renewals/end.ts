import { AppError } from '../model/errors.ts';
import type { HistoryEntry, Ledger, LedgerChange } from '../model/ledger.ts';
import type { Renewal, RenewalEnd } from '../model/renewal.ts';
import { redactKeys } from '../model/secret.ts';
import type { Instant } from '../model/time.ts';

/** A written reason, or notes of a run, have at most so many characters. */
export const MAX_WORDS = 500;

/** What a person typed, with whatever could be a key redacted. Throws `badMessage` for too much of it. */
function written(text: string): string {
  const trimmed = text.trim();
  if (trimmed.length > MAX_WORDS) throw new AppError('badMessage');
  return redactKeys(trimmed);
}

function openIn({ renewals }: Ledger, renewalId: string): Renewal {
  const run = renewals.find(({ id, closed }) => id === renewalId && closed === null);
  if (!run) throw new AppError('notFound');
  return run;
}

/** A person ends a run that is not done, and says why. Throws `notFound`, `badMessage` without a reason. */
export function closeWithReason(
  ledger: Ledger,
  { renewalId, reason }: { renewalId: string; reason: string },
  now: Instant,
): LedgerChange {
  const run = openIn(ledger, renewalId);
  const words = written(reason);
  if (words === '') throw new AppError('badMessage');
  return ended(run, { how: 'reason', reason: words, by: 'person', at: now });
}

/** A person's notes on a run, replaced as a whole. Throws `notFound`, `badMessage`. */
export function noteRenewal(
  ledger: Ledger,
  { renewalId, notes }: { renewalId: string; notes: string },
): LedgerChange {
  const run = openIn(ledger, renewalId);
  return { renewals: [{ ...run, notes: written(notes) }] };
}

export const ended = (run: Renewal, closed: RenewalEnd): LedgerChange => ({
  renewals: [{ ...run, closed }],
  history: [closedLine(run, closed)],
});

/** The line of history of a run that ended. */
export const closedLine = (run: Renewal, { how, reason, by, at }: RenewalEnd): HistoryEntry => ({
  at,
  kind: 'renewalClosed',
  shopId: run.shopId,
  subjectId: run.newLicenseId ?? run.oldLicenseId ?? run.appId,
  detail: { renewal: run.kind, end: how, reason, by },
});
