import type { Page } from 'puppeteer-core';
import type { FirefoxKagiban } from './firefox.ts';
import type { FirefoxPopup } from './firefox-popup.ts';

/** What a person does in Firefox, in the pages with puppeteer's mouse and in the popup with its own. */

/** Presses the button of that name. Throws where there is none. */
export async function press(page: Page, name: string): Promise<void> {
  for (const button of await page.$$('button')) {
    const words = await button.evaluate((each) => each.textContent?.trim());
    if (words === name) return button.click();
  }
  throw new Error(`no button ${name}`);
}

/** The robot check on the detail page, then 確認する: the key is shown. */
export async function revealKey(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.locator('#robot-check').click();
  await page.waitForSelector('#robot-check[aria-checked="true"]');
  await press(page, '確認する');
  await page.waitForSelector('::-p-text(アプリ情報)');
}

/** Carries the key that the page shows. */
export async function carry(firefox: FirefoxKagiban, page: Page, last4: string): Promise<void> {
  const popup = await firefox.clickToolbar(page);
  await popup.click('[data-kagiban="carry"]');
  await popup.waitFor(`[data-kagiban="copy"][data-last4="${last4}"]`);
  await popup.close();
}

/** Presses fill, and says yes to what is asked. Gives every field with its outcome. */
export async function fill(popup: FirefoxPopup, tool: string): Promise<[string, string][]> {
  const button = `[data-kagiban="fill"][data-tool="${tool}"]`;
  const result = '[data-kagiban="fill-result"]';
  await popup.click(button);
  // The tool names no shop, or one that was not confirmed yet.
  await popup.waitFor(`${result}, [role="alert"]`);
  if ((await popup.data(result)).length === 0) await popup.click(button);
  await popup.waitFor(result);
  return (await popup.data(result)).map(({ field = '', outcome = '' }) => [field, outcome]);
}
