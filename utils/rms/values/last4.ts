import { clean } from '../text.ts';

export type Last4Value =
  | { kind: 'last4'; last4: string }
  /** The page says that there is no key (yet). `blank` = it names the last four and then shows nothing. */
  | { kind: 'none'; blank?: true }
  /** There is a key, and the page hides all of it. */
  | { kind: 'masked' }
  | { kind: 'several'; last4s: string[] }
  | { kind: 'bad' };

const NONE = /^(?:[-‐-―−ー─]*|なし|無し|未発行|発行前|未承認|承認待ち|発行されていません|申請中)$/;
const ALL_MASKED = /^[*•●·・…xX.＊×■█]{2,}$/;
// 「末尾4桁: A9FR」 (seed 002) and its likely rewordings. The colon may be missing.
const TAIL =
  /(?:末尾|下|最後の) ?(?:[4四] ?(?:桁|文字|ケタ))?[:)\]】\s]*([*•●.…]*[A-Za-z0-9_-]+)?/g;
const TAIL_WORD = /[([【]?(?:末尾|下|最後の) ?(?:[4四] ?(?:桁|文字|ケタ))?[:)\]】\s]*/g;
const MASKED = /^[*•●·・…xX.×■█_-]{2,}\s*([A-Za-z0-9]{4})$/;
const WHOLE = /^[A-Za-z0-9_-]{12,}$/;
// RMS's own form (seed 002), which nearly every cell has.
const USUAL = /^末尾4桁: ?([A-Za-z0-9]{4})$/;
const FOUR = /^(?=.*[A-Za-z0-9])[A-Za-z0-9_-]{4}$/;

/** The last four characters of the key that a cell shows: labelled, masked, bare or of the whole key. */
export function last4Of(text: string): Last4Value {
  const usual = USUAL.exec(text)?.[1];
  if (usual) return { kind: 'last4', last4: usual };
  const shown = clean(text);
  const joined = shown.replaceAll(' ', '');
  if (NONE.test(joined)) return { kind: 'none' };
  if (ALL_MASKED.test(joined)) return { kind: 'masked' };
  if (/末尾|(?:下|最後の)[4四]/.test(joined)) return fromTails(shown);
  const one = tailOf(joined);
  if (one !== null) return { kind: 'last4', last4: one };
  const parts = shown.split(' ').map(tailOf);
  return parts.length > 1 && parts.every((part) => part !== null)
    ? severalOf(parts)
    : { kind: 'bad' };
}

function fromTails(shown: string): Last4Value {
  const found = [...shown.matchAll(TAIL)].map((m) => m[1] ?? '');
  if (found.length === 0) return { kind: 'bad' };
  const rest = shown.replace(TAIL_WORD, '').replaceAll(' ', '');
  if (found.every((text) => !/[A-Za-z0-9]/.test(text))) {
    if (rest === '') return { kind: 'none', blank: true };
    if (NONE.test(rest)) return { kind: 'none' };
    if (ALL_MASKED.test(rest)) return { kind: 'masked' };
  }
  if (ALL_MASKED.test(rest)) return { kind: 'masked' };
  if (found.length === 1) {
    const one = FOUR.test(rest) ? rest : tailOf(found[0] ?? '');
    return one === null ? { kind: 'bad' } : { kind: 'last4', last4: one };
  }
  const tails = found.map(tailOf);
  return tails.every((tail) => tail !== null) ? severalOf(tails) : { kind: 'bad' };
}

const severalOf = (found: string[]): Last4Value => {
  const last4s = [...new Set(found)];
  const [first] = last4s;
  return last4s.length === 1 && first
    ? { kind: 'last4', last4: first }
    : { kind: 'several', last4s };
};

function tailOf(text: string): string | null {
  if (FOUR.test(text)) return text;
  const masked = MASKED.exec(text)?.[1];
  if (masked) return masked;
  return WHOLE.test(text) && /\d/.test(text) ? text.slice(-4) : null;
}
