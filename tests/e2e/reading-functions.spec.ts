// The detail page before a person decides: what an update adds, what the own app's functions lack, and the
// save that stopped half way; and the text that staff can hand to support.
import type { Page } from '@playwright/test';
import { axeFindings } from './support/axe.ts';
import { expect, test } from './support/fixtures.ts';
import { revealKey, updateApp } from './support/person.ts';

const block = (page: Page, kind: string) => page.locator(`[data-kagiban="${kind}"]`);

test('the detail page says which APIs アップデートする adds, and popup and board too', async ({
  kagiban,
  sites,
}) => {
  const page = await kagiban.context.newPage();
  const app = sites.rms.app('GoQSystem');
  const offered = app.offered;
  app.offered = [];
  await revealKey(page, sites.urls.detail(sites.rms.license('IANT').license));
  await expect(page.locator('[data-kagiban="mark"]').first()).toBeVisible();
  await expect(block(page, 'apis')).toHaveCount(0);
  // The list counts once it has stayed the same for two seconds.
  await page.bringToFront();
  const board = await kagiban.context.newPage();
  await board.goto(kagiban.url('board.html'));
  await expect
    .poll(() =>
      board.evaluate(
        () =>
          new Promise<boolean>((resolve) => {
            const open = indexedDB.open('kagiban');
            open.addEventListener('success', () => {
              const all = open.result.transaction('apps').objectStore('apps').getAll();
              all.addEventListener('success', () => {
                resolve(all.result.some((one: { apis?: object }) => one.apis !== undefined));
                open.result.close();
              });
            });
          }),
      ),
    )
    .toBe(true);

  app.offered = offered;
  await revealKey(page, sites.urls.detail(sites.rms.license('IANT').license));
  await expect(block(page, 'apis')).toContainText('itemapi_2.0.items.upsert');
  await expect(block(page, 'apis')).not.toContainText('cabinet.file.insert');
  await expect(block(page, 'apis')).toContainText('有効期限が切れることがあります');

  await expect(board.locator('[data-kagiban="apis"]')).toContainText(
    'inventoryapi_2.1.inventories',
  );
  expect(await axeFindings(board)).toEqual([]);
  const popup = await kagiban.clickToolbar(page);
  await popup.waitFor('[data-kagiban="apis"]');
  await popup.close();

  await updateApp(page);
  await expect(block(page, 'apis')).toHaveCount(0);
  await expect(board.locator('[data-kagiban="apis"]')).toHaveCount(0);
});

test('確認する without 登録する is noticed', async ({ kagiban, sites }) => {
  const page = await kagiban.context.newPage();
  const own = sites.rms.license('A9FR').license;
  await revealKey(page, sites.urls.detail(own));
  const board = await kagiban.context.newPage();
  await board.goto(kagiban.url('board.html'));
  await page.bringToFront();
  await page.getByRole('link', { name: '利用機能編集' }).click();
  await page.getByRole('checkbox', { name: 'itemapi_2.0.items.get' }).check();
  await page.getByRole('button', { name: '確認する' }).click();
  await expect(block(page, 'functions')).toContainText('まだ保存されていません');
  await page.goto(sites.urls.appList);
  await expect(board.locator('[data-kagiban="functions"]')).toContainText('確かめられていません');

  await revealKey(page, sites.urls.detail(own));
  await expect(board.locator('[data-kagiban="functions"]')).toContainText('保存されていません');
  await page.getByRole('link', { name: '利用機能編集' }).click();
  await page.getByRole('button', { name: '確認する' }).click();
  await page.getByRole('button', { name: '登録する' }).click();
  await expect(board.locator('[data-kagiban="functions"]')).toHaveCount(0);
});

test('an unreadable page: what, since when, and a text for support without a word of the shop', async ({
  kagiban,
  sites,
}) => {
  sites.rms.breakTable();
  const page = await kagiban.context.newPage();
  await page.goto(sites.urls.appList);
  await expect(block(page, 'since')).toBeVisible({ timeout: 30_000 });
  const popup = await kagiban.clickToolbar(page);
  await popup.click('[data-kagiban="diagnose"]');
  await popup.waitFor('[data-kagiban="diagnosis"]');
  const text = await popup.evaluate(
    () => document.querySelector<HTMLTextAreaElement>('[data-kagiban="diagnosis"]')?.value ?? '',
    null,
  );
  expect(text).toContain('{アプリ一覧}');
  for (const word of ['あかね堂', 'akanedo', '217640', 'GoQ', ...sites.rms.allSecrets()]) {
    expect(text).not.toContain(word);
  }
  await popup.close();
});
