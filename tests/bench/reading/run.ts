// node tests/bench/reading/run.ts (part of npm run bench): what reading and marking cost a page, in ms of the
// page's own thread. The best of some rounds, since other work on the machine only ever adds.
import path from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { machine } from '../../../scripts/lib/machine.ts';
import { bundle } from '../../fuzz/browser/bundle.ts';
import type * as Reader from './entry.ts';
import { listOf, PLAIN } from './pages.ts';
import { scriptsIn, workIn } from './thread.ts';

declare const reader: typeof Reader;

const LIMITS = {
  /** One look at 1,000 rows, the code warm. */
  read1000: 60,
  /** The longest stretch of ours while 1,000 and 10,000 rows are read and marked, from the first look on. */
  slice1000: 50,
  slice10000: 100,
  /** What a row costs at 1,000, by what it costs at 100. */
  perRow: 1.5,
  /** A page without a word of ours: at its start, for each 1,000 nodes that come, and in a second of rest. */
  plainStart: 5,
  plain1000: 2,
  plainRest: 1,
} as const;
type Name = keyof typeof LIMITS;

const URL = 'https://ichiba-bs.rms.rakuten.co.jp/apisson/';
const ROUNDS = 20;
/** A list counts as shown in full after two seconds of rest; then nothing more happens. */
const SETTLED_MS = 2500;

async function best(rounds: number, measure: () => Promise<number>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) times.push(await measure());
  return Math.min(...times);
}

/** Measures the reader in Chromium, prints each figure beside its limit; are all kept? */
export async function benchReading(): Promise<boolean> {
  const script = await bundle(path.join(import.meta.dirname, 'entry.ts'));
  const browser = await chromium.launch({
    executablePath: machine().chromium,
    chromiumSandbox: false,
    headless: true,
  });
  const onPage = <T>(html: string, act: (page: Page) => Promise<T>): Promise<T> =>
    withPage(browser, html, script, act);
  const read = (rows: number): Promise<number> =>
    onPage(listOf(rows), async (page) => {
      const once = (): Promise<unknown> => page.evaluate(() => reader.readTimes(1));
      await page.evaluate(() => reader.readTimes(10));
      return best(ROUNDS, () => workIn(page, once));
    });
  const slice = (rows: number, marked: number): Promise<number> =>
    best(2, () =>
      onPage(listOf(rows), async (page) => {
        const { longest } = await scriptsIn(page, () => startAndSettle(page, marked));
        return longest;
      }),
    );
  const [read100, read1000] = [await read(100), await read(1000)];
  const figures: Record<Name, number> = {
    read1000,
    perRow: read1000 / 10 / read100,
    slice1000: await slice(1000, 1000),
    // More rows than a reading may hold (limits.ts) are said to be too many.
    slice10000: await slice(10_000, 5000),
    plainStart: await best(7, () => onPage(PLAIN, startOfPlain)),
    plain1000: await watching(onPage),
    plainRest: await best(3, () => onPage(PLAIN, restOfPlain)),
  };
  await browser.close();
  let good = true;
  for (const [name, limit] of Object.entries(LIMITS) as [Name, number][]) {
    const kept = figures[name] <= limit;
    good &&= kept;
    console.log(`${kept ? 'ok  ' : 'OVER'} ${name}: ${figures[name].toFixed(2)} (limit ${limit})`);
  }
  return good;
}

async function withPage<T>(
  browser: Browser,
  html: string,
  script: string,
  act: (page: Page) => Promise<T>,
): Promise<T> {
  const page = await browser.newPage();
  await page.route('**/*', (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }),
  );
  await page.goto(URL);
  await page.evaluate(`${script};globalThis.reader = reader;`);
  const value = await act(page);
  await page.close();
  return value;
}

async function startAndSettle(page: Page, marks: number): Promise<void> {
  // From a timer, as a content script is: a debugger's call would not be counted as program text.
  await page.evaluate(() => setTimeout(() => reader.start(), 0));
  await page.waitForFunction((n) => reader.marks() >= n, marks, { timeout: 60_000, polling: 500 });
  await page.waitForTimeout(SETTLED_MS);
}

async function startOfPlain(page: Page): Promise<number> {
  const { longest } = await scriptsIn(page, async () => {
    await page.evaluate(() => setTimeout(() => reader.start(), 0));
    await page.waitForTimeout(300);
  });
  return longest;
}

const REST_S = 5;

async function restOfPlain(page: Page): Promise<number> {
  await page.evaluate(() => reader.start());
  const { total } = await scriptsIn(page, () => page.waitForTimeout(REST_S * 1000));
  return total / REST_S;
}

const CHANGES = 5;

/** What 1,000 new nodes cost more where the gate watches: two pages that begin alike, the best of some of each. */
async function watching(
  onPage: (html: string, act: (page: Page) => Promise<number>) => Promise<number>,
): Promise<number> {
  const changed = (watched: boolean): Promise<number> =>
    onPage(PLAIN, async (page) => {
      if (watched) await page.evaluate(() => reader.start());
      await page.waitForTimeout(300);
      const { total } = await scriptsIn(page, async () => {
        for (let n = 0; n < CHANGES; n += 1) {
          await page.evaluate(() => setTimeout(() => reader.change(1000), 0));
          await page.waitForTimeout(400);
        }
      });
      return total;
    });
  const times = { watched: [] as number[], alone: [] as number[] };
  for (let round = 0; round < 7; round += 1) {
    times.alone.push(await changed(false));
    times.watched.push(await changed(true));
  }
  return Math.max(0, Math.min(...times.watched) - Math.min(...times.alone)) / CHANGES;
}

if (import.meta.main) process.exitCode = (await benchReading()) ? 0 : 1;
