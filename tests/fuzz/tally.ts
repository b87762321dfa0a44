import type { FuzzCase } from './cases.ts';
import type { Outcome, Verdict } from './judge.ts';

/** What a run comes to. */
export interface Tally extends Record<Outcome, number> {
  runs: number;
  /** Readable pages; `flagged` is a share of these. */
  readable: number;
  needlesslyPartial: number;
  /** Pages by family, and how many of them were not right. */
  families: Record<string, { pages: number; amiss: number }>;
  /** What to print of the pages that were not right. */
  failures: string[];
}

export const emptyTally = (): Tally => ({
  runs: 0,
  right: 0,
  flagged: 0,
  silentlyWrong: 0,
  readable: 0,
  needlesslyPartial: 0,
  families: {},
  failures: [],
});

const MOST_LINES = 6;
const MOST_FAILURES = 40;

/** Counts one page. `n` = its number within the run, to look at it alone. */
export function count(tally: Tally, n: number, { page }: FuzzCase, verdict: Verdict): void {
  tally.runs += 1;
  tally[verdict.outcome] += 1;
  if (page.readable) tally.readable += 1;
  if (verdict.needlesslyPartial) tally.needlesslyPartial += 1;
  const family = (tally.families[page.family] ??= { pages: 0, amiss: 0 });
  family.pages += 1;
  if (verdict.outcome === 'right') return;
  family.amiss += 1;
  if (verdict.outcome === 'flagged' && tally.failures.length >= MOST_FAILURES) return;
  tally.failures.push(
    [
      `${verdict.outcome} --only ${n} ${page.family} (${page.truth.page}) ${page.knobs.join(' ')}`,
      ...verdict.differences.slice(0, MOST_LINES).map((line) => `    ${line}`),
    ].join('\n'),
  );
}

/** Several workers' tallies as one. */
export function summed(tallies: readonly Tally[]): Tally {
  const all = emptyTally();
  for (const one of tallies) {
    for (const key of [
      'runs',
      'right',
      'flagged',
      'silentlyWrong',
      'readable',
      'needlesslyPartial',
    ] as const)
      all[key] += one[key];
    for (const [name, { pages, amiss }] of Object.entries(one.families)) {
      const family = (all.families[name] ??= { pages: 0, amiss: 0 });
      family.pages += pages;
      family.amiss += amiss;
    }
    all.failures.push(...one.failures);
  }
  return all;
}
