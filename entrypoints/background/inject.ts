import browser from 'webextension-polyfill';
import type { Handlers } from '../../utils/messages/dispatch.ts';
import { CONTENT_HOSTS } from '../../utils/messages/sender.ts';

/**
 * Puts the content script into RMS tabs that were open before us (install, enable, update): without it
 * they would stay unread until somebody reloads them. A tab that refuses is read at its next load.
 */
export async function injectIntoOpenTabs(): Promise<void> {
  const tabs = await browser.tabs.query({ url: CONTENT_HOSTS.map((host) => `${host}/*`) });
  await Promise.allSettled(
    tabs.map(({ id }) =>
      browser.scripting.executeScript({
        target: { tabId: id ?? browser.tabs.TAB_ID_NONE, allFrames: true },
        files: ['/rms-gate.js'],
      }),
    ),
  );
}

/** The reader is not in every RMS page: a frame whose words may concern us asks for it, and gets it alone. */
export const bringReader: Handlers['page.bringReader'] = async (_, { tab, frameId = 0 }) => {
  await browser.scripting.executeScript({
    target: { tabId: tab?.id ?? browser.tabs.TAB_ID_NONE, frameIds: [frameId] },
    files: ['/rms-reader.js'],
  });
  return {};
};
