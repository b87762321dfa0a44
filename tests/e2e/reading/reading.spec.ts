// The shipped build reads pages that nobody wrote for it, on RMS's host names, and says what it read in
// the popup (DESIGN §6). RMS's real HTML is not known (rms.md §3): these are the ways in
// which an RMS of ten years ago, or of next year, might write it.
import type { Page } from '@playwright/test';
import { expect, test } from '../support/fixtures.ts';
import type { Kagiban } from '../support/launch.ts';
import { resultOf, type Data, type Result, type Shown } from './compare.ts';
import { servePages } from './serve.ts';
import { CASES, type Case } from './variants.ts';

/** Every second page in a short run: `tests/unit/rms/variants.test.ts` reads them all in jsdom. */
const isTaken = (_: Case, n: number): boolean => process.env['KAGIBAN_LONG'] === '1' || n % 2 === 0;
/** As many tabs as the machine draws side by side. */
const AT_ONCE = 4;
/** A page is called unreadable after 10 s of quiet (DESIGN §3). */
const QUIET_MS = 90_000;

async function openAll(kagiban: Kagiban, cases: Case[]): Promise<void> {
  const waiting = [...cases];
  const open = async (): Promise<void> => {
    for (let one = waiting.shift(); one; one = waiting.shift()) {
      const page = await kagiban.context.newPage();
      await page.goto(one.url, { waitUntil: 'domcontentloaded' });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, open));
}

const dataOf = (page: Page, kind: string): Promise<Data[]> =>
  page
    .locator(`[data-kagiban="${kind}"]`)
    .evaluateAll((found) =>
      found.map((each) => ({ ...(each as HTMLElement).dataset, text: each.textContent }) as Data),
    );

async function shownIn(popup: Page): Promise<Shown> {
  return {
    licenses: await dataOf(popup, 'license'),
    unreadable: await dataOf(popup, 'unreadable'),
    events: await dataOf(popup, 'event'),
  };
}

const told = ({ name, outcome, differences }: Result): string =>
  [`${outcome.padEnd(10)} ${name}`, ...differences.map((line) => `    ${line}`)].join('\n');

for (const [group, all] of CASES) {
  const cases = [...all.slice(0, -1).filter(isTaken), ...all.slice(-1)];
  test(`${group} are read exactly, or said to be unreadable`, async ({ kagiban, sites }) => {
    servePages(sites, cases);
    const popup = await kagiban.openPopupPage();
    await openAll(kagiban, cases);
    let wrong: Result[] = [];
    const look = async (): Promise<number> => {
      const shown = await shownIn(popup);
      wrong = cases.map((one) => resultOf(one, shown)).filter(({ outcome }) => outcome !== 'right');
      return wrong.length;
    };
    await expect
      .poll(look, { timeout: QUIET_MS })
      .toBe(0)
      .catch(() => undefined);
    expect(wrong.map(told).join('\n')).toBe('');
  });
}
