// Whose keys: two shops never mix, and keys that nobody's page claims wait for a person.
import { axeFindings } from '../support/axe.ts';
import { expect, test } from '../support/fixtures.ts';
import { plantPages, type PlantedPage } from './support/list-page.ts';
import { storedLedger } from './support/ledger.ts';

const row = (last4: string, app: string) => ({ app, last4, expiry: '2031/03/01' });

test('two shops with apps of the same names stay two', async ({ kagiban, sites }) => {
  const page = await kagiban.context.newPage();
  for (const shop of ['akanedo', 'shiokaze-coffee', 'akanedo']) {
    sites.rms.login(shop);
    await page.goto(sites.urls.appList);
    await expect(page.locator('[data-kagiban="mark"]')).not.toHaveCount(0);
    const digits = sites.rms.shop(shop).state.id;
    await expect
      .poll(async () => (await storedLedger(kagiban)).shops.some((one) => one.digits === digits))
      .toBe(true);
  }
  const popup = await kagiban.clickToolbar(page);
  await popup.waitFor('[data-kagiban="license"]');
  const shown = await popup.data('[data-kagiban="license"]');
  const of = (shop: string) =>
    shown
      .filter((one) => one['shop'] === shop)
      .map((one) => one['last4'])
      .sort();
  expect(of('217640')).toEqual(['7kQz', 'A9FR', 'IANT']);
  expect(of('308215')).toEqual(['Xe0u', 'p3Wd']);
  expect(shown).toHaveLength(5);
  await popup.close();
  const { shops, licenses } = await storedLedger(kagiban);
  expect(shops).toHaveLength(2);
  expect(licenses.filter(({ goneAt, missedReadings }) => goneAt || missedReadings)).toEqual([]);

  await test.step('rules are set once for a group of them', async () => {
    const board = await kagiban.openPage('board.html#settings');
    await board.locator('[data-kagiban="add-group"]').click();
    const form = board.locator('[data-kagiban="group-form"]');
    await form.locator('input[maxlength="60"]').fill('大阪');
    for (const box of await form.getByRole('checkbox').all()) await box.check();
    expect(await axeFindings(board, { within: '[data-kagiban="groups"]' })).toEqual([]);
    await board.locator('[data-kagiban="save-group"]').click();
    const group = board.locator('[data-kagiban="group"]');
    await expect(group.getByRole('radio', { name: '大阪' })).toBeChecked();
    await board.getByLabel('水').check();
    await board.locator('[data-kagiban="save-rules"]').click();
    const stored = async () =>
      (await storedLedger(kagiban)).policies.map(({ name, daysOff, shopIds }) => ({
        name,
        daysOff,
        shops: shopIds.length,
      }));
    const made = { name: '大阪', daysOff: [0, 3, 6], shops: 2 };
    await expect.poll(stored).toEqual([made]);
    await group.getByRole('button').nth(1).click();
    await expect.poll(stored).toEqual([]);
    await board.locator('[data-kagiban="restore-group"]').click();
    await expect.poll(stored).toEqual([made]);
  });
});

test('an unknown shop waits, is named by a person, and later pages join it', async ({
  kagiban,
  sites,
}) => {
  const nobodys: PlantedPage = {
    shop: null,
    rows: [row('Nb01', '受注くん'), row('Nb02', '在庫くん')],
  };
  const pages = new Map([['list', nobodys]]);
  const url = plantPages(sites, pages)('list');
  const page = await kagiban.context.newPage();
  const shown = async () => {
    await page.goto(url);
    await expect(page.locator('[data-kagiban="mark"]')).toHaveCount(
      pages.get('list')?.rows.length ?? 0,
    );
    const popup = await kagiban.clickToolbar(page);
    for (const { last4 } of pages.get('list')?.rows ?? []) {
      await popup.waitFor(`[data-kagiban="license"][data-last4="${last4}"]`);
    }
    const found = await popup.data('[data-kagiban="license"]');
    await popup.close();
    return found.map((one) => `${one['shop']} ${one['last4']}`).sort();
  };
  await test.step('unknown', async () => {
    expect(await shown()).toEqual(['unknown Nb01', 'unknown Nb02']);
  });
  await test.step('named in the popup', async () => {
    const popup = await kagiban.clickToolbar(page);
    await popup.type('[data-kagiban="which-shop"] input[type="text"]', '青空商店');
    await popup.click('[data-kagiban="which-shop"] button[type="submit"]');
    await popup.waitFor('[data-kagiban="license"][data-shop="青空商店"]');
    expect(await popup.data('[data-kagiban="which-shop"]')).toEqual([]);
    await popup.close();
  });
  await test.step('the next page without a name joins by its keys', async () => {
    pages.set('list', { ...nobodys, rows: [...nobodys.rows, row('Nb03', '広告くん')] });
    expect(await shown()).toEqual(['青空商店 Nb01', '青空商店 Nb02', '青空商店 Nb03']);
  });
  await test.step('other keys of an unknown page are not given to it', async () => {
    pages.set('list', { shop: null, rows: [row('Zz01', '受注くん')] });
    expect(await shown()).toContain('unknown Zz01');
  });
});

test('the proposal: the shop that has these keys already, joined on the board', async ({
  kagiban,
  sites,
}) => {
  const known: PlantedPage = {
    shop: '800001',
    rows: [row('Pr01', '受注くん'), row('Pr02', '在庫くん')],
  };
  const pages = new Map([['list', known]]);
  const url = plantPages(sites, pages)('list');
  const page = await kagiban.context.newPage();
  const read = async (planted: PlantedPage) => {
    pages.set('list', planted);
    await page.goto(url);
    await expect(page.locator('[data-kagiban="mark"]')).toHaveCount(planted.rows.length);
  };
  const shopCount = async (): Promise<number> => (await storedLedger(kagiban)).shops.length;
  await read(known);
  await expect.poll(shopCount).toBe(1);
  await read({ ...known, shop: null });
  await expect.poll(shopCount).toBe(2);
  const board = await kagiban.openPage('board.html');
  await expect(board.locator('[data-kagiban="which-shop"]')).toHaveCount(1);
  await board.locator('[data-kagiban="which-shop"] button.primary').click();
  await expect(board.locator('[data-kagiban="which-shop"]')).toHaveCount(0);
  const { shops, licenses } = await storedLedger(kagiban);
  expect(shops.map(({ digits }) => digits)).toEqual(['800001']);
  expect(licenses.map(({ last4 }) => last4).sort()).toEqual(['Pr01', 'Pr02']);
});
