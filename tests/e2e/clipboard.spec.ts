// What was copied is taken off the clipboard after a minute, by the shipped build: the browser's own question is
// answered with real keys, the minute passes by the clock, and the worker does not live through it.
import type { Page } from '@playwright/test';
import { MINUTE } from '../../utils/model/time.ts';
import { test as base, expect } from './support/fixtures.ts';
import { launchKagiban, type Kagiban } from './support/launch.ts';
import { revealKey } from './support/person.ts';
import { hasScreen, openScreen, type Screen } from './support/screen.ts';

// Playwright reads a fixture's needs from these patterns, an empty one too.
/* oxlint-disable no-empty-pattern */
const test = base.extend<{ desktop: Screen; windowed: Kagiban }>({
  desktop: async ({}, use) => {
    const screen = await openScreen();
    await use(screen);
    await screen.close();
  },
  windowed: async ({ desktop, sites }, use) => {
    const { resolverRules } = sites;
    const windowed = await launchKagiban({
      resolverRules,
      headless: false,
      display: desktop.display,
    });
    await use(windowed);
    await windowed.close();
  },
});
/* oxlint-enable no-empty-pattern */

const long = process.env['KAGIBAN_LONG'] === '1';
test.skip(!long || !hasScreen(), 'needs Xvfb and xdotool, and runs in test:long only');

const box = (board: Page) => board.locator('input[name="clear-clipboard"]');

/** Presses the box and says yes to the browser's question, until it took. */
async function choose(board: Page, desktop: Screen): Promise<void> {
  await expect(async () => {
    if (await box(board).isEnabled()) await box(board).click();
    for (const key of ['Tab', 'Return'] as const) {
      await board.waitForTimeout(800);
      desktop.press(key);
    }
    await expect(box(board)).toBeChecked({ timeout: 3_000 });
  }).toPass({ timeout: 60_000 });
}

const clipboard = (page: Page): Promise<string> =>
  page.evaluate(() => navigator.clipboard.readText());

test('a copied key is gone after a minute, what was copied since is not', async ({
  windowed: kagiban,
  desktop,
  sites,
}) => {
  test.slow();
  const board = await kagiban.openPage('board.html#settings');
  await board.bringToFront();
  await choose(board, desktop);

  const page = await kagiban.context.newPage();
  await kagiban.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const { license } = sites.rms.license('A9FR');
  await revealKey(page, sites.urls.detail(license));
  const copy = async (): Promise<void> => {
    const popup = await kagiban.clickToolbar(page);
    if ((await popup.data('[data-kagiban="copy"]')).length === 0) {
      await popup.click('[data-kagiban="carry"]');
    }
    await popup.click('[data-kagiban="copy"]');
    await popup.waitFor('[data-kagiban="carried"] [role="status"]');
    await popup.close();
    await page.bringToFront();
    expect(await clipboard(page)).toBe(license.key);
  };
  /** The alarm comes to a worker that did not live to see it. */
  const minuteLater = async (by: number): Promise<void> => {
    await kagiban.killWorker();
    await kagiban.moveClock(by);
    await kagiban.inWorker(() => {
      const { chrome } = globalThis as unknown as {
        chrome: { alarms: { onAlarm: { dispatch: (alarm: object) => void } } };
      };
      chrome.alarms.onAlarm.dispatch({ name: 'kagiban-wake' });
    }, null);
  };

  await copy();
  await minuteLater(MINUTE + 1000);
  await expect.poll(() => clipboard(page)).toBe('');

  await copy();
  await page.evaluate(() => navigator.clipboard.writeText('店舗の住所'));
  await minuteLater(2 * MINUTE + 3000);
  // The page that clears has come and gone: nothing is due any more.
  await expect
    .poll(() =>
      kagiban.inWorker(async () => {
        const { chrome } = globalThis as unknown as {
          chrome: { storage: { session: { get: (key: string) => Promise<object> } } };
        };
        return Object.keys(await chrome.storage.session.get('clipboard'));
      }, null),
    )
    .toEqual([]);
  expect(await clipboard(page)).toBe('店舗の住所');
});
