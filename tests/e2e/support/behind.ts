import type { BrowserContext, Page } from '@playwright/test';

/**
 * Runs something with a page of the extension's origin on which nothing of the product runs: its
 * manifest, shown as text. The extension's API is there all the same.
 */
export async function behindScenes<T>(
  context: BrowserContext,
  extensionId: string,
  act: (page: Page) => Promise<T>,
): Promise<T> {
  const page = await context.newPage();
  try {
    await page.goto(`chrome-extension://${extensionId}/manifest.json`);
    return await act(page);
  } finally {
    await page.close();
  }
}

interface DispatchedEvent {
  dispatch: (...args: unknown[]) => void;
}

/** What these tests use of the extension API in the page's own world. */
export interface ChromeApi {
  alarms: {
    getAll: () => Promise<{ name: string; scheduledTime: number }[]>;
    onAlarm: DispatchedEvent;
  };
  notifications: { getAll: () => Promise<Record<string, boolean>>; onClicked: DispatchedEvent };
  action: { getBadgeText: (details: object) => Promise<string> };
  runtime: { sendMessage: (message: unknown) => Promise<unknown> };
  storage: Record<'local' | 'session' | 'sync', { get: () => Promise<unknown> }>;
  extension: { getViews: (which: object) => Window[] };
}

export const standingNotifications = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const { chrome } = globalThis as unknown as { chrome: ChromeApi };
    return Object.keys(await chrome.notifications.getAll());
  });

export const badgeText = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { chrome } = globalThis as unknown as { chrome: ChromeApi };
    return chrome.action.getBadgeText({});
  });
