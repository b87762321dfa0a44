import { type DBSchema, openDB } from 'idb';
import type { KeyStore } from './ports.ts';

interface SessionKeys extends DBSchema {
  keys: { key: string; value: CryptoKey };
}

export const KEY_DATABASE = 'kagiban-session-keys';
/** Of the unlocked vault: apart, since each sweeps away what it does not know. */
export const VAULT_KEY_DATABASE = 'kagiban-vault-session-keys';

/**
 * The AES keys of carried keys, and of the vault while it is unlocked. Non-extractable, so not even this extension can read their bytes, and
 * useless without the ciphertext, which lives in memory only.
 */
export function openKeyStore(database = KEY_DATABASE): KeyStore {
  const opened = openDB<SessionKeys>(database, 1, {
    upgrade: (db) => {
      db.createObjectStore('keys');
    },
  });
  return {
    get: async (id) => (await opened).get('keys', id),
    ids: async () => (await opened).getAllKeys('keys'),
    put: async (id, key) => {
      await (await opened).put('keys', key, id);
    },
    remove: async (ids) => {
      const tx = (await opened).transaction('keys', 'readwrite');
      await Promise.all([...ids.map((id) => tx.store.delete(id)), tx.done]);
    },
  };
}
