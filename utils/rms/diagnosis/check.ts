import { CLASS_TOKENS, KNOWN, ROLES, TAGS, TYPES } from './words.ts';

const LATIN = new Set([
  ...[...TAGS, ...ROLES, ...TYPES, ...CLASS_TOKENS].flatMap((word) => word.split(/[^a-z]+/)),
  ...'role type colspan rowspan label hidden'.split(' '),
]);
const KNOWN_WORDS = new Set(KNOWN);
const KINDS = /漢字|かな|カナ|英数|英|数|空|記/g;
/** Counts have at most so many digits; a shop's number has six. */
const MOST_DIGITS = 5;
const SIGNS = /^[\s"{}()[\]=×…*.-]*$/;

/**
 * Is that a text as `structureOf` makes it, and nothing else? It comes from a page's process, which is taken
 * to be hostile: whatever could be a name, a number or a key makes the whole of it refused.
 */
export function isStructure(text: string): boolean {
  let allKnown = true;
  const rest = text
    .replace(/\{([^{}]*)\}/g, (_, word: string) => {
      allKnown &&= KNOWN_WORDS.has(word);
      return ' ';
    })
    .replace(KINDS, ' ')
    .replace(/\d+/g, (digits) => {
      allKnown &&= digits.length <= MOST_DIGITS;
      return ' ';
    })
    .replace(/[A-Za-z]+/g, (word) => {
      allKnown &&= LATIN.has(word);
      return ' ';
    });
  return allKnown && SIGNS.test(rest);
}
