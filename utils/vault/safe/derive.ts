import { fromBase64, toBase64 } from '../base64.ts';
import type { Kdf } from './kdf.ts';
import { normalised } from './passphrase.ts';

/** The smallest WebAssembly module there is. */
const NOTHING = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0);

/** Does this browser run WebAssembly here? Some switch it off for safety. */
export function hasWasm(): boolean {
  try {
    return new WebAssembly.Module(NOTHING) instanceof WebAssembly.Module;
  } catch {
    return false;
  }
}

/**
 * The key that a passphrase makes with these parameters: 32 bytes as base64. Takes a good part of a second
 * by design. Rejects where Argon2id is wanted and the browser runs no WebAssembly.
 */
export async function deriveKey(kdf: Kdf, passphrase: string): Promise<string> {
  const text = normalised(passphrase);
  if (kdf.name === 'pbkdf2-sha256') return pbkdf2(kdf, text);
  const { argon2 } = await import('./argon2.ts');
  return toBase64(await argon2(kdf, text));
}

async function pbkdf2(
  { salt, iterations }: Extract<Kdf, { name: 'pbkdf2-sha256' }>,
  text: string,
): Promise<string> {
  const { subtle } = globalThis.crypto;
  const base = await subtle.importKey('raw', new TextEncoder().encode(text), 'PBKDF2', false, [
    'deriveBits',
  ]);
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt: fromBase64(salt), iterations };
  return toBase64(new Uint8Array(await subtle.deriveBits(how, base, 256)));
}

/** The key that the answer of a fingerprint reader (WebAuthn PRF, 32 bytes) makes. */
export async function keyOfPrf(answer: ArrayBuffer): Promise<string> {
  const { subtle } = globalThis.crypto;
  const base = await subtle.importKey('raw', answer, 'HKDF', false, ['deriveBits']);
  const info = new TextEncoder().encode('kagiban-vault:device');
  const how = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(32), info };
  return toBase64(new Uint8Array(await subtle.deriveBits(how, base, 256)));
}
