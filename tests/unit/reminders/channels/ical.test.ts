import * as fc from 'fast-check';
import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { calendarFile, type CalendarEntry } from '../../../../utils/reminders/channels/ical.ts';
import { hostileText, runs, UNSEEN } from './hostile.ts';
import { NOW } from './support.ts';

const entry = (over: Partial<CalendarEntry> = {}): CalendarEntry => ({
  uid: 'license-1',
  on: '2026-12-06',
  title: 'GoQSystem のキーの期限',
  lines: ['あかね堂', '切れると受注の取り込みが止まります; 新しいキーを、発行してください。'],
  url: 'https://ichiba-bs.rms.rakuten.co.jp/apisson/',
  ...over,
});
const fileOf = (entries: CalendarEntry[], now = NOW): string =>
  calendarFile({ name: '鍵番', entries, now, ringDays: [14, 7, 3, 1, 0], ringAt: 9 });
const parse = (text: string): ICAL.Event[] =>
  new ICAL.Component(ICAL.parse(text))
    .getAllSubcomponents('vevent')
    .map((one) => new ICAL.Event(one));

test('a day for each key, with alarms at nine in the morning of the days before', () => {
  const [event] = parse(fileOf([entry()]));
  expect(event?.uid).toBe('license-1@kagiban');
  expect(event?.summary).toBe('GoQSystem のキーの期限');
  expect(event?.description).toBe(
    'あかね堂\n切れると受注の取り込みが止まります; 新しいキーを、発行してください。',
  );
  expect([event?.startDate.toString(), event?.endDate.toString()]).toEqual([
    '2026-12-06',
    '2026-12-07',
  ]);
  const start = event?.startDate.toJSDate().getTime() ?? 0;
  const rings = event?.component.getAllSubcomponents('valarm').map((alarm) => {
    const trigger = alarm.getFirstPropertyValue('trigger') as ICAL.Duration;
    return (start + trigger.toSeconds() * 1_000 - start) / 3_600_000;
  });
  expect(rings).toEqual([-14 * 24 + 9, -7 * 24 + 9, -3 * 24 + 9, -24 + 9, 9]);
});

test('the same key made later is the same entry, in a newer version', () => {
  const [before] = parse(fileOf([entry()]));
  const [after] = parse(fileOf([entry({ on: '2027-03-06' })], NOW + 60_000));
  expect(after?.uid).toBe(before?.uid);
  expect(after?.sequence).toBeGreaterThan(before?.sequence ?? 0);
});

test('no line is longer than 75 octets, none is cut inside a letter, all end in CRLF', () => {
  const text = fileOf([entry({ title: '長い名前👍'.repeat(60), lines: ['x'.repeat(300)] })]);
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  expect(text).not.toMatch(/(?<!\r)\n|\r(?!\n)/);
  expect(text).not.toContain('\uFFFD');
  expect(parse(text)[0]?.summary).toBe('長い名前👍'.repeat(60));
});

test('without keys it is an empty calendar', () => {
  expect(parse(fileOf([]))).toEqual([]);
});

test('whatever a page wrote is the text of its own entry, and nothing else', () => {
  fc.assert(
    fc.property(hostileText, hostileText, (title, line) => {
      const entries = [entry({ title, lines: [line, line] }), entry({ uid: 'b' })];
      const events = parse(fileOf(entries));
      expect(events.map(({ uid }) => uid)).toEqual(['license-1@kagiban', 'b@kagiban']);
      const names = events[0]?.component.getAllProperties().map(({ name }) => name);
      const usual = events[1]?.component.getAllProperties().map(({ name }) => name);
      expect(names).toEqual(usual);
      expect(events[0]?.summary).not.toMatch(UNSEEN);
      expect(events[0]?.description.split('\n')).toHaveLength(2);
    }),
    { ...runs, numRuns: Math.ceil(runs.numRuns / 2) },
  );
});
