// Tabs that were open before us, or before the next version of us.
import type { BrowserContext, Page } from '@playwright/test';
import { expect, test } from '../support/fixtures.ts';
import { CHROME_BUILD } from '../support/launch.ts';
import { storedLedger } from './support/ledger.ts';

const marks = (page: Page) => page.locator('[data-kagiban="mark"]');

/** Takes the extension out of the browser, or puts it in, as a person does on the extensions page. */
async function manage(context: BrowserContext, command: string, params: object): Promise<void> {
  const session = await context.browser()?.newBrowserCDPSession();
  if (!session) throw new Error('the context has no browser');
  const send = session.send.bind(session) as unknown as (m: string, p: object) => Promise<unknown>;
  await send(`Extensions.${command}`, params);
  await session.detach();
}

test('taken out and put in while two tabs show the list: marks go, and come once in each', async ({
  kagiban,
  sites,
}) => {
  const { context, extensionId } = kagiban;
  const pages = [await context.newPage(), await context.newPage()];
  for (const page of pages) {
    await page.goto(sites.urls.appList);
    await expect(marks(page)).toHaveCount(3);
  }
  await expect.poll(async () => (await storedLedger(kagiban)).licenses.length).toBe(3);
  await manage(context, 'uninstall', { id: extensionId });
  for (const page of pages) await expect(marks(page)).toHaveCount(0, { timeout: 30_000 });

  await manage(context, 'loadUnpacked', { path: CHROME_BUILD });
  for (const page of pages) await expect(marks(page)).toHaveCount(3, { timeout: 30_000 });
  await expect.poll(async () => (await storedLedger(kagiban)).licenses.length).toBe(3);
});

test('a new version while a tab shows the list: the marks are never there twice', async ({
  kagiban,
  sites,
}) => {
  const { context } = kagiban;
  const page = await context.newPage();
  await page.goto(sites.urls.appList);
  await expect(marks(page)).toHaveCount(3);
  await marks(page).evaluateAll((all) => {
    for (const el of all) el.id = `old-${Math.random()}`;
  });
  await manage(context, 'loadUnpacked', { path: CHROME_BUILD });
  await expect(page.locator('[id^="old-"]')).toHaveCount(0, { timeout: 30_000 });
  await expect(marks(page)).toHaveCount(3);
});

test('the line on the main menu leads to the list until the first reading, or until it is closed', async ({
  kagiban,
  sites,
}) => {
  const hint = (page: Page) => page.locator('[data-kagiban="hint"]');
  const page = await kagiban.context.newPage();
  await page.goto(sites.urls.mainMenu);
  await expect(hint(page)).toBeVisible();
  const popup = await kagiban.clickToolbar(page);
  await popup.waitFor('.notice.waiting .link-button');
  await popup.close();

  await page.locator('[data-kagiban="hint-close"]').click();
  await expect(hint(page)).toHaveCount(0);
  await expect
    .poll(async () => {
      const ledger = (await storedLedger(kagiban)) as unknown as {
        meta: { hintDismissedAt: number | null }[];
      };
      return ledger.meta[0]?.hintDismissedAt ?? null;
    })
    .not.toBeNull();
  await page.reload();
  const after = await kagiban.clickToolbar(page);
  await after.waitFor('.empty');
  expect(await after.text('body')).not.toContain('この案内を閉じる');
  await after.close();
  await expect(hint(page)).toHaveCount(0);
});
