import { fromBase64, toBase64 } from './base64.ts';

/** AES-256-GCM ciphertext, useless without its key. */
export interface Sealed {
  /** 96 random bits, base64. */
  iv: string;
  /** Ciphertext with its tag, base64. */
  data: string;
}

const ALGORITHM = 'AES-GCM';

/** A fresh 256-bit key that cannot be exported. */
export const newKey = (crypto: Crypto): Promise<CryptoKey> =>
  crypto.subtle.generateKey({ name: ALGORITHM, length: 256 }, false, ['encrypt', 'decrypt']);

/** 32 bytes as a key that cannot be exported again. */
export const keyFrom = (crypto: Crypto, bytes: Uint8Array<ArrayBuffer>): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', bytes, ALGORITHM, false, ['encrypt', 'decrypt']);

// What a ciphertext is for is authenticated with it: moved to another place, it does not open.
const parameters = (iv: Uint8Array<ArrayBuffer>, place: string): AesGcmParams => ({
  name: ALGORITHM,
  iv,
  additionalData: new TextEncoder().encode(place),
});

/** Seals a text for one place, e.g. `kagiban-carry:<id>`. */
export async function seal(
  crypto: Crypto,
  key: CryptoKey,
  place: string,
  text: string,
): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const bytes = new TextEncoder().encode(text);
  const data = await crypto.subtle.encrypt(parameters(iv, place), key, bytes);
  return { iv: toBase64(iv), data: toBase64(new Uint8Array(data)) };
}

/** Rejects with the browser's error where key, place or ciphertext do not belong together. */
export async function unseal(
  crypto: Crypto,
  key: CryptoKey,
  place: string,
  sealed: Sealed,
): Promise<string> {
  const iv = fromBase64(sealed.iv);
  const text = await crypto.subtle.decrypt(parameters(iv, place), key, fromBase64(sealed.data));
  return new TextDecoder().decode(text);
}
