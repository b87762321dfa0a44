import type { Walk } from './walk.ts';

/** Before the first reading, the main menu and the popup show the way to アプリ一覧. */
export async function firstRun({ kagiban, page, sites, account }: Walk): Promise<void> {
  await page.goto(sites.urls.mainMenu);
  const hint = page.locator('[data-kagiban="hint"]');
  await hint.waitFor();
  account.saw(`the menu shows: ${(await hint.innerText()).replaceAll(/\s+/g, ' ')}`);
  await page.screenshot({ path: account.shot('rms-menu') });

  const popup = await kagiban.clickToolbar(page);
  await popup.waitFor('main');
  await popup.waitFor('.empty');
  account.saw(`the popup says: ${(await popup.text('.empty'))?.replaceAll(/\s+/g, ' ')}`);
  await popup.screenshot(account.shot('popup-before-the-first-reading'));
  await popup.close();
}
