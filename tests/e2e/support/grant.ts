import type { Kagiban } from './launch.ts';

/**
 * Allows the extension those addresses as the browser's own page for extensions does, so that its next
 * `permissions.request` for them is answered at once: a headless browser shows no prompt that could be pressed.
 * The manifest stays as shipped, and the product still has to ask.
 */
export async function grant(kagiban: Kagiban, origins: string[]): Promise<void> {
  const page = await kagiban.context.newPage();
  await page.goto('chrome://extensions/');
  await page.evaluate(
    async ({ id, hosts }) => {
      const { chrome } = globalThis as unknown as {
        chrome: {
          developerPrivate: { addHostPermission: (id: string, host: string) => Promise<void> };
        };
      };
      for (const host of hosts) await chrome.developerPrivate.addHostPermission(id, host);
    },
    { id: kagiban.extensionId, hosts: origins.map((origin) => `${origin}/*`) },
  );
  await page.close();
}
