import { redactKeys } from '../model/secret.ts';

// Control and format characters (bidi overrides, zero-width): a name from a page must not be able to turn
// or hide the words around it.
const INVISIBLE = /[\p{Cc}\p{Cf}\u2028\u2029]+/gu;

/** Text of a page as it may stand in a notification: one line, at most `max` characters, no key. */
export function plainText(text: string, max: number): string {
  const line = redactKeys(text.replaceAll(INVISIBLE, ' ').replaceAll(/\s+/gu, ' ').trim());
  const letters = [...line];
  return letters.length <= max ? line : `${letters.slice(0, max - 1).join('')}…`;
}
