import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  atJst,
  daysBetween,
  endOfJstDay,
  isJstDate,
  jstDateOf,
  startOfJstDay,
  toJstDate,
  weekdayOf,
} from '../../../utils/calendar/jst.ts';

describe('the date in Japan', () => {
  test('changes at 15:00 UTC', () => {
    expect(jstDateOf(Date.parse('2026-12-04T14:59:59.999Z'))).toBe('2026-12-04');
    expect(jstDateOf(Date.parse('2026-12-04T15:00:00.000Z'))).toBe('2026-12-05');
  });

  test('a day starts and ends in Japan', () => {
    expect(startOfJstDay('2026-12-04')).toBe(Date.parse('2026-12-04T00:00:00+09:00'));
    expect(endOfJstDay('2026-12-04')).toBe(Date.parse('2026-12-04T23:59:59.999+09:00'));
    expect(atJst('2026-12-04', 9, 30)).toBe(Date.parse('2026-12-04T09:30:00+09:00'));
  });

  test('the weekday is that of the date', () => {
    expect(weekdayOf('2026-12-06')).toBe(0);
    expect(weekdayOf('2026-12-04')).toBe(5);
    expect(weekdayOf('1969-12-31')).toBe(3);
  });
});

describe('a date from its parts', () => {
  test.each([
    [2026, 2, 29],
    [2026, 4, 31],
    [2026, 13, 1],
    [2026, 0, 1],
    [2026, 1, 0],
    [26, 1, 1],
    [10000, 1, 1],
    [2026, 1.5, 1],
    [Number.NaN, 1, 1],
  ])('%s-%s-%s does not exist', (y, m, d) => expect(toJstDate(y, m, d)).toBeNull());

  test('a leap day exists in a leap year only', () => {
    expect(toJstDate(2028, 2, 29)).toBe('2028-02-29');
    expect(isJstDate('2028-02-29')).toBe(true);
    expect(isJstDate('2027-02-29')).toBe(false);
  });

  test.each(['2026-1-01', '2026/01/01', '', ' 2026-01-01', '2026-01-01T00:00', null, 20260101])(
    '%s is no date',
    (text) => expect(isJstDate(text)).toBe(false),
  );
});

const anInstant = fc.integer({
  min: Date.parse('1990-01-01T00:00:00Z'),
  max: Date.parse('2099-12-31T00:00:00Z'),
});

test('what is no date is not reckoned with', () => {
  expect(() => daysBetween('2026-02-30', '2026-03-01')).toThrow(RangeError);
  expect(() => startOfJstDay('2026-1-1' as never)).toThrow(RangeError);
});

describe('properties', () => {
  test('every moment lies in its own day', () => {
    fc.assert(
      fc.property(anInstant, (at) => {
        const date = jstDateOf(at);
        expect(isJstDate(date)).toBe(true);
        expect(startOfJstDay(date)).toBeLessThanOrEqual(at);
        expect(endOfJstDay(date)).toBeGreaterThanOrEqual(at);
      }),
    );
  });

  test('addDays and daysBetween undo each other', () => {
    fc.assert(
      fc.property(anInstant, fc.integer({ min: -5000, max: 5000 }), (at, days) => {
        const date = jstDateOf(at);
        expect(daysBetween(date, addDays(date, days))).toBe(days);
        expect(weekdayOf(addDays(date, 7))).toBe(weekdayOf(date));
      }),
    );
  });
});
