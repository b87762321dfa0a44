import { HIDDEN, redactKeys } from '../model/secret.ts';
import { LIMITS } from './limits.ts';

// Zero-width, direction, variation and filler characters: nobody sees them, copied text is full of them.
const INVISIBLE =
  /[\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0]|\u034f|[\ufe00-\ufe0f]/g;
// Text that needs nothing done: ASCII, kana and kanji in their usual form, single spaces inside.
const PLAIN =
  /^(?:[\x21-\x7e\u3001\u3002\u3041-\u3096\u30a1-\u30fe\u4e00-\u9fff]+(?: (?=[^ ])|$))*$/;

/** Text as a person reads it: NFKC (full-width digits and slashes folded), nothing invisible, white space folded. */
export function clean(text: string): string {
  if (PLAIN.test(text)) return text;
  return text.normalize('NFKC').replace(INVISIBLE, '').replace(/\s+/g, ' ').trim();
}

/** Without any white space: for comparing words that a page may break anywhere. */
export const squeeze = (text: string): string => clean(text).replaceAll(' ', '');

const DECORATION = /[\u2190-\u21ff\u2500-\u27bf\u2b00-\u2bff※*:?!・|†‡]/g;
const NOTE = /\([^()]*\)$|\[[^[\]]*\]$|【[^【】]*】$/;

/** A heading in the form in which words are compared: no spaces, sort arrows, colons or note marks; lower case. */
export const labelOf = (text: string): string =>
  squeeze(text)
    .toLowerCase()
    // A note behind the word (「ライセンスキー※末尾のみ」) is no part of it.
    .replace(/(?<=.)[([]?※.{0,20}$/, '')
    .replace(DECORATION, '');

/** The label without a trailing note in brackets: 「ライセンスキー(末尾4桁)」 → 「ライセンスキー」. */
export const withoutNote = (label: string): string => label.replace(NOTE, '');

const cut = (text: string, length: number): string =>
  text.length > length ? `${text.slice(0, length - 1)}…` : text;

// The shop app's shape (rms.md §2), also where a page breaks the key with spaces or lines.
const BROKEN_KEY = /S[PL]\d{6}_?[A-Za-z0-9]{6,}/i;

/** A name as a reading may hold it: redacted, at most `LIMITS.name` characters. */
export function nameOf(text: string): string {
  const redacted = redactKeys(text);
  return cut(BROKEN_KEY.test(redacted.replaceAll(' ', '')) ? HIDDEN : redacted, LIMITS.name);
}

/** Free text as a reading may hold it: hidden altogether when it joins into something like a key. */
export function noteOf(text: string, length: number = LIMITS.name): string {
  const redacted = redactKeys(text);
  const joined = redacted.replaceAll(' ', '');
  return redactKeys(joined) === joined ? cut(redacted, length) : HIDDEN;
}

/** Text of a cell that should hold a key: every run longer than a last4 is hidden. */
export const keyNoteOf = (text: string): string =>
  cut(text.replace(/[A-Za-z0-9_-]{5,}/g, HIDDEN), LIMITS.problemText);
