// What stands where a list should be: an alarm only where keys should be and cannot be read.
import type { Page } from '@playwright/test';
import { expect, test } from '../support/fixtures.ts';
import type { Kagiban } from '../support/launch.ts';
import { plantPages, type PlantedPage } from './support/list-page.ts';
import { storedLedger } from './support/ledger.ts';

const marks = (page: Page) => page.locator('[data-kagiban="mark"]');
const unreadable = (page: Page) => page.locator('[data-kagiban="unreadable"]');

/** The `data-*` of what the popup shows over this page. */
async function inPopup(kagiban: Kagiban, page: Page, selector: string) {
  const popup = await kagiban.clickToolbar(page);
  await popup.waitFor('#app *');
  await popup.waitFor(selector);
  const found = await popup.data(selector);
  await popup.close();
  return found;
}

test('a list that cannot be read is an alarm in page, popup and badge, until it can be read', async ({
  kagiban,
  sites,
}) => {
  const page = await kagiban.context.newPage();
  await page.goto(sites.urls.appList);
  await expect(marks(page)).toHaveCount(3);
  await expect.poll(kagiban.badge).toBe('2');

  sites.rms.breakTable();
  await page.reload();
  await expect(unreadable(page)).toContainText('読み取れませんでした', { timeout: 30_000 });
  await expect.poll(kagiban.badge).toBe('!');
  const alarms = await inPopup(kagiban, page, '[data-kagiban="unreadable"]');
  expect(alarms).toMatchObject([{ shop: '217640', page: 'appList' }]);
  // What was known is known still.
  expect(await inPopup(kagiban, page, '[data-kagiban="license"]')).toHaveLength(3);

  sites.rms.breakTable(false);
  await page.reload();
  await expect(marks(page)).toHaveCount(3);
  await expect(unreadable(page)).toHaveCount(0);
  await expect.poll(kagiban.badge).toBe('2');
  const popup = await kagiban.clickToolbar(page);
  await popup.waitFor('[data-kagiban="license"]');
  expect(await popup.data('[data-kagiban="unreadable"]')).toEqual([]);
  await popup.close();
});

test('login, no permission and maintenance are not looked at, and no alarm', async ({
  kagiban,
  sites,
}) => {
  const page = await kagiban.context.newPage();
  await page.goto(sites.urls.appList);
  await expect(marks(page)).toHaveCount(3);
  await expect.poll(kagiban.badge).toBe('2');
  const troubles: [string, () => void, () => void][] = [
    [
      'ログイン',
      () => {
        sites.rms.options({ loginInPlace: true });
        sites.rms.logout();
      },
      () => sites.rms.login('akanedo'),
    ],
    ['権限', () => sites.rms.withholdPermission(true), () => sites.rms.withholdPermission(false)],
    ['メンテナンス', () => sites.rms.maintenance(true), () => sites.rms.maintenance(false)],
  ];
  for (const [word, begin, end] of troubles) {
    await test.step(word, async () => {
      begin();
      await page.reload();
      const popup = await kagiban.clickToolbar(page);
      await popup.waitFor('[data-kagiban="not-looked"]');
      expect(await popup.text('[data-kagiban="not-looked"]')).toContain(word);
      expect(await popup.data('[data-kagiban="unreadable"]')).toEqual([]);
      expect(await popup.data('[data-kagiban="license"]')).toHaveLength(3);
      await popup.close();
      await expect(unreadable(page)).toHaveCount(0);
      expect(await kagiban.badge()).toBe('2');

      end();
      await page.goto(sites.urls.appList);
      await expect(marks(page)).toHaveCount(3);
      await expect
        .poll(async () => (await storedLedger(kagiban)).pages.map(({ pageClass }) => pageClass))
        .not.toContainEqual(expect.stringMatching(/loggedOut|noPermission|maintenance/));
    });
  }
  expect(kagiban.notifications.filter(({ title }) => /読み取れ/.test(title))).toEqual([]);
});

test('a date that cannot be: the row is said to be unreadable, the known license stays', async ({
  kagiban,
  sites,
}) => {
  const row = { app: '在庫アプリ', last4: 'Dt01' };
  const good: PlantedPage = { shop: '500001', rows: [{ ...row, expiry: '2031/03/01' }] };
  const pages = new Map([['dates', good]]);
  const url = plantPages(sites, pages)('dates');
  const page = await kagiban.context.newPage();
  await page.goto(url);
  await expect(marks(page)).toHaveCount(1);
  for (const expiry of ['2031/02/30', '2031/13/01', '0000/00/00', '2031/00/10', '来年の春']) {
    await test.step(expiry, async () => {
      pages.set('dates', { ...good, rows: [{ ...row, expiry }] });
      await page.reload();
      await expect(unreadable(page)).toHaveCount(1);
      await expect(marks(page)).toHaveCount(0);
    });
  }
  expect(await inPopup(kagiban, page, '[data-kagiban="unreadable"]')).toMatchObject([
    { shop: '500001' },
  ]);
  expect(await inPopup(kagiban, page, '[data-kagiban="license"]')).toMatchObject([
    { last4: 'Dt01', expiresOn: '2031-03-01', state: 'active' },
  ]);
  expect(await kagiban.badge()).toBe('!');
});
