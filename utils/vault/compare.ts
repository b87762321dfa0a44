import { reveal } from '../model/secret.ts';
import type { Credentials } from './carry.ts';
import { cleanKey } from './clean.ts';
import { couldBeKey } from './shape.ts';

/**
 * 照合: is the text that a person copied out of a tool's field the key? `otherHalf` = it is the other half
 * of the same credential; `cut` = the key without some of its characters; `spaced` = the key with spaces or
 * invisible characters that the tool would take as part of it.
 */
export const COMPARISONS = ['same', 'other', 'otherHalf', 'cut', 'spaced', 'notKey'] as const;
export type Comparison = (typeof COMPARISONS)[number];

/** The shortest piece of a key that is a cut key and not chance. */
const LEAST_CUT = 6;

/** Compares; keeps nothing. */
export function compareKey(
  raw: string,
  credentials: Credentials,
  part: keyof Credentials,
): Comparison {
  const wanted = textOf(credentials, part);
  // A line of text holds no line break: one at the end came with the copying. A space did not.
  if (raw.replace(/[\r\n]+$/, '') === wanted) return 'same';
  const { text } = cleanKey(raw);
  if (text === wanted) return 'spaced';
  const other = part === 'licenseKey' ? 'serviceSecret' : 'licenseKey';
  if (text !== '' && text === textOf(credentials, other)) return 'otherHalf';
  if (text.length >= LEAST_CUT && wanted?.includes(text)) return 'cut';
  return couldBeKey(text) ? 'other' : 'notKey';
}

const textOf = (credentials: Credentials, part: keyof Credentials): string | null => {
  const secret = credentials[part];
  return secret === null ? null : reveal(secret);
};
