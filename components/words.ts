import { daysBetween, jstDateOf, weekdayOf } from '../utils/calendar/jst.ts';
import type { Say } from '../utils/model/say.ts';
import type { ErrorCode } from '../utils/model/errors.ts';
import { HOUR, type Instant, type JstDate } from '../utils/model/time.ts';
import type { LicenseView } from '../utils/overview/types.ts';

/** Beyond this many days a short date could be of another year. */
const SHORT_WITHIN = 300;

const weekday = (on: JstDate, t: Say): string => t('days.weekdays').split(',')[weekdayOf(on)] ?? '';

/** `2026/12/06(日)` */
export function formatDate(on: JstDate, t: Say): string {
  const [year = '', month = '', day = ''] = on.split('-');
  return t('days.date', [year, month, day, weekday(on, t)]);
}

/** `12/6(日)`, or the long form where the year could be doubted. */
export function formatShortDate(on: JstDate, today: JstDate, t: Say): string {
  if (Math.abs(daysBetween(today, on)) > SHORT_WITHIN) return formatDate(on, t);
  const [, month = '', day = ''] = on.split('-').map((part) => String(Number(part)));
  const name = t('days.months').split(',')[Number(month) - 1] ?? month;
  return t('days.shortDate', [month, day, weekday(on, t), name]);
}

/** `10:12`, the time of day in Japan. */
export const formatClock = (at: Instant): string =>
  new Date(at + 9 * HOUR).toISOString().slice(11, 16);

/** `今日 10:12`, `昨日 10:12`, `11/14(土)`. */
export function formatMoment(at: Instant, now: Instant, t: Say): string {
  const on = jstDateOf(at);
  const today = jstDateOf(now);
  const ago = daysBetween(on, today);
  if (ago === 0) return t('days.todayAt', [formatClock(at)]);
  if (ago === 1) return t('days.yesterdayAt', [formatClock(at)]);
  return formatShortDate(on, today, t);
}

/** `11/14(土) 10:12`: for a list where the minute matters. */
export const formatFull = (at: Instant, now: Instant, t: Say): string =>
  `${formatShortDate(jstDateOf(at), jstDateOf(now), t)} ${formatClock(at)}`;

/** `2026/11/14(土) 10:12`: for a file that is read in another year. */
export const formatFullDate = (at: Instant, t: Say): string =>
  `${formatDate(jstDateOf(at), t)} ${formatClock(at)}`;

/** Days to a date, relative: `あと2日`, `今日まで`, `昨日で切れました`. Never "0 days". */
export function daysLeftWords(daysLeft: number, t: Say): string {
  if (daysLeft === 0) return t('days.today');
  if (daysLeft === 1) return t('days.tomorrow');
  if (daysLeft === -1) return t('days.yesterday');
  return daysLeft > 0 ? t('days.left', [String(daysLeft)]) : t('days.ago', [String(-daysLeft)]);
}

/** How long a key has left, or how old it is where RMS shows no date; unknown is said as unknown. */
export function timeWords(view: Pick<LicenseView, 'daysLeft' | 'ageDays'>, t: Say): string {
  if (view.daysLeft !== null) return daysLeftWords(view.daysLeft, t);
  if (view.ageDays === null) return t('days.none');
  return view.ageDays === 0 ? t('days.ageToday') : t('days.age', [String(view.ageDays)]);
}

/** RMS's own text where it has one (it says more than our word), else our word for the state. */
export const stateWords = (
  view: Pick<LicenseView, 'state' | 'stateText' | 'updateSinceDays'>,
  t: Say,
): string =>
  view.state === 'updateAvailable' && view.updateSinceDays !== null
    ? `${t('state.active')} ${updateWords(view.updateSinceDays, t)}`
    : view.state === 'unknown'
      ? view.stateText || t('state.unknown')
      : t(`state.${view.state}`);

const updateWords = (days: number, t: Say): string =>
  days === 0 ? t('common.updateToday') : t('common.updateSince', [String(days)]);

export const last4Words = (last4: string | null, t: Say): string =>
  last4 === null ? t('common.noLast4') : t('common.last4', [last4]);

/** What to do about a license, or null when nothing is to be done. */
export function needWords(view: LicenseView, today: JstDate, t: Say): string | null {
  if (view.need === null) return null;
  return t(needKey(view), [
    view.expiresOn === null ? '' : formatShortDate(view.expiresOn, today, t),
    String(view.ageDays ?? ''),
    view.conflictOn === null ? '' : formatShortDate(view.conflictOn, today, t),
    view.developer,
    view.stateText,
  ]);
}

type NeedKey =
  | `need.${NonNullable<LicenseView['need']>}`
  | 'need.expiredState'
  | 'need.renewNowAge'
  | 'need.renewSoonAge';

function needKey({ need, daysLeft }: LicenseView): NeedKey {
  if (need === 'expired' && (daysLeft === null || daysLeft >= 0)) return 'need.expiredState';
  if (need === 'renewNow' && daysLeft === null) return 'need.renewNowAge';
  if (need === 'renewSoon' && daysLeft === null) return 'need.renewSoonAge';
  return `need.${need ?? 'stateUnknown'}`;
}

export const errorWords = (code: ErrorCode, t: Say): string => t(`errors.${code}`);

/** `2件の対応が必要` */
export const countWords = (count: number, t: Say): string =>
  count === 1 ? t('popup.todoOne') : t('popup.todoMany', [String(count)]);
