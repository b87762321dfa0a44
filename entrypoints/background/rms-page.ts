import browser from 'webextension-polyfill';
import { AppError } from '../../utils/model/errors.ts';
import type { FoundKeys } from '../../utils/rms/keys.ts';
import { foundKeysSchema } from '../../utils/rms/keys.schema.ts';

/** Is an RMS page open in that tab? Throws `noPage` where the tab is gone. */
export async function isRmsTab(tabId: number): Promise<boolean> {
  const tab = await browser.tabs.get(tabId).catch(() => {
    throw new AppError('noPage');
  });
  // The address is hidden from us unless the page is RMS's or the person clicked our button on it.
  const { protocol, hostname } = new URL(tab.url ?? 'about:blank');
  return protocol === 'https:' && hostname.endsWith('.rms.rakuten.co.jp');
}

/** Runs the key reader in every frame of the RMS page. Throws `notRmsPage`, `rmsAccessWithheld`. */
export async function readKeysIn(tabId: number): Promise<FoundKeys[]> {
  if (!(await isRmsTab(tabId))) throw new AppError('notRmsPage');
  const target = { tabId, allFrames: true };
  const frames = await browser.scripting
    .executeScript({ target, files: ['/rms-keys.js'] })
    .catch(() => {
      throw new AppError('rmsAccessWithheld');
    });
  return frames.flatMap(({ result }) => {
    const found = foundKeysSchema.safeParse(result);
    return found.success ? [found.data] : [];
  });
}
