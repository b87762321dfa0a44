import type { Renewal } from '../model/renewal.ts';
import type { Instant } from '../model/time.ts';

/** What tells of two records of a run whether they are one. */
export type RunFacts = Pick<
  Renewal,
  'id' | 'appId' | 'kind' | 'oldLicenseId' | 'newLicenseId' | 'openedBy' | 'openedAt' | 'closed'
>;

/**
 * Which of our runs each of theirs is: by its id, else the run for the same thing that was open at the same
 * time, since an app has one at a time; else the one for the very key that the other began by itself. Of
 * several the newest, and each only once. Gives their id → our run.
 */
export function pairRuns<R extends RunFacts>(
  ours: readonly R[],
  theirs: readonly RunFacts[],
): Map<string, R> {
  const pairs = new Map<string, R>();
  const free = new Map(ours.map((run) => [run.id, run]));
  const pair = (id: string, run: R | undefined): void => {
    if (!run) return;
    pairs.set(id, run);
    free.delete(run.id);
  };
  for (const { id } of theirs) pair(id, free.get(id));
  for (const run of theirs.filter(({ id }) => !pairs.has(id)).toSorted(newestFirst)) {
    pair(run.id, [...free.values()].toSorted(newestFirst).find(isSameAs(run)));
  }
  return pairs;
}

const newestFirst = (a: RunFacts, b: RunFacts): number => b.openedAt - a.openedAt;

const isSameAs =
  (a: RunFacts) =>
  (b: RunFacts): boolean =>
    a.appId === b.appId &&
    a.kind === b.kind &&
    (a.kind === 'issue' || a.oldLicenseId === b.oldLicenseId) &&
    (wereOpenTogether(a, b) || areForOneKey(a, b));

const endOf = ({ closed }: RunFacts): Instant => closed?.at ?? Infinity;

const wereOpenTogether = (a: RunFacts, b: RunFacts): boolean =>
  a.openedAt < endOf(b) && b.openedAt < endOf(a);

/** A browser that saw a new key late began a run for it, not knowing that a colleague had ended one. */
function areForOneKey(a: RunFacts, b: RunFacts): boolean {
  const later = a.openedAt > b.openedAt ? a : b;
  return (
    a.newLicenseId !== null && a.newLicenseId === b.newLicenseId && later.openedBy === 'newKey'
  );
}
