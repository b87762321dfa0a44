import { browser } from 'wxt/browser';

/** The board's settings in a tab, where the browser can ask for a fingerprint: its window closes a popup. */
export function openSettings(): void {
  const url = browser.runtime.getURL('/board.html#settings' as '/board.html');
  void browser.tabs.create({ url }).then(() => globalThis.close());
}
