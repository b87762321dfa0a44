import type { Page } from '@playwright/test';
import { countEverywhere } from '../../tests/e2e/support/person.ts';
import type { Popup } from '../../tests/e2e/support/popup.ts';
import { until } from '../../tests/e2e/support/until.ts';
import type { Sites } from '../../tests/sites/start.ts';
import { expectSame } from './account.ts';
import type { Walk } from './walk.ts';

export const LICENSE = '[data-kagiban="license"]';
export const MARK = '[data-kagiban="mark"]';

/** Reads アプリ一覧 in each markup; the popup and the marks must say what RMS knows. */
export async function readLists({ kagiban, page, sites, account }: Walk): Promise<void> {
  const keys = keysInRms(sites).length;
  for (const markup of ['a', 'b', 'c'] as const) {
    sites.rms.shop().setMarkup(markup);
    await page.goto(sites.urls.appList);
    await marksOn(page, keys);
    account.counts.marked += await countEverywhere(page, MARK);
    account.saw(`markup ${markup}: ${keys} keys, each with its mark`);
    await page.screenshot({ path: account.shot(`rms-list-${markup}`), fullPage: true });
  }
  const badge = await kagiban.badge();
  account.saw(`the badge says ${badge === '' ? 'nothing' : badge}`);
  const popup = await kagiban.clickToolbar(page);
  await popup.waitFor(LICENSE);
  const shown = await keysInPopup(popup);
  expectSame('the popup and RMS', shown.toSorted(), keysInRms(sites).toSorted());
  account.counts.read = shown.length;
  for (const key of shown) account.saw(`the popup shows ${key}`);
  await popup.screenshot(account.shot('popup-with-keys'));
  await popup.close();
}

export const marksOn = (page: Page, wanted: number): Promise<true> =>
  until(`${wanted} marks`, async () => (await countEverywhere(page, MARK)) === wanted, 15_000);

/** One line for each license of the shop, as RMS has it. */
function keysInRms(sites: Sites): string[] {
  const jst = (at: number): string => new Date(at + 9 * 3_600_000).toISOString().slice(0, 10);
  return sites.rms.shop().state.apps.flatMap((app) =>
    app.licenses.map((license) => {
      const date = app.showsDate ? jst(license.expiresAt) : 'none';
      const state = app.offered.length > 0 ? 'updateAvailable' : 'active';
      return `${app.name} ${license.key.slice(-4)} ${date} ${state}`;
    }),
  );
}

/** The same lines, as the popup shows them. */
async function keysInPopup(popup: Popup): Promise<string[]> {
  const shown = await popup.data(LICENSE);
  return shown.map(({ app, last4, expiresOn, state }) => `${app} ${last4} ${expiresOn} ${state}`);
}
