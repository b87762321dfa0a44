import browser from 'webextension-polyfill';
import { openStore, type LedgerStore } from '../../utils/ledger/store.ts';
import type { Instant } from '../../utils/model/time.ts';
import { toolSession } from '../../utils/tools/session.ts';
import { createCarry } from '../../utils/vault/carry.ts';
import { IDLE_LIFE, SHARED_LIFE } from '../../utils/vault/carry-time.ts';
import { openDeviceVault, type DeviceVault } from '../../utils/vault/device.ts';
import { openKeyStore, VAULT_KEY_DATABASE } from '../../utils/vault/key-store.browser.ts';
import { openRecordStore, seenStore } from '../../utils/vault/safe/record-store.browser.ts';
import { createSafe } from '../../utils/vault/safe/safe.ts';
import { sessionArea } from '../../utils/vault/session.browser.ts';
import { isSharedPc } from './settings.ts';

export const now = (): Instant => Date.now();
export const newId = (): string => crypto.randomUUID();

/** Opened once in a worker's life; a failed opening is tried again at the next use. */
function once<T>(open: () => Promise<T>): () => Promise<T> {
  let opening: Promise<T> | null = null;
  return () => {
    opening ??= open().catch((error: unknown) => {
      opening = null;
      throw error;
    });
    return opening;
  };
}

export const ledgerStore: () => Promise<LedgerStore> = once(() => openStore());
export const deviceVault: () => Promise<DeviceVault> = once(openDeviceVault);
const idleLife = async (): Promise<number> => ((await isSharedPc()) ? SHARED_LIFE : IDLE_LIFE);
export const carry = createCarry({
  session: sessionArea,
  keys: openKeyStore(),
  now,
  newId,
  idleLife,
});
export const safe = createSafe({
  records: openRecordStore(),
  seen: seenStore,
  session: sessionArea,
  keys: openKeyStore(VAULT_KEY_DATABASE),
  now,
  newId,
});
export const tools = toolSession(sessionArea, now);

/** Opens RMS's key list in a new tab: only ever called on a person's click. */
export const openAppList = (): Promise<unknown> =>
  browser.tabs.create({ url: 'https://ichiba-bs.rms.rakuten.co.jp/apisson/' });
