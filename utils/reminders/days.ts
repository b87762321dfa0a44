import { weekdayOf } from '../calendar/jst.ts';
import type { Say } from '../model/say.ts';
import type { JstDate } from '../model/time.ts';

/** `2026/12/06(日)`. */
export function dateText(date: JstDate, t: Say): string {
  const weekdays = t('notice.weekdays').split(' ');
  return t('notice.date', [date.replaceAll('-', '/'), weekdays[weekdayOf(date)] ?? '']);
}

/** あと2日, 明日まで, 今日まで; never "0 days left" (LOOK.md). */
export function daysLeftText(days: number, t: Say): string {
  if (days === 0) return t('notice.left.today');
  if (days === 1) return t('notice.left.tomorrow');
  return t('notice.left.days', [String(days)]);
}
