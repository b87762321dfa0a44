// Tools that Kagiban doesn't know or can't fill, with the shipped build and the real popup: 照合 after a copy,
// and an unknown tool taught by pointing at its field.
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { html } from '../sites/lib/html.ts';
import { expect, test } from './support/fixtures.ts';
import type { Kagiban } from './support/launch.ts';
import type { Popup } from './support/popup.ts';
import { until } from './support/until.ts';

const KEY = '217640abcdEFGH0123zzQQ';
const SHOTS = process.env['KAGIBAN_SHOTS'];

/**
 * A new tab, once the welcome page has come: under load it would come later, and to the front. A browser without
 * a window at that moment opens none, and then there is nothing to wait for.
 */
async function newTab(kagiban: Kagiban): Promise<Page> {
  const welcome = (): boolean =>
    kagiban.context.pages().some((each) => each.url().includes('welcome'));
  await until('the welcome page', welcome, 5_000).catch(() => undefined);
  return kagiban.context.newPage();
}

async function paste(popup: Popup, key = KEY): Promise<void> {
  await popup.click('.paste summary');
  await popup.type('.paste input[required]', key);
  await popup.click('.paste button[type=submit]');
  await popup.waitFor('[data-kagiban="carried"]');
}

async function shoot(popup: Popup, name: string, around?: string): Promise<void> {
  if (SHOTS) await popup.screenshot(`${SHOTS}/${name}.png`, around);
}

test('the key in a program on the PC is compared, and kept nowhere', async ({ kagiban, sites }) => {
  const page = await newTab(kagiban);
  await page.goto(sites.urls.nextEngine());
  const popup = await kagiban.clickToolbar(page);
  await paste(popup);
  await popup.click('[data-kagiban="compare"] summary');
  const compare = async (text: string, word: string): Promise<void> => {
    await popup.type('[data-kagiban="compare"] input', text);
    await popup.click('[data-kagiban="compare"] button[type=submit]');
    await popup.waitFor(`[data-compared="${word}"]`);
    const left = (s: string) => document.querySelector<HTMLInputElement>(s)?.value;
    expect(await popup.evaluate(left, '[data-kagiban="compare"] input')).toBe('');
  };
  await compare(KEY.slice(0, -1), 'cut');
  await shoot(popup, 'compare-cut', '[data-compared]');
  await compare(`${KEY} `, 'spaced');
  await compare('217640abcdEFGH0123zzQX', 'other');
  await compare(KEY, 'same');
  await shoot(popup, 'compare-same', '[data-compared]');
  await popup.close();
});

test('a key that was pasted before RMS showed it is known again on the board', async ({
  kagiban,
  sites,
}) => {
  const page = await newTab(kagiban);
  const { key } = sites.rms.license('A9FR').license;
  await page.goto(sites.urls.ecStation());
  const popup = await kagiban.clickToolbar(page);
  await paste(popup, key);
  await popup.close();
  await page.goto(sites.urls.appList);
  await expect(page.locator('[data-kagiban="mark"]').first()).toBeVisible();
  await page.goto(sites.urls.ecStation());
  const after = await kagiban.clickToolbar(page);
  await after.click('[data-kagiban="fill"][data-tool="ec-station"]');
  await after.waitFor(
    '[data-kagiban="fill-result"][data-field="licenseKey"][data-outcome="filled"]',
  );
  await after.close();

  const board = await kagiban.openPage('board.html#tools');
  const compare = board.locator('[data-kagiban="compare-key"]');
  await compare.locator('select').selectOption({ index: 1 });
  await compare.locator('input').fill(key);
  await compare.locator('button').click();
  await expect(compare.locator('[data-compared="same"]')).toBeVisible();

  // What was done can be taken along as a file, which holds no key.
  await board.goto(kagiban.url('board.html#history'));
  const saving = board.waitForEvent('download');
  await board.locator('[data-kagiban="history-csv"]').click();
  const csv = readFileSync(await (await saving).path(), 'utf8');
  const [head, ...rows] = csv.trim().split('\r\n');
  expect(head).toBe('日時,店舗,だれが,できごと,アプリ,状態');
  expect(rows.length).toBeGreaterThan(3);
  expect(csv).toContain('ECステーション');
  expect(csv).not.toContain(key);
});

test('an unknown tool is taught by pointing, then filled', async ({ kagiban, sites }) => {
  sites.serve('zaiko-meijin.test', () => ({
    status: 200,
    headers: { 'content-type': 'text/html; charset=utf-8' },
    body: html`<!doctype html>
      <html lang="ja">
        <title>在庫名人 設定</title>
        <body>
          <h1>楽天連携</h1>
          <form>
            <table>
              <tr>
                <th>接続用パスワード</th>
                <td><input id="key" name="conn_pw" /></td>
              </tr>
              <tr>
                <th>会社コード</th>
                <td><input id="code" name="code" /></td>
              </tr>
            </table>
          </form>
       `.markup,
  }));
  const page = await newTab(kagiban);
  await page.goto(sites.urls.nextEngine());
  await paste(await kagiban.clickToolbar(page));
  await page.goto('https://zaiko-meijin.test/settings');
  const first = await kagiban.clickToolbar(page);
  await first.waitFor('[data-kagiban="point"]');
  await shoot(first, 'point');
  await first.click('[data-kagiban="point"]');
  await page.locator('kagiban-banner').waitFor({ state: 'attached' });
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/pointing.png` });
  await page.locator('#key').click();
  const second = await kagiban.clickToolbar(page);
  await second.waitFor('[data-kagiban="teach"]');
  await shoot(second, 'teach');
  await second.click('[data-kagiban="teach"] button[type=submit]');
  await second.waitFor('[data-kagiban="fill"]');
  await shoot(second, 'taught');
  await second.click('[data-kagiban="fill"]');
  await second.waitFor('[data-kagiban="fill-result"], [role="alert"]');
  await shoot(second, 'taught-ask');
  await second.click('[data-kagiban="fill"]');
  await second.waitFor('[data-kagiban="fill-result"]');
  expect(await second.data('[data-kagiban="fill-result"]')).toMatchObject([
    { field: 'licenseKey', outcome: 'filled' },
  ]);
  expect(await page.locator('#key').inputValue()).toBe(KEY);
  expect(await page.locator('#code').inputValue()).toBe('');
  await shoot(second, 'taught-filled', '[data-kagiban="fill-result"]');
  await second.close();
});
