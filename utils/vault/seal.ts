/** What lies in the session area: AES-GCM ciphertext, useless without its key in the KeyStore. */
export interface Sealed {
  /** 96 random bits, base64. */
  iv: string;
  /** Ciphertext with its tag, base64. */
  data: string;
}

const toBase64 = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
const fromBase64 = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text), (char) => char.charCodeAt(0));

/** The carry's id is authenticated: a ciphertext moved under another id does not open. */
const boundTo = (id: string): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(`kagiban-carry:${id}`);

/** A fresh 256-bit key that cannot be exported; each seals one text once. */
export const newKey = (crypto: Crypto): Promise<CryptoKey> =>
  crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);

export async function seal(
  crypto: Crypto,
  key: CryptoKey,
  id: string,
  text: string,
): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const data = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: boundTo(id) },
    key,
    new TextEncoder().encode(text),
  );
  return { iv: toBase64(iv), data: toBase64(new Uint8Array(data)) };
}

/** Rejects with the browser's OperationError where key, id or ciphertext do not belong together. */
export async function unseal(
  crypto: Crypto,
  key: CryptoKey,
  id: string,
  sealed: Sealed,
): Promise<string> {
  const text = await crypto.subtle.decrypt(
    { name: 'AES-GCM', iv: fromBase64(sealed.iv), additionalData: boundTo(id) },
    key,
    fromBase64(sealed.data),
  );
  return new TextDecoder().decode(text);
}
