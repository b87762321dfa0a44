import { openDB } from 'idb';
import type { Fingerprint, FingerprintKey } from '../model/fingerprint.ts';
import { reveal, type Secret } from '../model/secret.ts';
import { fromBase64, toBase64 } from './base64.ts';

const DATABASE = 'kagiban-fingerprints';
const STORE = 'keys';
const HMAC = { name: 'HMAC', hash: 'SHA-256' };
const OWN = 'own';
const SHOP = 'shop:';

/** Not even this extension can read the bytes of `key`. */
interface HmacKey {
  id: string;
  key: CryptoKey;
}

/**
 * Makes the fingerprint of a key that a person carried: under the HMAC key of its shop, which a companion
 * gives to all its browsers, else under this browser's own.
 */
export const fingerprintOf = async (
  secret: Secret,
  shopId: string | null,
): Promise<Fingerprint> => {
  const own = (await shopKey(shopId)) ?? (await ownKey());
  return marked(secret, own);
};

/** All by which a key of that shop may be known here: what was carried before a companion was paired has the browser's own. */
export async function fingerprintsOf(
  secret: Secret,
  shopId: string | null,
): Promise<Fingerprint[]> {
  const keys = [await ownKey(), await shopKey(shopId)].filter((key) => key !== undefined);
  return Promise.all(keys.map((key) => marked(secret, key)));
}

/** The id of the HMAC key that the companion gave for a shop; null = none. */
export const shopKeyId = async (shopId: string): Promise<string | null> =>
  (await shopKey(shopId))?.id ?? null;

/** From now on, fingerprints of that shop's keys are made with it. */
export async function keepShopKey(shopId: string, { id, key }: FingerprintKey): Promise<void> {
  const made = await crypto.subtle.importKey('raw', fromBase64(key), HMAC, false, ['sign']);
  await inStore((db) => db.put(STORE, { id, key: made } satisfies HmacKey, SHOP + shopId));
}

/** Somebody has ended the pairing that they came from. */
export const forgetShopKeys = (): Promise<void> =>
  inStore((db) => db.delete(STORE, IDBKeyRange.bound(SHOP, `${SHOP}\uffff`)));

async function marked(secret: Secret, { id, key }: HmacKey): Promise<Fingerprint> {
  const bytes = new TextEncoder().encode(reveal(secret));
  const mac = await crypto.subtle.sign('HMAC', key, bytes);
  return { hmacKeyId: id, mac: toBase64(new Uint8Array(mac)) };
}

const shopKey = async (shopId: string | null): Promise<HmacKey | undefined> =>
  shopId === null ? undefined : inStore((db) => db.get(STORE, SHOP + shopId));

/** Made at the first use. */
const ownKey = (): Promise<HmacKey> =>
  inStore(async (db) => {
    const known = (await db.get(STORE, OWN)) as HmacKey | undefined;
    if (known) return known;
    const key = await crypto.subtle.generateKey(HMAC, false, ['sign']);
    await db.add(STORE, { id: crypto.randomUUID(), key }, OWN).catch(() => undefined);
    // Two callers may have made one at the same moment: the stored one counts.
    return (await db.get(STORE, OWN)) as HmacKey;
  });

type Db = Awaited<ReturnType<typeof openDB>>;

async function inStore<T>(use: (db: Db) => Promise<T>): Promise<T> {
  const db = await openDB(DATABASE, 1, {
    upgrade: (fresh) => {
      fresh.createObjectStore(STORE);
    },
  });
  try {
    return await use(db);
  } finally {
    db.close();
  }
}
