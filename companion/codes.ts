import { createHash, randomBytes, randomInt } from 'node:crypto';
import { MINUTE, type Instant } from '../utils/model/time.ts';
import type { Store } from './store/types.ts';

// Crockford's: no I, L, O, U. 32 letters ^ 8 = 40 bits.
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 8;
const LIFE_MS = 10 * MINUTE;
const TRIES = 5;

/**
 * Makes a pairing code and opens it: ten minutes, five tries, one use. Its token reaches the shops of
 * these digits, or (null) every shop. Gives it as printed, `XXXX-XXXX`.
 */
export async function offerPairingCode(
  store: Pick<Store, 'offerCode'>,
  now: Instant,
  shops: string[] | null = null,
): Promise<string> {
  const code = Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  await store.offerCode({ codeHash: hashOf(code), expiresAt: now + LIFE_MS, tries: TRIES, shops });
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

/** A code as somebody typed it: width, case, spaces, hyphens and look-alikes don't matter. */
export const normaliseCode = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-‐-―−ー－]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');

/** 256 random bits: the token of one device. */
export const makeToken = (): string => randomBytes(32).toString('base64url');

/** What is kept of a code or a token. Both are random, so a plain hash is enough. */
export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');
