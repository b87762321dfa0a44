import japaneseHolidays from 'japanese-holidays';
import type { JstDate } from '../model/time.ts';
import { toJstDate } from './jst.ts';

const years = new Map<number, Map<JstDate, string>>();

/** The public holidays of Japan of a year by date, with substitute and citizens' holidays (国民の祝日に関する法律). */
function holidaysOf(year: number): Map<JstDate, string> {
  const known = years.get(year);
  if (known) return known;
  const made = new Map<JstDate, string>();
  for (const { month, date, name } of japaneseHolidays.getHolidaysOf(year, true)) {
    const on = toJstDate(year, month, date);
    if (on) made.set(on, name);
  }
  years.set(year, made);
  return made;
}

/** What that day is called if it is a public holiday of Japan; null otherwise. */
export const holidayName = (date: JstDate): string | null =>
  holidaysOf(Number(date.slice(0, 4))).get(date) ?? null;
