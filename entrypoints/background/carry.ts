import browser from 'webextension-polyfill';
import { jstDateOf } from '../../utils/calendar/jst.ts';
import { shopIdOf } from '../../utils/ledger/whose.ts';
import type { Handlers } from '../../utils/messages/dispatch.ts';
import { AppError } from '../../utils/model/errors.ts';
import type { HistoryKind } from '../../utils/model/ledger.ts';
import type { CarriedInfo } from '../../utils/model/carry.ts';
import { reveal, type Secret } from '../../utils/model/secret.ts';
import { theOneKey } from '../../utils/rms/one-key.ts';
import { recordCompared } from '../../utils/tools/compared.ts';
import { connectorOf } from '../../utils/tools/connectors/index.ts';
import { isOtherApp } from '../../utils/tools/key-owner.ts';
import { foundUnmarked } from '../../utils/vault/carried-now.ts';
import { compareKey } from '../../utils/vault/compare.ts';
import { checkKey, type RawCredentials } from '../../utils/vault/guard.ts';
import { fingerprintOf } from '../../utils/vault/fingerprint.ts';
import { IDLE_SECONDS } from '../../utils/vault/safe/time.ts';
import { matchKey, NO_HINT, type KeyHint } from '../../utils/vault/match.ts';
import { change, readLedger, tellPages } from './change.ts';
import { clearLater } from './clipboard.ts';
import { carry, newId, now, safe } from './services.ts';
import { isSharedPc } from './settings.ts';
import { readKeysIn } from './rms-page.ts';

/** Takes the key off the RMS page in front: only ever on a person's click in our own page. */
export const carryPage: Handlers['carry.page'] = async ({ tabId }) => {
  const { key, shop } = theOneKey(await readKeysIn(tabId));
  const { developer, app, shownLast4, licenseKey, serviceSecret } = key;
  const shopId = shopIdOf(await readLedger(), shop);
  const hint = { shopId, developer, app, last4: shownLast4 };
  return takeKey({ licenseKey, serviceSecret }, hint, 'carried');
};

export const carryPaste: Handlers['carry.paste'] = (pasted) => takeKey(pasted, NO_HINT, 'carried');

/** Past the guard, then carried. Throws `keyNotFound` for what is certainly no key. */
export async function takeKey(
  raw: RawCredentials,
  hint: KeyHint,
  how: HistoryKind,
): Promise<CarriedInfo> {
  const { keyFacts, carryFacts } = matchKey(await readLedger(), hint, raw.licenseKey);
  const guarded = checkKey(raw, keyFacts);
  if (guarded.refused !== null) throw new AppError(guarded.refused);
  const { licenseKey, serviceSecret, warnings } = guarded;
  const info = await carry.put({ licenseKey, serviceSecret }, { ...carryFacts, warnings });
  watchTabs();
  await markKey(info, licenseKey);
  await noteKey(how, info);
  return info;
}

export const carryCopy: Handlers['carry.copy'] = async ({ carryId, part }) => {
  const credentials = await carry.open(carryId);
  const secret = credentials[part];
  if (!secret) throw new AppError('notFound');
  const info = (await carry.list()).find(({ id }) => id === carryId);
  if (info) await noteKey('copied', info);
  await clearLater(secret);
  return { text: reveal(secret) };
};

/** 照合: what was copied out of a tool's field is compared, answered, and forgotten. */
export const carryCompare: Handlers['carry.compare'] = async (asked) => {
  const { carryId, part, text, connectorId } = asked;
  const credentials = await carry.open(carryId);
  const ledger = await readLedger();
  const info = (await carry.list()).find(({ id }) => id === carryId);
  const connector = connectorId === null ? undefined : connectorOf(connectorId);
  const app = ledger.apps.find(({ id }) => id === info?.appId) ?? null;
  const otherApp = connector && info ? isOtherApp(connector, app, info) : false;
  const comparison = compareKey(text, credentials, part);
  if (connectorId === null || !info || otherApp) return { comparison, otherApp, recorded: false };
  const compared = { connectorId, info, part, comparison };
  await change((known, at) => recordCompared(known, compared, newId, at));
  return { comparison, otherApp, recorded: info.licenseId !== null && comparison === 'same' };
};

export const carryDrop: Handlers['carry.drop'] = async ({ carryId }) => {
  await carry.drop(carryId);
  tellPages();
  return {};
};

export const carryKeep: Handlers['carry.keep'] = async ({ carryId }) => {
  if (await isSharedPc()) throw new AppError('sharedPc');
  return carry.keep(carryId);
};

/** So that the key is known again in a tool when it is not at hand any more. */
async function markKey({ licenseId, shopId }: CarriedInfo, key: Secret): Promise<void> {
  if (licenseId === null) return;
  const fingerprint = await fingerprintOf(key, shopId);
  await change(({ licenses }) => {
    const license = licenses.find(({ id }) => id === licenseId);
    return license ? { licenses: [{ ...license, fingerprint }] } : {};
  });
}

/** A key that was pasted before RMS had shown it is marked once a list was read that does. */
export async function markFound(): Promise<void> {
  const carried = await carry.list();
  for (const info of foundUnmarked(carried, await readLedger(), jstDateOf(now())))
    await markKey(info, (await carry.open(info.id, 'retest')).licenseKey);
}

/** Writes into the history what was done with a key. */
export const noteKey = (kind: HistoryKind, info: CarriedInfo): Promise<unknown> =>
  change((_ledger, at) => ({
    history: [
      { at, kind, shopId: info.shopId, subjectId: info.licenseId, detail: { last4: info.last4 } },
    ],
  }));

/**
 * Carried keys die when the screen is locked, and when RMS shows its login page. The vault locks with the
 * screen, and when nobody has been at the computer for a while.
 */
export function watchForTheEnd(): void {
  browser.idle.setDetectionInterval(IDLE_SECONDS);
  browser.idle.onStateChanged.addListener((state) => {
    if (state === 'active') return;
    void safe.lock().then(() => tellPages());
    if (state === 'locked') void dropAll('screenLocked');
  });
  watchTabs();
}

export async function dropAll(
  reason: 'screenLocked' | 'loggedOut' | 'deviceRevoked',
): Promise<void> {
  await carry.dropAll(reason);
  // The vault is the person's own, but who was shown the door is to give the passphrase again.
  if (reason === 'deviceRevoked') await safe.lock();
  tellPages();
  await watchTabsIfNeeded();
}

// This event wakes the worker at every page of every site, so it is listened to only while a key is carried.
// At a start we listen first and ask then: the event that woke us is not to be missed.
function watchTabs(): void {
  const { onUpdated } = browser.tabs;
  if (!onUpdated.hasListener(onTabUpdated)) onUpdated.addListener(onTabUpdated);
}

/** Call after the set of carried keys may have changed. */
export async function watchTabsIfNeeded(): Promise<void> {
  if ((await carry.list()).length > 0) watchTabs();
  else browser.tabs.onUpdated.removeListener(onTabUpdated);
}

function onTabUpdated(_tabId: number, { url }: { url?: string }): void {
  if (url && isLogin(url)) void dropAll('loggedOut');
}

/** rms.md §3. The address is visible to us there only: other tabs' are not ours to see. */
const isLogin = (url: string): boolean =>
  URL.canParse(url) && new URL(url).hostname === 'glogin.rms.rakuten.co.jp';
