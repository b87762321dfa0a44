import { axeFindings } from '../../tests/e2e/support/axe.ts';
import { expectSame } from './account.ts';
import type { Walk } from './walk.ts';

/** The board and the welcome page, light and dark, and what axe finds on them. */
export async function lookAround({ kagiban, account }: Walk): Promise<void> {
  for (const file of ['board.html', 'welcome.html', 'popup.html']) {
    const page = await kagiban.openPage(file);
    await page.setViewportSize(
      file === 'popup.html' ? { width: 380, height: 600 } : { width: 1200, height: 800 },
    );
    await page.locator('main').first().waitFor();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: account.shot(`${file.replace('.html', '')}-${colorScheme}`) });
    }
    const findings = await axeFindings(page);
    expectSame(`axe on ${file}`, findings, []);
    account.saw(`${file}: nothing for axe to find`);
    await page.close();
  }
}
