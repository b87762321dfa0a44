export const LEAST_LENGTH = 12;
/** Fewer different characters are a pattern: 「aaaaaaaaaaaa」. */
const LEAST_DIFFERENT = 5;

/**
 * One passphrase, however it was typed: a Japanese keyboard writes the same letters full-width too, and one
 * sign in two ways.
 */
export const normalised = (passphrase: string): string => passphrase.normalize('NFKC');

/** Is it too short, or too much of one sign, to protect anything? */
export function isWeak(passphrase: string): boolean {
  const signs = [...normalised(passphrase)];
  return signs.length < LEAST_LENGTH || new Set(signs).size < LEAST_DIFFERENT;
}
