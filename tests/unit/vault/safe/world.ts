import { makeSecret } from '../../../../utils/model/secret.ts';
import type { KeyStore, SessionArea } from '../../../../utils/vault/ports.ts';
import type { KeyText } from '../../../../utils/vault/safe/crypt.ts';
import type { HeldKey } from '../../../../utils/vault/safe/items.ts';
import { freshKdf } from '../../../../utils/vault/safe/kdf.ts';
import type { Seen } from '../../../../utils/vault/safe/ports.ts';
import { createSafe, type Derived, type Safe } from '../../../../utils/vault/safe/safe.ts';
import { memorySession } from '../memory.ts';

/** What lies where, beyond the life of a worker. */
export interface Computer {
  /** The vault's record, as JSON. */
  disk: string | undefined;
  /** It takes nothing more. */
  diskIsFull: boolean;
  seen: Seen | null;
  session: SessionArea & { dump(): string };
  keys: Map<string, CryptoKey>;
  now: number;
  ids: number;
}

export const newComputer = (): Computer => ({
  disk: undefined,
  diskIsFull: false,
  seen: null,
  session: memorySession(),
  keys: new Map(),
  now: Date.UTC(2026, 10, 26),
  ids: 0,
});

const keyStoreOf = ({ keys }: Computer): KeyStore => ({
  get: async (id) => keys.get(id),
  ids: async () => [...keys.keys()],
  put: async (id, key) => void keys.set(id, key),
  remove: async (ids) => ids.forEach((id) => keys.delete(id)),
});

/** A worker's life: nothing of the one before is in memory. */
export const wake = (computer: Computer): Safe =>
  createSafe({
    records: {
      get: async () => (computer.disk === undefined ? undefined : JSON.parse(computer.disk)),
      put: async (record) => {
        if (computer.diskIsFull) throw new DOMException('', 'QuotaExceededError');
        computer.disk = JSON.stringify(record);
      },
      remove: async () => void (computer.disk = undefined),
    },
    seen: {
      get: async () => computer.seen,
      put: async (seen) => void (computer.seen = seen),
      remove: async () => void (computer.seen = null),
    },
    session: computer.session,
    keys: keyStoreOf(computer),
    now: () => computer.now,
    newId: () => `id-${(computer.ids += 1)}`,
  });

/** The browser is closed: what lay in memory is gone. */
export const closeBrowser = (computer: Computer): void => {
  computer.session = memorySession();
};

/** A stand-in for a KDF, as the state logic cares for none: 32 bytes that only this word gives. */
export const keyOf = (word: string): KeyText =>
  makeSecret(Buffer.alloc(32, `${word}·`).toString('base64'));

export const derived = (word: string): Derived => ({
  kdf: freshKdf(crypto, true),
  key: keyOf(word),
});

export const LICENSE_KEY = 'SL123456_abcdEFGH0123A9FR';
export const SERVICE_SECRET = 'SP123456_zyxwVUTS98765432';

export const heldKey = (licenseKey = LICENSE_KEY): Omit<HeldKey, 'id' | 'heldAt'> => ({
  kind: 'key',
  shopId: 'shop-1',
  appId: 'app-1',
  licenseId: 'license-1',
  developer: '店舗様',
  app: '自店舗利用',
  last4: licenseKey.slice(-4),
  licenseKey: makeSecret(licenseKey),
  serviceSecret: makeSecret(SERVICE_SECRET),
});

export const passkey = {
  credentialId: Buffer.alloc(16, 7).toString('base64'),
  salt: Buffer.alloc(32, 9).toString('base64'),
};
