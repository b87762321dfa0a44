import { randomInt } from 'node:crypto';

const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** `length` signs of `[A-Za-z0-9]`, ending in `last4` where given. */
export function randomSigns(length: number, last4 = ''): string {
  const free = length - last4.length;
  return Array.from({ length: free }, () => SIGNS[randomInt(SIGNS.length)]).join('') + last4;
}

/** A shop app's licence key (rms.md §2). */
export const shopKey = (digits: string, last4?: string): string =>
  `SL${digits}_${randomSigns(16, last4)}`;

/** A shop app's service secret (rms.md §2). */
export const shopSecret = (digits: string): string => `SP${digits}_${randomSigns(16)}`;

/** A vendor app's licence key: begins with the shop's digits, without SL (rms.md §2). */
export const vendorKey = (digits: string, last4?: string): string =>
  `${digits}${randomSigns(20, last4)}`;

/** A vendor's own service secret, which no shop ever sees. */
export const vendorSecret = (): string => `SP000000_${randomSigns(16)}`;
