import browser from 'webextension-polyfill';
import type { Handlers } from '../../utils/messages/dispatch.ts';
import { RMS_PERMISSION } from '../../utils/messages/sender.ts';
import { carry } from './services.ts';
import { storeProblem } from './change.ts';
import { companionSetting } from './settings.ts';

export const status: Handlers['status'] = async () => ({
  storeProblem: storeProblem(),
  rmsAccess: await browser.permissions.contains({ origins: [RMS_PERMISSION] }),
  notificationsBlocked: await notificationsBlocked(),
  carried: await carry.list(),
  companion: await companionSetting(),
});

type ChromeOnly = { getPermissionLevel?: () => Promise<string> };

/** Chrome can be asked; Firefox can't, and then they are taken to be allowed. */
async function notificationsBlocked(): Promise<boolean> {
  const level = await (browser.notifications as ChromeOnly).getPermissionLevel?.();
  return level === 'denied';
}
