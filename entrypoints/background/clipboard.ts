import browser from 'webextension-polyfill';
import type { Handlers } from '../../utils/messages/dispatch.ts';
import { AppError } from '../../utils/model/errors.ts';
import type { Secret } from '../../utils/model/secret.ts';
import type { Instant } from '../../utils/model/time.ts';
import { CLIPBOARD_PERMISSIONS } from '../../utils/vault/clipboard-permissions.ts';
import { clipboardWatch } from '../../utils/vault/clipboard.ts';
import { sessionArea } from '../../utils/vault/session.browser.ts';
import { tellPages } from './change.ts';
import { now } from './services.ts';
import { clipboardIsCleared, setClipboardIsCleared } from './settings.ts';

const watch = clipboardWatch(sessionArea, now);
const PERMISSION = { permissions: CLIPBOARD_PERMISSIONS };

/** The part of `chrome.offscreen` that is used; Firefox has none, and there the option is not offered. */
interface Offscreen {
  createDocument(wish: { url: string; reasons: string[]; justification: string }): Promise<void>;
  closeDocument(): Promise<void>;
  hasDocument(): Promise<boolean>;
}
const offscreen = (): Offscreen | undefined =>
  (globalThis as unknown as { chrome?: { offscreen?: Offscreen } }).chrome?.offscreen;

export const clipboardSet: Handlers['clipboard.set'] = async ({ on }) => {
  if (on && !(await browser.permissions.contains(PERMISSION))) {
    throw new AppError('permissionDenied');
  }
  await setClipboardIsCleared(on);
  if (!on) {
    await watch.done();
    await browser.permissions.remove(PERMISSION);
  }
  tellPages();
  return {};
};

/** Whoever asked for it has what was just copied taken off the clipboard in a minute. */
export async function clearLater(secret: Secret): Promise<void> {
  if (await clipboardIsCleared()) await watch.copied(secret);
}

/** Clears what is due. When to look again; null = nothing is left. */
export async function clearClipboard(): Promise<Instant | null> {
  const page = offscreen();
  if (!page || (await watch.due()) === null) return watch.clearsAt();
  // A worker has no clipboard: a page of ours that nobody sees does it, and says when it is done.
  if (await page.hasDocument()) await page.closeDocument();
  await page.createDocument({
    url: '/clipboard.html',
    reasons: ['CLIPBOARD'],
    justification: 'takes a copied key off the clipboard after a minute',
  });
  return null;
}

export const clipboardDue: Handlers['clipboard.due'] = async () => ({ mark: await watch.due() });

/** The page that cleared has ended its work; whether the clipboard still had the key or not. */
export const clipboardDone: Handlers['clipboard.done'] = async () => {
  await watch.done();
  const page = offscreen();
  if (page && (await page.hasDocument())) await page.closeDocument();
  return {};
};
