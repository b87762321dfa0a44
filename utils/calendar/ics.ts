import type { Span } from '../model/notice.ts';
import type { Instant, JstDate } from '../model/time.ts';
import { addDays, jstDateOf, toJstDate } from './jst.ts';

/** What an imported calendar gave, and how many of its events could not be understood (repeats, broken dates). */
export interface Imported {
  spans: Span[];
  skipped: number;
}

const LONGEST_NAME = 60;
const MOST_EVENTS = 2000;

/**
 * Spans of days of an iCalendar file (RFC 5545), in Japanese dates. Repeating events are counted as skipped
 * rather than guessed. null = the text is no iCalendar file.
 */
export function parseIcs(text: string): Imported | null {
  const lines = unfolded(text);
  if (lines[0]?.toUpperCase() !== 'BEGIN:VCALENDAR') return null;
  const spans: Span[] = [];
  let skipped = 0;
  for (const event of eventsIn(lines).slice(0, MOST_EVENTS)) {
    const span = spanOf(event);
    if (span) spans.push(span);
    else skipped += 1;
  }
  return { spans, skipped };
}

/** A line that begins with white space goes on with the one before (RFC 5545 §3.1). */
const unfolded = (text: string): string[] =>
  text
    .replace(/^\uFEFF/, '')
    .replaceAll(/\r?\n[ \t]/g, '')
    .split(/\r?\n/)
    .map((line) => line.trimEnd())
    .filter((line) => line !== '');

interface Property {
  params: string;
  value: string;
}
type Event = Map<string, Property>;

function eventsIn(lines: string[]): Event[] {
  const events: Event[] = [];
  let event: Event | null = null;
  // Alarms and the like inside an event have properties of their own.
  let inner = 0;
  for (const line of lines) {
    const property = /^([A-Z-]+)((?:;[^:"]*(?:"[^"]*"[^:"]*)*)?):(.*)$/i.exec(line);
    const name = property?.[1]?.toUpperCase();
    const value = property?.[3] ?? '';
    if (name === 'BEGIN' && value.toUpperCase() === 'VEVENT') event = new Map();
    else if (name === 'BEGIN' && event) inner += 1;
    else if (name === 'END' && inner > 0) inner -= 1;
    else if (name === 'END' && event && value.toUpperCase() === 'VEVENT') {
      events.push(event);
      event = null;
    } else if (name && event && inner === 0) {
      event.set(name, { params: (property?.[2] ?? '').toUpperCase(), value });
    }
  }
  return events;
}

function spanOf(event: Event): Span | null {
  if (event.has('RRULE') || event.has('RDATE')) return null;
  const start = event.get('DTSTART');
  const from = start && dayOf(start, 0);
  if (!from) return null;
  const end = event.get('DTEND');
  // DTEND is not included: a whole day ends on the next, and 00:00 belongs to the day before.
  const to = end ? dayOf(end, 1) : from;
  if (!to) return null;
  return { from, to: to < from ? from : to, name: nameOf(event) };
}

function dayOf({ params, value }: Property, backMs: 0 | 1): JstDate | null {
  const parts = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})(Z?))?$/.exec(value.trim());
  if (!parts) return null;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const date = toJstDate(year, month, day);
  if (!date) return null;
  if (parts[4] === undefined) return backMs === 1 ? addDays(date, -1) : date;
  const [hour, minute, second] = [Number(parts[4]), Number(parts[5]), Number(parts[6])];
  if (parts[7] === 'Z') {
    const at: Instant = Date.UTC(year, month - 1, day, hour, minute, second);
    return jstDateOf(at - backMs);
  }
  // A local time, or one with a TZID: shops in Japan mean Japan; another zone is not guessed at.
  if (/TZID=(?!"?ASIA\/TOKYO|"?JAPAN)/.test(params)) return null;
  return hour + minute + second === 0 && backMs === 1 ? addDays(date, -1) : date;
}

/** Text of a file that somebody else wrote: one line, no control characters, cut. */
function nameOf(event: Event): string {
  const text = (event.get('SUMMARY')?.value ?? '')
    .replaceAll(/\\[nN]/g, ' ')
    .replaceAll(/\\([,;\\])/g, '$1')
    .replaceAll(/[\p{Cc}\p{Cf}]+/gu, ' ')
    .trim();
  return [...text].slice(0, LONGEST_NAME).join('');
}
