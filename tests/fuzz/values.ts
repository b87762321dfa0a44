import type { JstDate } from '../../utils/model/time.ts';
import { wide } from './ink.ts';
import type { Ink } from './ink.ts';
import type { Pick } from './pick.ts';
import type { EventTruth, KeyTruth } from './truth.ts';

type DateForm = (year: number, month: number, day: number) => string;

const two = (n: number): string => String(n).padStart(2, '0');
const slash: DateForm = (y, m, d) => `${y}/${two(m)}/${two(d)}`;
const dash: DateForm = (y, m, d) => `${y}-${two(m)}-${two(d)}`;
const kanji: DateForm = (y, m, d) => `${y}年${m}月${d}日`;
const WEEK = ['日', '月', '火', '水', '木', '金', '土'];
const weekday: DateForm = (y, m, d) => WEEK[new Date(Date.UTC(y, m - 1, d)).getUTCDay()] ?? '';

/** The era's year, where the date lies in 令和 (since 2019-05-01). */
function reiwa(y: number, m: number): string | null {
  if (y < 2019 || (y === 2019 && m < 5)) return null;
  return y === 2019 ? '元' : String(y - 2018);
}
const era: DateForm = (y, m, d) => {
  const year = reiwa(y, m);
  return year === null ? kanji(y, m, d) : `令和${year}年${m}月${d}日`;
};

/** Every way in which a date is printed; those that pages use most stand more than once. */
const DATE_FORMS: Record<string, DateForm> = {
  slash,
  dash,
  kanji,
  era,
  slashShort: (y, m, d) => `${y}/${m}/${d}`,
  kanjiTwo: (y, m, d) => `${y}年${two(m)}月${two(d)}日`,
  kanjiSpaced: (y, m, d) => `${y} 年 ${m} 月 ${d} 日`,
  weekday: (y, m, d) => `${slash(y, m, d)}(${weekday(y, m, d)})`,
  weekdayWide: (y, m, d) => `${kanji(y, m, d)}（${weekday(y, m, d)}）`,
  dot: (y, m, d) => `${y}.${two(m)}.${two(d)}`,
  wideSlash: (y, m, d) => wide(slash(y, m, d)),
  wideKanji: (y, m, d) => wide(kanji(y, m, d)),
  eraWide: (y, m, d) => wide(era(y, m, d)),
  endOfDay: (y, m, d) => `${slash(y, m, d)} 23:59:59`,
  endOfDayBroken: (y, m, d) => `${slash(y, m, d)}\n23:59`,
  iso: (y, m, d) => `${dash(y, m, d)}T23:59:59+09:00`,
  until: (y, m, d) => `${slash(y, m, d)}まで`,
  untilKanji: (y, m, d) => `${kanji(y, m, d)} 23時59分まで`,
};
const OFTEN = ['slash', 'slash', 'slash', 'slash', 'slash', 'dash', 'dash', 'kanji', 'kanji'];
const FORM_NAMES = [...Object.keys(DATE_FORMS), ...OFTEN, 'endOfDay'];

function parts(date: JstDate): [number, number, number] {
  const [y = 0, m = 0, d = 0] = date.split('-').map(Number);
  return [y, m, d];
}

const KEY_FORMS: Record<string, (last4: string) => string> = {
  colon: (k) => `末尾4桁: ${k}`,
  colonWide: (k) => `末尾4桁：${k}`,
  wideDigit: (k) => `末尾４桁：${k}`,
  spaced: (k) => `末尾 4 桁 : ${k}`,
  broken: (k) => `末尾4桁:\n${k}`,
  stars: (k) => `****${k}`,
  manyStars: (k) => `************${k}`,
  wideStars: (k) => `＊＊＊＊${k}`,
  discs: (k) => `●●●●${k}`,
  bullets: (k) => `••••••••${k}`,
  bare: (k) => k,
  wideKey: (k) => `末尾4桁：${wide(k)}`,
  after: (k) => `${k}（末尾4桁）`,
};
const KEY_FORM_NAMES = [
  ...Object.keys(KEY_FORMS),
  'colon',
  'colon',
  'colon',
  'colon',
  'stars',
  'discs',
];

/** HTML of a cell, and the text that a person reads in it. */
export interface Printed {
  html: string;
  text: string;
}

/** How one page prints the values of a row. */
export interface Values {
  expires(key: KeyTruth): string;
  last4(key: KeyTruth): string;
  /** A date, with its time where there is one; '-' for none. */
  started(event: EventTruth): string;
  date(date: JstDate): string;
}

/** The habits of one page in writing dates and keys. Texts, not HTML: `\n` is a line break. */
export function makeValues(pick: Pick, ink: Ink): Values {
  const formName = ink.choice('date', pick.oneOf(FORM_NAMES));
  const form = DATE_FORMS[formName] ?? slash;
  const keyForm = KEY_FORMS[ink.choice('key', pick.oneOf(KEY_FORM_NAMES))] ?? KEY_FORMS['colon'];
  const startForm = formName.startsWith('until') || /endOfDay|iso/.test(formName) ? slash : form;
  const between = pick.bool(0.8) ? ' ' : '\n';
  const noKey = pick.oneOf(['-', '-', '', '―', '未発行']);
  const noDate = pick.bool(0.7) ? null : pick.oneOf(['-', '', '無期限', '―']);
  const date = (value: JstDate): string => form(...parts(value));
  return {
    date,
    expires: (key) =>
      key.impossibleDate ?? (key.expiresOn ? date(key.expiresOn) : (noDate ?? key.noDateText)),
    last4: (key) => (key.last4 === null ? noKey : (keyForm?.(key.last4) ?? key.last4)),
    started: ({ startedOn, startedAt }) => {
      if (startedOn === null) return '-';
      const day = startForm(...parts(startedOn));
      return startedAt === null ? day : `${day}${between}${startedAt}`;
    },
  };
}
