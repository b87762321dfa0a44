import { addDays } from '../../calendar/jst.ts';
import type { Instant, JstDate } from '../../model/time.ts';
import { inert } from './escape.ts';

/** One day on which something ends, as a calendar shows it. */
export interface CalendarEntry {
  /** The same for the same thing wherever the file is made: `licenseId` and the like. Not a secret. */
  uid: string;
  on: JstDate;
  title: string;
  /** Lines of the description. Names in them may come from pages. */
  lines: string[];
  /** Opened from the entry: a link of ours, never a page's. */
  url: string | null;
}

export interface CalendarFile {
  name: string;
  entries: CalendarEntry[];
  /** When the file was made. */
  now: Instant;
  /** Days before the entry's day on which it rings, at `ringAt`. */
  ringDays: readonly number[];
  /** Hour of the day in Japan. */
  ringAt: number;
}

const EOL = '\r\n';
/** RFC 5545 §3.1: a line has at most 75 octets without its end; the fold itself takes one. */
const OCTETS = 75;

/** A value of type TEXT (RFC 5545 §3.3.11): what a page wrote can begin no property and no link. */
export const escapeIcal = (text: string): string => escapeText(inert(text));

const escapeText = (text: string): string =>
  text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replaceAll('\n', String.raw`\n`);

/**
 * A VCALENDAR file with an all-day entry and its alarms for each day. A calendar that knows an entry's UID
 * already moves it instead of adding another.
 */
export function calendarFile(file: CalendarFile): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Kagiban//Kagiban//JA',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escapeIcal(file.name)}`,
    'X-WR-TIMEZONE:Asia/Tokyo',
    ...file.entries.flatMap((entry) => eventLines(entry, file)),
    'END:VCALENDAR',
  ];
  return lines.map(fold).join(EOL) + EOL;
}

const compact = (date: JstDate): string => date.replaceAll('-', '');
/** `20261206T145959Z` */
const utc = (at: Instant): string => new Date(at).toISOString().replace(/[-:]|\.\d{3}/g, '');

function eventLines(entry: CalendarEntry, file: CalendarFile): string[] {
  const description = entry.lines.map((line) => inert(line)).join('\n');
  return [
    'BEGIN:VEVENT',
    `UID:${entry.uid.replaceAll(/[^\w.-]/g, '')}@kagiban`,
    `DTSTAMP:${utc(file.now)}`,
    // A later file of the same entry counts as the newer one.
    `SEQUENCE:${Math.floor(file.now / 60_000) % 2_000_000_000}`,
    `DTSTART;VALUE=DATE:${compact(entry.on)}`,
    `DTEND;VALUE=DATE:${compact(addDays(entry.on, 1))}`,
    `SUMMARY:${escapeIcal(entry.title)}`,
    `DESCRIPTION:${escapeText(description)}`,
    ...(entry.url ? [`URL:${entry.url}`] : []),
    'TRANSP:TRANSPARENT',
    'STATUS:CONFIRMED',
    ...file.ringDays.flatMap((days) => alarmLines(entry, days, file.ringAt)),
    'END:VEVENT',
  ];
}

/** An alarm at that hour in Japan, so many days before: counted from the day's first minute. */
const alarmLines = ({ title }: CalendarEntry, days: number, hour: number): string[] => [
  'BEGIN:VALARM',
  'ACTION:DISPLAY',
  `DESCRIPTION:${escapeIcal(title)}`,
  `TRIGGER;RELATED=START:${triggerOf(days * 24 - hour)}`,
  'END:VALARM',
];

/** Hours before the start as a duration: `-P6DT15H`; negative hours are after it. */
function triggerOf(hours: number): string {
  const sign = hours > 0 ? '-' : '';
  const all = Math.abs(hours);
  const [days, rest] = [Math.floor(all / 24), all % 24];
  if (all === 0) return 'PT0S';
  return `${sign}P${days > 0 ? `${days}D` : ''}${rest > 0 ? `T${rest}H` : ''}`;
}

const encoder = new TextEncoder();

/** Folds a line between letters, never inside one: each part has at most 75 octets with its leading space. */
function fold(line: string): string {
  const parts: string[] = [];
  let part = '';
  let size = 0;
  for (const letter of line) {
    const octets = encoder.encode(letter).length;
    if (size + octets > OCTETS) {
      parts.push(part);
      part = '';
      // The space that marks a continuation.
      size = 1;
    }
    part += letter;
    size += octets;
  }
  return [...parts, part].join(`${EOL} `);
}
