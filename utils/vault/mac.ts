import { fromBase64, toBase64 } from './base64.ts';

/** 32 random bytes, base64. */
export const newSalt = (crypto: Crypto): string =>
  toBase64(crypto.getRandomValues(new Uint8Array(32)));

/** HMAC-SHA-256 of a text under a salt, base64: says whether two texts are the same, and not what they are. */
export async function macOf(crypto: Crypto, salt: string, text: string): Promise<string> {
  const how = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', fromBase64(salt), how, false, ['sign']);
  const bytes = new TextEncoder().encode(text);
  return toBase64(new Uint8Array(await crypto.subtle.sign('HMAC', key, bytes)));
}
