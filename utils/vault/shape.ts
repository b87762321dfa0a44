/**
 * The shape of keys as far as it is known (rms.md §2): one public sample and two help pages, so it
 * serves warnings only. Shop app: `SP` or `SL` + 6 digits + `_` + 16 characters; vendor app: starts
 * with the 6 digits.
 */
const SHOP_APP = /^S([PL])(\d{6})_[A-Za-z0-9]{16}$/;
const ANY_PREFIX = /^(?:S([PL]))?(\d{6})(?!\d)/;
const VENDOR_APP = /^\d{6}[A-Za-z0-9_-]{8,}$/;

export type KeyHalf = 'secret' | 'license';

export const isUsualShape = (text: string): boolean => SHOP_APP.test(text) || VENDOR_APP.test(text);

/** The shop's digits that a key shows; null where it shows none. */
export const digitsIn = (text: string): string | null => ANY_PREFIX.exec(text)?.[2] ?? null;

/** Which half of a credential the text says it is; null where it does not say. */
export function halfOf(text: string): KeyHalf | null {
  const letter = ANY_PREFIX.exec(text)?.[1];
  return letter === 'P' ? 'secret' : letter === 'L' ? 'license' : null;
}

/**
 * Has the text lost its first character (the commonest fault of a paste, with the last)? It then begins
 * like the rest of `SL123456_…`, or with five of the shop's six digits.
 */
export function lacksFirst(text: string, shopDigits: string | null): boolean {
  if (/^[PL]\d{6}_[A-Za-z0-9]{16}$/.test(text)) return true;
  const rest = shopDigits?.slice(1);
  return rest !== undefined && text.startsWith(rest) && !text.startsWith(shopDigits ?? rest);
}

/** Has it lost its last? RMS's last four then stand one place too far to the right, or it is one short. */
export const lacksLast = (text: string, last4: string | null): boolean =>
  last4 === null ? isOneShort(text) : !text.endsWith(last4) && text.endsWith(last4.slice(0, 3));

/** A shop app's half with 15 of its 16 characters: the last, as far as one can tell. */
export const isOneShort = (text: string): boolean => /^S[PL]\d{6}_[A-Za-z0-9]{15}$/.test(text);

/** RMS sends keys in an HTTP header and shows Latin letters only: anything else is certainly no key. */
export const couldBeKey = (text: string): boolean => /^[\x21-\x7e]{8,256}$/.test(text);
