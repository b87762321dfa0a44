import type { Renewal, RenewalEnd } from '../model/renewal.ts';
import { redactKeys } from '../model/secret.ts';
import type { Instant } from '../model/time.ts';

/** Two texts that people wrote apart, so that none is lost. */
const bothTexts = (a: string, b: string): string =>
  a.includes(b) ? a : b.includes(a) ? b : `${a}\n${b}`;

/** Notes of one run that two places hold, each changed or not since they were `base` in both. */
export function joinNotes(base: string, a: string, b: string): string {
  if (a === base) return b;
  return b === base ? a : bothTexts(a, b);
}

/**
 * What two places say of the end of a run. A person's reason stands; that it is done stands too, unless one
 * place holds it to be open and `isProved` says that it is right: that place knew of a tool which the other
 * did not.
 */
export function joinEnds(
  a: RenewalEnd | null,
  b: RenewalEnd | null,
  isProved: () => boolean,
): RenewalEnd | null {
  if (a && b) {
    if (a.how !== b.how) return a.how === 'reason' ? a : b;
    const [first, second] = a.at <= b.at ? [a, b] : [b, a];
    const reason = first.reason && bothTexts(first.reason, second.reason ?? '');
    return { ...first, reason };
  }
  const end = a ?? b;
  return end?.how === 'done' && !isProved() ? null : end;
}

const earliest = (a: Instant | null, b: Instant | null): Instant | null =>
  a === null || b === null ? (a ?? b) : Math.min(a, b);

/** What another place says of a run, without what only a place itself keeps. */
export type RunSaid = Omit<Renewal, 'shopId' | 'notesShared'>;

/** One run of two records of it, but for notes and end. Which key is the newer one, the ledger tells. */
export function joinRuns(
  known: Renewal,
  said: RunSaid,
  newerKey: (a: string, b: string) => string,
): Omit<Renewal, 'notes' | 'closed'> {
  const { notes: _notes, closed: _closed, ...ours } = known;
  const [first, second] = known.openedAt <= said.openedAt ? [known, said] : [said, known];
  const [a, b] = [known.newLicenseId, said.newLicenseId];
  return {
    ...ours,
    openedAt: first.openedAt,
    openedBy: first.openedBy,
    oldLicenseId: first.oldLicenseId ?? second.oldLicenseId,
    newLicenseId: a !== null && b !== null ? newerKey(a, b) : (a ?? b),
    rmsDoneAt: earliest(known.rmsDoneAt, said.rmsDoneAt),
  };
}

/** Never dated later than now, and without whatever could be a key. */
export const asTaken = (said: RunSaid, now: Instant): RunSaid => ({
  ...said,
  openedAt: Math.min(said.openedAt, now),
  rmsDoneAt: said.rmsDoneAt && Math.min(said.rmsDoneAt, now),
  notes: redactKeys(said.notes),
  closed: said.closed && {
    ...said.closed,
    reason: said.closed.reason && redactKeys(said.closed.reason),
    at: Math.min(said.closed.at, now),
  },
});
