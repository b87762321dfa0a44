/** What must work with nobody there (the companion's token), sealed under a key that never leaves this browser. */
import { openDB, type IDBPDatabase } from 'idb';
import { makeSecret, reveal, type Secret } from '../model/secret.ts';

const DATABASE = 'kagiban-device';
const ALGORITHM = { name: 'AES-GCM', length: 256 };

interface Sealed {
  id: string;
  iv: Uint8Array<ArrayBuffer>;
  data: ArrayBuffer;
}

export interface DeviceVault {
  seal(name: string, secret: Secret): Promise<void>;
  /** The secret kept under `name`; null if there is none or its key is lost. */
  open(name: string): Promise<Secret | null>;
  forget(name: string): Promise<void>;
}

/**
 * Opens the device vault. RMS keys never go here (promise 2): only tokens that must work with nobody
 * there. A program that runs as the same user in this browser profile can use the key; it cannot read it.
 */
export async function openDeviceVault(): Promise<DeviceVault> {
  const db = await openDB(DATABASE, 1, {
    upgrade(fresh) {
      fresh.createObjectStore('keys');
      fresh.createObjectStore('sealed', { keyPath: 'id' });
    },
  });
  return {
    async seal(name, secret) {
      const iv = crypto.getRandomValues(new Uint8Array(12));
      const text = new TextEncoder().encode(reveal(secret));
      const data = await crypto.subtle.encrypt(bound(iv, name), await deviceKey(db), text);
      await db.put('sealed', { id: name, iv, data } satisfies Sealed);
    },
    async open(name) {
      const sealed = (await db.get('sealed', name)) as Sealed | undefined;
      if (!sealed) return null;
      try {
        const key = await deviceKey(db);
        const text = await crypto.subtle.decrypt(bound(sealed.iv, name), key, sealed.data);
        return makeSecret(new TextDecoder().decode(text));
      } catch {
        return null;
      }
    },
    forget: (name) => db.delete('sealed', name),
  };
}

/** The name is authenticated with the text, so that one sealed token can't stand in for another. */
const bound = (iv: Uint8Array<ArrayBuffer>, name: string): AesGcmParams => ({
  name: ALGORITHM.name,
  iv,
  additionalData: new TextEncoder().encode(name),
});

async function deviceKey(db: IDBPDatabase): Promise<CryptoKey> {
  const known = (await db.get('keys', 'device')) as CryptoKey | undefined;
  if (known) return known;
  const fresh = await crypto.subtle.generateKey(ALGORITHM, false, ['encrypt', 'decrypt']);
  await db.add('keys', fresh, 'device').catch(() => undefined);
  // Two callers may have made one at the same moment: the stored one counts.
  return (await db.get('keys', 'device')) as CryptoKey;
}
