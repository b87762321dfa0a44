/** Text as it is compared: one width, one case, no white space. */
export const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{Cf}]/gu, '');

/** What may stand beside a label's own words without changing what it means. */
const NEUTRAL =
  /^(?:必須|任意|楽天市場|楽天|rakuten|rms|web|api|の|用|欄|を|入力|してください|新しい|現在の|[()[\]【】「」『』<>:*※?・、。./_-])*$/;

/**
 * Does a label say this, in one of its wordings and nothing else of meaning?
 * 「旧ライセンスキー」 or 「Yahoo!ライセンスキー」 is not 「ライセンスキー」.
 */
export function saysOnly(label: string, wordings: readonly string[]): boolean {
  const text = fold(label);
  const rest = longestFirst(wordings).reduce((left, word) => left.replaceAll(word, ''), text);
  return rest !== text && NEUTRAL.test(rest);
}

const longestFirst = (wordings: readonly string[]): string[] =>
  wordings.map(fold).sort((a, b) => b.length - a.length);

/** Text made ready to be asked what it mentions. */
export interface Mentioning {
  folded: string;
  spaced: string;
}

export const mentioning = (text: string): Mentioning => ({
  folded: fold(text),
  spaced: text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/g, ' '),
});

const LATIN = /[\p{Script=Latin}\d]/u;

/** Does a text mention a word? A Latin one as a whole word: `ARGO` is not in 「cargo」. Spaces don't count. */
export function mentions({ folded, spaced }: Mentioning, word: string): boolean {
  const wanted = fold(word);
  if (wanted === '' || !folded.includes(wanted)) return false;
  const letters = [...wanted];
  const spelt = letters.map((letter) => letter.replace(/[$()*+.?[\\\]^{|}/]/, '\\$&')).join(' ?');
  const before = LATIN.test(letters[0] ?? '') ? `(?<!${LATIN.source})` : '';
  const after = LATIN.test(letters.at(-1) ?? '') ? `(?!${LATIN.source})` : '';
  return new RegExp(before + spelt + after, 'u').test(spaced);
}

/** Does an attribute (`license_key`, `rms[licenseKey]`) name this? */
export const namesIt = (attribute: string, wordings: readonly string[]): boolean => {
  const bare = (text: string): string => fold(text).replace(/[^\p{L}\p{N}]/gu, '');
  const text = bare(attribute);
  return text !== '' && wordings.some((word) => bare(word) === text);
};
