import type { CarryWarning } from '../model/carry.ts';

/** Removed without a word: what copying from a page leaves at both ends (seed: 「不要な半角スペース」). */
const EDGES = /^[\t\n\r ]+|[\t\n\r ]+$/g;
/**
 * What no eye sees and no key contains: white space inside, control and format characters (zero width,
 * direction marks, byte order mark, soft hyphen), variation selectors, blank letters (Hangul filler,
 * braille blank).
 */
const INVISIBLE = /[\s\p{Cc}\p{Cf}\p{Zs}\p{Variation_Selector}\u115F\u1160\u2800\u3164\uFFA0]/gu;

export interface Cleaned {
  text: string;
  warnings: CarryWarning[];
}

/** The text as a key can be, and what had to be taken out of it. */
export function cleanKey(raw: string): Cleaned {
  const trimmed = raw.replace(EDGES, '');
  const seen = trimmed.replace(INVISIBLE, '');
  const text = seen.normalize('NFKC').replace(INVISIBLE, '');
  return {
    text,
    warnings: [
      ...(seen === trimmed ? [] : ['invisibleRemoved' as const]),
      ...(text === seen ? [] : ['fullWidthRemoved' as const]),
    ],
  };
}
