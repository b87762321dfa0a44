import { openDB } from 'idb';
import browser from 'webextension-polyfill';
import * as z from 'zod/mini';
import type { RecordStore, SeenStore } from './ports.ts';

export const VAULT_DATABASE = 'kagiban-vault';
const STORE = 'vault';

/** The vault's record in IndexedDB: ciphertext only. */
export function openRecordStore(): RecordStore {
  const opened = openDB(VAULT_DATABASE, 1, {
    upgrade: (db) => {
      db.createObjectStore(STORE);
    },
  });
  return {
    get: async () => (await opened).get(STORE, 'vault'),
    // A vault that was said to be written is on the disk, not only on its way there.
    put: async (record) => {
      const tx = (await opened).transaction(STORE, 'readwrite', { durability: 'strict' });
      await Promise.all([tx.store.put(record, 'vault'), tx.done]);
    },
    remove: async () => (await opened).delete(STORE, 'vault'),
  };
}

const SEEN = 'vaultSeen';
const seenSchema = z.object({ id: z.string(), rev: z.number(), rolledBack: z.boolean() });

/** In `storage.local`, apart from the vault: a number, nothing of what is in it. */
export const seenStore: SeenStore = {
  get: async () => {
    const parsed = seenSchema.safeParse((await browser.storage.local.get(SEEN))[SEEN]);
    return parsed.success ? parsed.data : null;
  },
  put: (seen) => browser.storage.local.set({ [SEEN]: seen }),
  remove: () => browser.storage.local.remove(SEEN),
};
