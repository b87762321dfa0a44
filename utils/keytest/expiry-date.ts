import { jstDateOf, toJstDate } from '../calendar/jst.ts';
import type { JstDate } from '../model/time.ts';

const DATE_TIME =
  /^(\d{4})-(\d{2})-(\d{2})T(\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)(Z|[+-]\d{2}:?\d{2})?$/;

/**
 * The date in Japan of `2026-11-28T23:59:59`, the form that the API answers (rms.md §6).
 * Without a zone it is Japan's time; with one, it is reckoned. Null for anything else.
 */
export function expiryDateOf(text: string): JstDate | null {
  const parts = DATE_TIME.exec(text);
  if (!parts) return null;
  const [, year, month, day, time, zone] = parts;
  const date = toJstDate(Number(year), Number(month), Number(day));
  if (date === null) return null;
  const at = Date.parse(`${date}T${time}${zone ? zone.replace(/(\d{2})(\d{2})$/, '$1:$2') : 'Z'}`);
  if (Number.isNaN(at)) return null;
  return zone ? jstDateOf(at) : date;
}
