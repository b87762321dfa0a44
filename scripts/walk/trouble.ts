import { expectSame } from './account.ts';
import type { Walk } from './walk.ts';

/** A login page is no alarm; a list that cannot be read is one, on the page, in the popup and on the badge. */
export async function meetTrouble({ kagiban, page, sites, account }: Walk): Promise<void> {
  sites.rms.logout();
  await page.goto(sites.urls.appList);
  const calm = await kagiban.clickToolbar(page);
  await calm.waitFor('main');
  expectSame('alarms at the login page', await calm.data('[data-kagiban="unreadable"]'), []);
  account.saw('the login page raises no alarm');
  await calm.close();

  sites.rms.login(sites.rms.shops[0]?.id ?? '');
  sites.rms.breakTable();
  await page.goto(sites.urls.appList);
  // Ten quiet seconds before it is called unreadable.
  await page.locator('[data-kagiban="unreadable"]').first().waitFor({ timeout: 30_000 });
  await page.screenshot({ path: account.shot('rms-unreadable'), fullPage: true });
  const badge = await kagiban.badge();
  account.saw(`the badge says ${badge}`);
  expectSame('the badge', badge, '!');
  const popup = await kagiban.clickToolbar(page);
  await popup.waitFor('[data-kagiban="unreadable"]');
  account.saw(
    `the popup says: ${(await popup.text('[data-kagiban="unreadable"]'))?.replaceAll(/\s+/g, ' ')}`,
  );
  await popup.screenshot(account.shot('popup-unreadable'));
  await popup.close();

  sites.rms.breakTable(false);
}
