import browser from 'webextension-polyfill';
import type { SessionArea } from './ports.ts';

/** `storage.session`: in memory, gone with the browser; content scripts cannot reach it (its default). */
export const sessionArea: SessionArea = {
  get: async (key) => (await browser.storage.session.get(key))[key],
  keys: async () => Object.keys(await browser.storage.session.get(null)),
  set: (key, value) => browser.storage.session.set({ [key]: value }),
  remove: (keys) => browser.storage.session.remove(keys),
};
