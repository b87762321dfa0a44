import browser from 'webextension-polyfill';
import type { Handlers } from '../../utils/messages/dispatch.ts';
import { RMS_PERMISSION } from '../../utils/messages/sender.ts';
import { jstDateOf } from '../../utils/calendar/jst.ts';
import type { CarriedInfo } from '../../utils/model/carry.ts';
import { carriedNow } from '../../utils/vault/carried-now.ts';
import { carry, now, safe } from './services.ts';
import { readLedger, storeProblem } from './change.ts';
import { clipboardIsCleared, companionEnd, companionSetting, isSharedPc } from './settings.ts';

export const status: Handlers['status'] = async () => {
  // Each is a question to the browser: asked one after another they are what a popup waits for.
  const [rmsAccess, blocked, carried, companion, ended, vault, sharedPc, clearsClipboard] =
    await Promise.all([
      browser.permissions.contains({ origins: [RMS_PERMISSION] }),
      notificationsBlocked(),
      carriedKeys(),
      companionSetting(),
      companionEnd(),
      safe.status(),
      isSharedPc(),
      clipboardIsCleared(),
    ]);
  const asked = { rmsAccess, carried, companion, vault, sharedPc, clearsClipboard };
  return {
    ...asked,
    storeProblem: storeProblem(),
    notificationsBlocked: blocked,
    companionEnd: ended,
  };
};

/** As the ledger knows them now; one that can't be read must not hide that a key is carried. */
async function carriedKeys(): Promise<CarriedInfo[]> {
  const carried = await carry.list();
  if (carried.length === 0) return carried;
  const ledger = await readLedger().catch(() => null);
  const today = jstDateOf(now());
  return ledger === null ? carried : carried.map((info) => carriedNow(info, ledger, today));
}

type ChromeOnly = { getPermissionLevel?: () => Promise<string> };

/** Chrome can be asked; Firefox can't, and then they are taken to be allowed. */
async function notificationsBlocked(): Promise<boolean> {
  const level = await (browser.notifications as ChromeOnly).getPermissionLevel?.();
  return level === 'denied';
}
