import { clean } from '../text.ts';
import { KNOWN } from './words.ts';

const escaped = KNOWN.map((word) => word.replace(/[()]/g, String.raw`\$&`));
/** RMS's words where they stand alone or between signs; letters and digits in runs of one kind each. */
const PIECE = new RegExp(
  `(${escaped.join('|')})|([A-Za-z0-9]+)|([\\u4e00-\\u9fff々〆]+)|([\\u3041-\\u3096ー]+)|([\\u30a1-\\u30fc]+)|( +)|([^A-Za-z0-9\\u4e00-\\u9fff\\u3041-\\u3096\\u30a1-\\u30fc ]+)`,
  'g',
);

const MOST_CHARS = 400;
const MOST_PIECES = 24;

/**
 * What a text is made of: RMS's own words as they stand, all else by kind and length. `末尾4桁: A9FR` →
 * `{末尾4桁}記1空1英数4`. No character of anything else remains.
 */
export function kindsOf(text: string): string {
  const pieces = [...clean(text.slice(0, MOST_CHARS)).matchAll(PIECE)].map(pieceOf);
  const more = pieces.length > MOST_PIECES || text.length > MOST_CHARS ? '…' : '';
  return pieces.slice(0, MOST_PIECES).join('') + more;
}

function pieceOf([
  ,
  known,
  latin,
  kanji,
  hiragana,
  katakana,
  space,
  sign,
]: RegExpMatchArray): string {
  if (known) return `{${known}}`;
  if (latin) return `${latinKind(latin)}${latin.length}`;
  if (kanji) return `漢字${kanji.length}`;
  if (hiragana) return `かな${hiragana.length}`;
  if (katakana) return `カナ${katakana.length}`;
  return space ? `空${space.length}` : `記${sign?.length ?? 0}`;
}

// Mixed runs are told as one: where a key has its digits is nobody's business.
function latinKind(text: string): string {
  if (/^\d+$/.test(text)) return '数';
  return /^[A-Za-z]+$/.test(text) ? '英' : '英数';
}
