// npm run bench: what Kagiban costs, as ratios to an extension that does nothing, measured in one run.
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { ROOT } from '../../scripts/lib/machine.ts';
import { launchKagiban, type Kagiban } from '../e2e/support/launch.ts';
import { until } from '../e2e/support/until.ts';
import { writeEmptyExtension } from './empty-extension.ts';
import { firstPaint, interleaved, mainThreadTime, median, type Pair } from './measure.ts';
import { listPage, PAGE_WITHOUT_TABLE } from './pages.ts';

const LIMITS = { noTable: 1.05, list50: 1.15, popup500: 1.25 };
const ADDRESS = 'https://ichiba-bs.rms.rakuten.co.jp/';
const ROUNDS = Number(process.env['KAGIBAN_BENCH_ROUNDS'] ?? 15);

/** A page of the measurement, at RMS's own address: the same bytes for both, with no server between. */
async function openPage(kagiban: Kagiban, html: string): Promise<Page> {
  const page = await kagiban.context.newPage();
  await page.route(`${ADDRESS}**`, (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }),
  );
  await page.goto(`${ADDRESS}apisson/`);
  return page;
}

async function pageTimes(browsers: Record<keyof Pair, Kagiban>, html: string): Promise<Pair> {
  const pages = {
    ours: await openPage(browsers.ours, html),
    empty: await openPage(browsers.empty, html),
  };
  const measure = async (which: keyof Pair): Promise<number> => {
    await pages[which].bringToFront();
    return mainThreadTime(pages[which]);
  };
  for (const which of ['ours', 'empty'] as const) await measure(which);
  const pair = await interleaved(ROUNDS, measure);
  await pages.ours.close();
  await pages.empty.close();
  return pair;
}

/** Lets the extension read 500 keys from a page, and waits until the popup shows them. */
async function fill(kagiban: Kagiban, keys: number): Promise<void> {
  const page = await openPage(kagiban, listPage(keys));
  const popup = await kagiban.openPopupPage();
  await until(
    `${keys} keys in the popup`,
    async () => (await popup.locator('[data-kagiban="license"]').count()) >= keys,
    60_000,
  );
  await popup.close();
  await page.close();
}

function report(name: keyof typeof LIMITS, { ours, empty }: Pair, unit: string): number {
  const ratio = median(ours) / median(empty);
  const shown = (value: number): string => `${value.toFixed(value < 1 ? 4 : 1)} ${unit}`;
  console.log(
    `${ratio <= LIMITS[name] ? 'ok  ' : 'OVER'} ${name}: ${ratio.toFixed(3)} (limit ${LIMITS[name]}); ` +
      `ours ${shown(median(ours))}, empty ${shown(median(empty))}, ${ours.length} rounds`,
  );
  return Math.round(ratio * 1000) / 1000;
}

execFileSync(path.join(ROOT, 'node_modules/.bin/wxt'), ['build'], { cwd: ROOT, stdio: 'ignore' });
const browsers = {
  ours: await launchKagiban(),
  empty: await launchKagiban({ extension: writeEmptyExtension() }),
};
const ratios = {
  noTable: report('noTable', await pageTimes(browsers, PAGE_WITHOUT_TABLE), 's'),
  list50: report('list50', await pageTimes(browsers, listPage(50)), 's'),
  popup500: Number.NaN,
};
await fill(browsers.ours, 500);
for (const which of ['ours', 'empty'] as const) await firstPaint(browsers[which]);
const paints = await interleaved(ROUNDS, (which) => firstPaint(browsers[which]));
ratios.popup500 = report('popup500', paints, 'ms');

await browsers.ours.close();
await browsers.empty.close();
console.log(JSON.stringify(ratios));
const names = Object.keys(LIMITS) as (keyof typeof LIMITS)[];
process.exitCode = names.every((name) => ratios[name] <= LIMITS[name]) ? 0 : 1;
