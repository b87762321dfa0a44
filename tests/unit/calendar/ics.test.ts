import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseIcs } from '../../../utils/calendar/ics.ts';

const calendar = (...events: string[][]): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    ...events.map((lines) => ['BEGIN:VEVENT', lines.join('\r\n'), 'END:VEVENT'].join('\r\n')),
    'END:VCALENDAR',
  ].join('\r\n');

const one = (...lines: string[]) => parseIcs(calendar(lines));

describe('an imported calendar', () => {
  test('whole days: the end is not included', () => {
    const found = one(
      'DTSTART;VALUE=DATE:20261229',
      'DTEND;VALUE=DATE:20270104',
      'SUMMARY:年末年始',
    );
    expect(found).toEqual({
      spans: [{ from: '2026-12-29', to: '2027-01-03', name: '年末年始' }],
      skipped: 0,
    });
  });

  test('times are dates in Japan', () => {
    // 4 December 20:00 to 11 December 01:59 in Japan.
    expect(one('DTSTART:20261204T110000Z', 'DTEND:20261210T165900Z')?.spans).toEqual([
      { from: '2026-12-04', to: '2026-12-11', name: '' },
    ]);
    const local = one(
      'DTSTART;TZID=Asia/Tokyo:20261204T200000',
      'DTEND;TZID=Asia/Tokyo:20261211T000000',
    );
    expect(local?.spans).toEqual([{ from: '2026-12-04', to: '2026-12-10', name: '' }]);
  });

  test('without an end it is one day', () => {
    expect(one('DTSTART;VALUE=DATE:20261229')?.spans[0]).toMatchObject({ to: '2026-12-29' });
  });

  test('folded lines and escaped text are put together; alarms inside are not the event', () => {
    const found = one(
      'DTSTART;VALUE=DATE:20261229',
      'SUMMARY:夏季\\, 長い',
      ' 休業',
      'BEGIN:VALARM',
      'SUMMARY:別の名前',
      'END:VALARM',
    );
    expect(found?.spans[0]?.name).toBe('夏季, 長い休業');
  });

  test('what would have to be guessed is counted, not guessed', () => {
    const found = parseIcs(
      calendar(
        ['DTSTART;VALUE=DATE:20261201', 'RRULE:FREQ=WEEKLY'],
        ['DTSTART:broken'],
        ['DTSTART;VALUE=DATE:20260230'],
        ['DTSTART;TZID=America/New_York:20261204T200000'],
        ['DTSTART;VALUE=DATE:20261202'],
      ),
    );
    expect(found).toMatchObject({ skipped: 4, spans: [{ from: '2026-12-02' }] });
  });

  test('anything else is no calendar', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(parseIcs(text)).toBeNull();
      }),
    );
  });
});
