import { browser } from 'wxt/browser';

/**
 * The tab that carry and fill mean: the active one under the popup. Where popup.html itself is open in a
 * tab, the most recently used other tab of a page that we are permitted to see. Null = there is none.
 */
export async function targetTab(): Promise<number | null> {
  const own = await browser.tabs.getCurrent();
  if (!own) {
    const [active] = await browser.tabs.query({ active: true, currentWindow: true });
    return active?.id ?? null;
  }
  const others = (await browser.tabs.query({})).filter((tab) => tab.id !== own.id && isPage(tab));
  others.sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0));
  return others[0]?.id ?? null;
}

/** The address of a page that we may not touch is hidden from us. */
const isPage = (tab: { url?: string | undefined }): boolean =>
  tab.url?.startsWith('https://') ?? false;
