import type { Page } from '@playwright/test';
import type { Kagiban } from '../e2e/support/launch.ts';

export const median = (values: number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const high = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? high : (high + (sorted[middle - 1] ?? high)) / 2;
};

/** Ours by theirs. */
export interface Pair {
  ours: number[];
  empty: number[];
}

/** Measures both in turn, each first as often as the other, so that a warming machine favours neither. */
export async function interleaved(
  rounds: number,
  measure: (which: keyof Pair) => Promise<number>,
): Promise<Pair> {
  const pair: Pair = { ours: [], empty: [] };
  for (let round = 0; round < rounds; round += 1) {
    const order = round % 2 === 0 ? (['empty', 'ours'] as const) : (['ours', 'empty'] as const);
    for (const which of order) pair[which].push(await measure(which));
  }
  return pair;
}

// Reading waits until a page has been still for two seconds (DESIGN's coverage rule): after this long all is done.
const SETTLED_MS = 3_000;

/** Seconds that the page's main thread worked, from the request of the page until all is still. */
export async function mainThreadTime(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const worked = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
  };
  const before = await worked();
  await page.reload({ waitUntil: 'load' });
  await page.waitForTimeout(SETTLED_MS);
  const after = await worked();
  await session.detach();
  return after - before;
}

/** Milliseconds from asking for the popup's page until its first words are painted. */
export async function firstPaint(kagiban: Kagiban): Promise<number> {
  const page = await kagiban.context.newPage();
  await page.goto(kagiban.url('popup.html'));
  const painted = await page.waitForFunction(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null,
  );
  const value = await painted.jsonValue();
  await page.close();
  return value ?? Number.NaN;
}
