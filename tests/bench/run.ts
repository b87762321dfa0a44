// npm run bench: what Kagiban costs, as ratios to an extension that does nothing, measured in one run; and what
// it spares: the acts of a renewal, counted by hand and with it.
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { ROOT } from '../../scripts/lib/machine.ts';
import { launchKagiban, type Kagiban } from '../e2e/support/launch.ts';
import { until } from '../e2e/support/until.ts';
import { startSites } from '../sites/start.ts';
import { countActs, reportActs } from './acts/count.ts';
import { writeEmptyExtension } from './empty-extension.ts';
import { unlockTimes } from './unlock.ts';
import { benchReading } from './reading/run.ts';
import { firstPaint, interleaved, mainThreadTime, median, type Pair } from './measure.ts';

const LIMITS = { noTable: 1.05, list50: 1.15, popup500: 1.25, unlock: 1.2 };
const ROUNDS = Number(process.env['KAGIBAN_BENCH_ROUNDS'] ?? 15);

async function pageTimes(browsers: Record<keyof Pair, Kagiban>, address: string): Promise<Pair> {
  const open = async (kagiban: Kagiban): Promise<Page> => {
    const page = await kagiban.context.newPage();
    await page.goto(address);
    return page;
  };
  const pages = { ours: await open(browsers.ours), empty: await open(browsers.empty) };
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

/** Lets the extension read the list, and waits until the popup shows so many keys. */
async function fill(kagiban: Kagiban, address: string, keys: number): Promise<void> {
  const page = await kagiban.context.newPage();
  await page.goto(address);
  const popup = await kagiban.openPopupPage();
  await until(
    `${keys} keys in the popup`,
    async () => (await popup.locator('[data-kagiban="license"]').count()) >= keys,
    60_000,
  );
  await popup.close();
  await page.close();
}

function report(
  name: keyof typeof LIMITS,
  { ours, empty }: Pair,
  unit: string,
  beside = 'empty',
): number {
  const ratio = median(ours) / median(empty);
  const shown = (value: number): string => `${value.toFixed(value < 1 ? 4 : 1)} ${unit}`;
  console.log(
    `${ratio <= LIMITS[name] ? 'ok  ' : 'OVER'} ${name}: ${ratio.toFixed(3)} (limit ${LIMITS[name]}); ` +
      `ours ${shown(median(ours))}, ${beside} ${shown(median(empty))}, ${ours.length} rounds`,
  );
  return Math.round(ratio * 1000) / 1000;
}

execFileSync(path.join(ROOT, 'node_modules/.bin/wxt'), ['build'], { cwd: ROOT, stdio: 'ignore' });
const sites = await startSites();
const { resolverRules, urls } = sites;
const browsers = {
  ours: await launchKagiban({ resolverRules }),
  empty: await launchKagiban({ resolverRules, extension: writeEmptyExtension() }),
};
const ratios = {
  noTable: report('noTable', await pageTimes(browsers, urls.settings), 's'),
  list50: Number.NaN,
  popup500: Number.NaN,
  unlock: Number.NaN,
};
sites.rms.fill(50);
ratios.list50 = report('list50', await pageTimes(browsers, urls.appList), 's');
// Before the 500 keys: the page that is unlocked would draw them all anew.
ratios.unlock = report('unlock', await unlockTimes(browsers.ours, ROUNDS), 'ms', 'bare KDF');
sites.rms.fill(500);
await fill(browsers.ours, urls.appList, 500);
for (const which of ['ours', 'empty'] as const) await firstPaint(browsers[which]);
const paints = await interleaved(ROUNDS, (which) => firstPaint(browsers[which]));
ratios.popup500 = report('popup500', paints, 'ms');

await browsers.ours.close();
await browsers.empty.close();
await sites.close();
const counts = [await countActs(1), await countActs(5)];
const readsFast = await benchReading();
const actsAreFew = counts.map(reportActs).every(Boolean);
console.log(JSON.stringify({ ...ratios, acts: counts.map(({ ratio }) => ratio) }));
const names = Object.keys(LIMITS) as (keyof typeof LIMITS)[];
process.exitCode =
  actsAreFew && readsFast && names.every((name) => ratios[name] <= LIMITS[name]) ? 0 : 1;
