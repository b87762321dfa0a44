import browser from 'webextension-polyfill';
import { NotSent } from '../../utils/reminders/channels/http.ts';

/**
 * `fetch` for channels: says for certain that nothing left where the browser is offline or may not go there.
 * Everything else that fails may have been sent. No cookies leave with it, and nothing comes from a cache.
 */
export const channelFetch: typeof fetch = async (input, init) => {
  if (!navigator.onLine) throw new NotSent('network');
  const { protocol, hostname } = new URL(String(input));
  const origins = [`${protocol}//${hostname}/*`];
  if (!(await browser.permissions.contains({ origins }))) throw new NotSent('noPermission');
  return fetch(input, { ...init, credentials: 'omit', cache: 'no-store' });
};
