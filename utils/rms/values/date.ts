import { toJstDate } from '../../calendar/jst.ts';
import type { JstDate } from '../../model/time.ts';
import { clean } from '../text.ts';

export type DateValue =
  | { kind: 'date'; on: JstDate }
  /** 「-」, 「―」, nothing, 無期限: the page says that there is no date. */
  | { kind: 'none' }
  /** Something else: an impossible date, several dates, words. */
  | { kind: 'bad' };

const NONE =
  /^(?:[-‐-―−ー─━﹣~〜]*|無期限|期限なし|期限無し|なし|無し|設定なし|未設定|n\/a|none)$/i;
const SEPARATED =
  /(?<![\d./-])(\d{4}) ?([/\-.年]) ?(\d{1,2}) ?(?:\2|月) ?(\d{1,2})(?:(?!\d)|(?=\d\d:\d\d)) ?日?(?![/.-]\d)/g;
const COMPACT = /(?<!\d)(20\d{2})(\d{2})(\d{2})(?!\d)/g;
const REIWA =
  /(?:令和|r) ?(元|\d{1,2}) ?(?:年|[./-]) ?(\d{1,2}) ?(?:月|[./-]) ?(\d{1,2})(?!\d) ?日?/gi;
/** 令和元年 is 2019. */
const REIWA_BASE = 2018;

const USUAL = /^(\d{4})\/(\d{2})\/(\d{2})$/;

const BAD: DateValue = { kind: 'bad' };

/**
 * A date as RMS or a redesign of it may write it: 2025/05/26, 2025-05-26, 2025年5月26日, 令和7年5月26日,
 * full-width, with a time, with words around it. A period (A〜B) gives its end. Never guesses.
 */
export function dateOf(text: string): DateValue {
  // RMS's own form, which nearly every cell has.
  const usual = USUAL.exec(text);
  if (usual) {
    const on = toJstDate(Number(usual[1]), Number(usual[2]), Number(usual[3]));
    return on === null ? BAD : { kind: 'date', on };
  }
  const bare = clean(text)
    .replace(/[⁄∕]/g, '/')
    .replace(/(?<=\d)[‐-―−ー](?=\d)/g, '-');
  if (NONE.test(bare.replaceAll(' ', ''))) return { kind: 'none' };
  const found = datesIn(bare);
  const [first, second] = found;
  if (!first) return BAD;
  if (!second) return found.length === 1 && !leftOver(bare, first) ? valueOf(first) : BAD;
  const isPeriod = found.length === 2 && /[~〜]|から/.test(bare.slice(first.end, second.start));
  if (isPeriod) return valueOf(second);
  return found.every(({ on }) => on !== null && on === first.on) ? valueOf(first) : BAD;
}

interface Found {
  start: number;
  end: number;
  on: JstDate | null;
}

const valueOf = ({ on }: Found): DateValue => (on === null ? BAD : { kind: 'date', on });

function datesIn(text: string): Found[] {
  const found: Found[] = [];
  const take = (m: RegExpMatchArray, year: number, month: number, day: number): void => {
    const start = m.index ?? 0;
    const end = start + m[0].length;
    if (found.some((one) => start < one.end && one.start < end)) return;
    found.push({ start, end, on: toJstDate(year, month, day) });
  };
  for (const m of text.matchAll(REIWA)) {
    take(m, REIWA_BASE + (m[1] === '元' ? 1 : Number(m[1])), Number(m[2]), Number(m[3]));
  }
  for (const m of text.matchAll(SEPARATED)) take(m, Number(m[1]), Number(m[3]), Number(m[4]));
  for (const m of text.matchAll(COMPACT)) take(m, Number(m[1]), Number(m[2]), Number(m[3]));
  return found.sort((a, b) => a.start - b.start);
}

/** Digits beside the date that are neither a time nor a count of days: the text says more than we understand. */
function leftOver(text: string, { start, end }: Found): boolean {
  const rest = `${text.slice(0, start)} ${text.slice(end)}`
    .replace(/t?\d{1,2}[:時]\d{2}(?:分|:\d{2}(?:\.\d+)?)?(?:秒|分)?(?:z|[+-]\d{2}:?\d{2})?/gi, '')
    .replace(/\d+(?:日|時間|営業日)/g, '');
  return /\d{2,}[/.\-年月]\d|\d{4,}/.test(rest);
}
