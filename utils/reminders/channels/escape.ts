/**
 * What a chat, a ticket or a mail program would make something of, wherever it stands: names in a message came
 * from pages, and a page must not be able to speak through us. Each channel adds what is special to it, in its
 * own file and in one function. Nothing is escaped by a backslash or an entity where a full-width sign will do:
 * it reads the same in Japanese and means nothing to any program.
 */

// Control and format characters: line ends, direction marks and overrides, zero width, tags, soft hyphens.
const INVISIBLE =
  /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Variation_Selector}\u115F\u1160\u2800\u3164\uFFA0]+/gu;
const SPACES = /\s+/gu;
// `https:`, `mailto:`, `:smile:`, `:)`; left alone: `Shop: name` and 23:59.
const COLON = /(?<!\d):(?=\S)|:(?=[^\s\d])/gu;
// example.com, Node.js, 192.168.1.1; left alone: 2.0 and a full stop.
const DOT = /(?<=\S)\.(?=\p{L})|(?<=\p{L})\.(?=\p{N})/gu;
const ADDRESS = /\d{1,3}(?:\.\d{1,3}){3}/gu;
// A spreadsheet takes the first for a formula; a chat takes the last for a list.
const LEADING = /^[=+\-@|*#>]/u;

/** Longer than anything that is meant to be read in one line: a page must not be able to keep us busy. */
const LONGEST = 4_000;

const FULL_WIDTH = 0xfee0;
const wide = (sign: string): string => String.fromCharCode(sign.charCodeAt(0) + FULL_WIDTH);

/** The text with each of those ASCII signs in its full-width form. */
export function widen(text: string, signs: string): string {
  return Array.from(text, (sign) => (signs.includes(sign) ? wide(sign) : sign)).join('');
}

/** One line that no program makes a link, mention, emoji, list or formula of. Idempotent. */
export function inert(text: string): string {
  return cut(text, LONGEST)
    .replace(INVISIBLE, ' ')
    .replace(SPACES, ' ')
    .trim()
    .replaceAll('@', '＠')
    .replace(COLON, '：')
    .replace(ADDRESS, (address) => address.replaceAll('.', '．'))
    .replace(DOT, '．')
    .replace(LEADING, wide);
}

/** At most so many characters as JavaScript counts them, cut between letters, with … at the end. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  let kept = '';
  for (const letter of text) {
    if (kept.length + letter.length > most - 1) break;
    kept += letter;
  }
  return `${kept}…`;
}

/** Our reference as it is made; anything else is left out, so that it can carry nothing. */
export const safeRef = (ref: string): string => (/^[A-Za-z0-9-]{1,64}$/.test(ref) ? ref : '');
