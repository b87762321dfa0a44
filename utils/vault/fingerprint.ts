import { openDB } from 'idb';
import type { Fingerprint } from '../model/fingerprint.ts';
import { reveal, type Secret } from '../model/secret.ts';
import { toBase64 } from './base64.ts';

const DATABASE = 'kagiban-fingerprints';
const STORE = 'keys';
const HMAC = { name: 'HMAC', hash: 'SHA-256' };

interface HmacKey {
  id: string;
  key: CryptoKey;
}

/** Makes fingerprints of keys that a person carried, under this browser's own HMAC key. */
export async function fingerprintOf(secret: Secret): Promise<Fingerprint> {
  const { id, key } = await hmacKey();
  const bytes = new TextEncoder().encode(reveal(secret));
  const mac = await crypto.subtle.sign('HMAC', key, bytes);
  return { hmacKeyId: id, mac: toBase64(new Uint8Array(mac)) };
}

/** Made at the first use; not even this extension can read its bytes. */
async function hmacKey(): Promise<HmacKey> {
  const db = await openDB(DATABASE, 1, {
    upgrade: (fresh) => {
      fresh.createObjectStore(STORE);
    },
  });
  try {
    const known = (await db.get(STORE, 'own')) as HmacKey | undefined;
    if (known) return known;
    const key = await crypto.subtle.generateKey(HMAC, false, ['sign']);
    const made = { id: crypto.randomUUID(), key };
    await db.add(STORE, made, 'own').catch(() => undefined);
    // Two callers may have made one at the same moment: the stored one counts.
    return (await db.get(STORE, 'own')) as HmacKey;
  } finally {
    db.close();
  }
}
