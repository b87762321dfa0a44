import type { Pick } from './pick.ts';

const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** A whole key of nobody's, in the shape that is known: prefix, shop id, `_`, 16 signs that end in `last4`. */
export function fullKey(
  pick: Pick,
  prefix: 'SP' | 'SL' | '',
  digits: string | null,
  last4: string,
): string {
  const body = Array.from({ length: 12 }, () => SIGNS[pick.int(0, SIGNS.length - 1)]).join('');
  return `${prefix}${digits ?? '000000'}_${body}${last4}`;
}
