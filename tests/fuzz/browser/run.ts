import { availableParallelism } from 'node:os';
import { chromium, type BrowserContext, type Page } from '@playwright/test';
import { machine } from '../../../scripts/lib/machine.ts';
import type { Reading } from '../../../utils/model/reading.ts';
import { caseOf, type FuzzCase, seedOf } from '../cases.ts';
import { judge, type Verdict } from '../judge.ts';
import { mutate } from '../mutate.ts';
import { count, emptyTally, type Tally } from '../tally.ts';
import { oneWindow } from '../window.ts';
import { bundle } from './bundle.ts';
import type * as Reader from './entry.ts';

const AT = new Date('2026-01-15T12:00:00+09:00');
/** One page in so many is drawn late, in parts, under the watcher's eyes. */
const LATE = 8;

declare const reader: typeof Reader;

/** Reads pages in Chromium, with real styles and layout. */
export async function runInChromium(seed: number, runs: number): Promise<Tally> {
  const browser = await chromium.launch({
    executablePath: machine().chromium,
    chromiumSandbox: false,
    headless: true,
  });
  const script = await bundle();
  const tally = emptyTally();
  let next = 0;
  const work = async (): Promise<void> => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    await context.addInitScript({ content: `${script};globalThis.reader = reader;` });
    const window = oneWindow();
    for (let n = next++; n < runs; n = next++) {
      const one = caseOf(seedOf(seed, n), ['dom', 'css', 'layout']);
      const document = window.show(one.page.html);
      one.page.knobs.push(...mutate(document, one.pick));
      const html = `<!doctype html>${document.documentElement.outerHTML}`;
      count(tally, n, one, await verdictOf(context, one, html, n % LATE === 0));
    }
    await context.close();
  };
  await Promise.all(Array.from({ length: Math.min(4, availableParallelism() + 1) }, work));
  await browser.close();
  return tally;
}

async function verdictOf(
  context: BrowserContext,
  one: FuzzCase,
  html: string,
  late: boolean,
): Promise<Verdict> {
  const page = await context.newPage();
  try {
    await page.route('**/*', (route) =>
      route.request().isNavigationRequest()
        ? route.fulfill({ contentType: 'text/html; charset=utf-8', body: html })
        : route.abort(),
    );
    if (late) await page.clock.install({ time: AT });
    await page.goto(one.url, { waitUntil: 'domcontentloaded' });
    if (!late) return judge(one.page, await page.evaluate((url) => reader.read(url), one.url));
    one.page.knobs.push('late');
    return await drawnLate(page, one);
  } finally {
    await page.close();
  }
}

async function drawnLate(page: Page, one: FuzzCase): Promise<Verdict> {
  await page.evaluate(() => reader.empty());
  for (let part = 0; part < 3; part += 1) {
    await page.clock.runFor(700);
    await page.evaluate(() => reader.draw());
  }
  await page.clock.runFor(15_000);
  const [reports, last] = await page.evaluate(
    (url): [Reading[], Reading] => [reader.reports(), reader.read(url)],
    one.url,
  );
  const verdict = judge(one.page, reports.at(-1) ?? last);
  const early = reports.find(
    ({ licenseCoverage, licenses }) =>
      licenseCoverage === 'complete' && licenses.length < last.licenses.length,
  );
  if (!early) return verdict;
  const differences = [...verdict.differences, '! claimed complete before all was drawn'];
  return { ...verdict, outcome: 'silentlyWrong', differences };
}
