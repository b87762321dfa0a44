import type { Control } from './walk.ts';

/** A date `YYYY-MM-DD` as this field writes dates, judged by its type, hint, old value and length. */
export function dateFor(control: Control, date: string): string {
  if (control.type === 'date') return date;
  const [year = '', month = '', day = ''] = date.split('-');
  const hints = [control.value, control.placeholder, control.title].join(' ');
  if (/年.*月/.test(hints)) return `${year}年${month}月${day}日`;
  if (/(?:\d{4}|y{4})-/i.test(hints)) return date;
  const slashed = `${year}/${month}/${day}`;
  const tooShort = control.maxLength >= 0 && control.maxLength < slashed.length;
  return tooShort || /\b(?:\d{8}|yyyymmdd)\b/i.test(hints) ? `${year}${month}${day}` : slashed;
}
