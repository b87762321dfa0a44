import { reveal, type Secret } from '../model/secret.ts';
import { probeOf, SHOP_FUNCTION } from './probes.ts';
import type { KeyTestRequest, Probed } from './types.ts';

/**
 * Digits of the shop that the key's own shape tells (rms.md §2): `SL123456_…` of a shop's own app,
 * `123456…` of a vendor's; null where the shape tells nothing.
 */
export function digitsInKey(key: Secret, owner: KeyTestRequest['owner']): string | null {
  const shape = owner === 'shop' ? /^SL(\d{6})_/ : /^(\d{6})/;
  return shape.exec(reveal(key))?.[1] ?? null;
}

/** Must RMS be asked first whose key it is? Not where nobody says whose it should be, or the key says the same. */
export const asksWhose = ({ shopDigits, owner, credentials }: KeyTestRequest): boolean =>
  shopDigits !== null &&
  probeOf(SHOP_FUNCTION) !== null &&
  digitsInKey(credentials.licenseKey, owner) !== shopDigits;

/**
 * Whose key it is, for the shop that it is tested for. What RMS says counts more than the key's shape,
 * of which one public sample is known.
 */
export function whoseKey(
  { shopDigits, owner, credentials }: KeyTestRequest,
  asked: readonly Probed[],
): 'ours' | 'other' | 'unknown' {
  const told = asked.find((one) => one.shopDigits !== null)?.shopDigits;
  const digits = told ?? digitsInKey(credentials.licenseKey, owner);
  if (shopDigits === null || digits === null) return 'unknown';
  return digits === shopDigits ? 'ours' : 'other';
}
