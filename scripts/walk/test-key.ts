import type { Page } from '@playwright/test';
import { until } from '../../tests/e2e/support/until.ts';
import { MINUTE } from '../../utils/model/time.ts';
import { expectSame } from './account.ts';
import { LICENSE } from './read.ts';
import { CARRIED } from './renew.ts';
import type { Walk } from './walk.ts';

const lastFour = ({ sites }: Walk): string => sites.rms.license('店舗様').license.key.slice(-4);

/** The key is too young, so the first test says to wait; the retest, after the worker's death, says that it works. */
export async function testKey(walk: Walk): Promise<void> {
  const { kagiban, page, sites, account, travel } = walk;
  await page.goto(sites.urls.appList);
  const own = `${CARRIED}[data-last4="${lastFour(walk)}"]`;
  const popup = await kagiban.clickToolbar(page);
  await popup.click(`${own} [data-kagiban="test"]`);
  await popup.waitFor(`${own} [data-verdict]`, 30_000);
  const [first] = await popup.data(`${own} [data-verdict]`);
  account.saw(`first test: ${first?.['verdict']}`);
  expectSame('the first test', first?.['verdict'], 'notYetActive');
  account.counts.tested += 1;
  await popup.screenshot(account.shot('popup-not-yet-active'), `${own} [data-verdict]`);
  await popup.click(`${own} [data-kagiban="keep"]`);
  await until(
    'the key to be kept',
    async () => (await popup.data('[data-kagiban="keep"]')).length === 0,
  );
  await popup.close();

  await kagiban.killWorker();
  await travel(16 * MINUTE);
  await kagiban.inWorker(() => true, null);
  const later = await kagiban.clickToolbar(page);
  const license = `${LICENSE}[data-last4="${lastFour(walk)}"]`;
  // Its text, drawn or not: a row below the fold is not (`content-visibility`), and has no `innerText` then.
  const said = (row: string) => document.querySelector(row)?.textContent ?? '';
  await until('the result of the retest', async () =>
    /使えました/.test(await later.evaluate(said, license)),
  );
  account.saw('16 minutes and a dead worker later, the retest says: valid');
  account.counts.tested += 1;
  await later.screenshot(account.shot('popup-key-works'), license);
  await later.close();
}

/** A person presses [認証テスト]; the next click on Kagiban reads the result, and says that it was saved. */
export async function testInTool(walk: Walk): Promise<void> {
  const { kagiban, page, sites, account } = walk;
  await page.goto(sites.urls.ecStation());
  await pressTest(page);
  const popup = await kagiban.clickToolbar(page);
  await popup.waitFor('[data-kagiban="tool-test"]');
  const [result] = await popup.data('[data-kagiban="tool-test"]');
  account.saw(`ECステーション's test, as read: ${result?.['result']}`);
  expectSame('the test of the tool', result?.['result'], 'ok');
  account.counts.tested += 1;
  await popup.click('[data-kagiban="saved"]');
  await popup.screenshot(account.shot('popup-tool-test'));
  await popup.close();
}

// RMS takes one call a second of each key (rms.md §6), and the retest may have just made one: a person
// who is told so waits a moment and presses again.
const BETWEEN_CALLS_MS = 2_000;

async function pressTest(page: Page): Promise<void> {
  const result = page.locator('#auth-result');
  for (let tries = 0; tries < 3; tries += 1) {
    await page.locator('#auth-test').click();
    await result.filter({ hasText: /成功|エラー|集中|接続/ }).waitFor();
    if (!(await result.innerText()).includes('集中')) break;
    await page.waitForTimeout(BETWEEN_CALLS_MS);
  }
  expectSame('the tool says', await result.innerText(), '認証テストに成功しました。');
}
