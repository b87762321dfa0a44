import { expect, test } from '@playwright/test';
import { launchFirefox } from '../support/firefox.ts';

test('the driver of Firefox opens a page of the extension in Japanese', async () => {
  const firefox = await launchFirefox();
  try {
    const page = await firefox.openPopupPage();
    await page.waitForSelector('#app *');
    expect(await page.$eval('body', (body) => body.innerText)).toMatch(/鍵番/);
  } finally {
    await firefox.close();
  }
});
