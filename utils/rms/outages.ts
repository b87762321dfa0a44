import { atJst, toJstDate } from '../calendar/jst.ts';
import type { Outage } from '../model/functions.ts';
import type { Instant } from '../model/time.ts';
import { textOf } from './dom/text-of.ts';
import { isGone } from './dom/visible.ts';
import type { Look } from './look.ts';
import { noteOf } from './text.ts';

/** Words of 障害情報 (rms.md §3, menu 3-4). Fixture `outages`. */
const OUTAGE_WORDS = {
  title: /障害/,
  about: /障害|停止|つなが|繋が|利用(でき|いただけ)|不具合|エラー/,
  api: /web\s?api|api/i,
  going: /発生中|継続中|調査中|対応中|復旧作業中|現在も/,
  over: /復旧(しました|済|いたしました)|解消(しました|済|いたしました)|終息|終了(しました)?|回復/,
} as const;

const DAY = String.raw`(\d{4})[/年.-](\d{1,2})[/月.-](\d{1,2})日?(?:\(.\))?`;
const TIME = String.raw`(\d{1,2})[:時](\d{2})分?`;
const PERIOD = new RegExp(
  `${DAY} ?${TIME}(?: ?頃)?(?: ?(?:[~〜–-]|から|より) ?(?:${DAY} ?)?(?:${TIME})?)?`,
);
/** Not followed by 〜: the end of a period begins no other. */
const PERIOD_START = /(?<![~〜–-] ?)\d{4}[/年.-]\d{1,2}[/月.-]\d{1,2}/;
const BLOCKS = 'table,tr,dl,li,article,section,p';
const MOST = 400;
const LONGEST = 800;

/**
 * Outages that RMS tells of on its page 障害情報, as far as a line names the WEB API and a beginning. One
 * that says neither that it goes on nor when it ended is left out: nothing is guessed.
 */
export function outagesOf({ body, headings, document }: Look): Outage[] {
  const told = headings.some(({ text }) => OUTAGE_WORDS.title.test(text));
  if (!told && !OUTAGE_WORDS.title.test(document.title)) return [];
  const read: Element[] = [];
  return [...body.querySelectorAll(BLOCKS)].slice(0, MOST).flatMap((el): Outage[] => {
    if (read.some((one) => one.contains(el)) || isGone(el)) return [];
    // The largest block that speaks of one period: its target may stand in another line than its times.
    const text = textOf(el);
    if (text.length > LONGEST || text.split(PERIOD_START).length !== 2) return [];
    const one = outageIn(text);
    if (one) read.push(el);
    return one ? [one] : [];
  });
}

function outageIn(text: string): Outage | null {
  const period = PERIOD.exec(text);
  if (!period || !OUTAGE_WORDS.api.test(text) || !OUTAGE_WORDS.about.test(text)) return null;
  const [, y, mo, d, h, mi, y2, mo2, d2, h2, mi2] = period;
  const from = instantOf([y, mo, d], [h, mi]);
  const to =
    h2 === undefined ? null : instantOf(y2 === undefined ? [y, mo, d] : [y2, mo2, d2], [h2, mi2]);
  if (from === null || (h2 !== undefined && (to === null || to < from))) return null;
  if (to === null && (OUTAGE_WORDS.over.test(text) || !OUTAGE_WORDS.going.test(text))) return null;
  return { title: noteOf(text, 80), from, to };
}

type Parts = readonly (string | undefined)[];

function instantOf([year, month, day]: Parts, [hours, minutes]: Parts): Instant | null {
  const date = toJstDate(Number(year), Number(month), Number(day));
  if (date === null || Number(hours) > 24 || Number(minutes) > 59) return null;
  return atJst(date, Number(hours), Number(minutes));
}
