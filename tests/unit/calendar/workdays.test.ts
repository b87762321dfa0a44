import * as holidayJp from '@holiday-jp/holiday_jp';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { holidayName } from '../../../utils/calendar/holidays.ts';
import { addDays } from '../../../utils/calendar/jst.ts';
import { workdaysOf, type WorkSense } from '../../../utils/calendar/workdays.ts';
import type { JstDate } from '../../../utils/model/time.ts';

const OFFICE: WorkSense = { daysOff: [0, 6], holidaysOff: true, closed: [], busy: [] };
const span = (from: JstDate, to: JstDate) => ({ from, to, name: '' });

describe('holidays', () => {
  test('are the same as those of another maintained list, for 2020 to 2035', () => {
    for (let date: JstDate = '2020-01-01'; date < '2036-01-01'; date = addDays(date, 1)) {
      const listed = holidayJp.isHoliday(new Date(`${date}T00:00:00`));
      expect([date, holidayName(date) !== null]).toEqual([date, listed]);
    }
  });
});

describe('working days', () => {
  const work = workdaysOf(OFFICE);

  test('leave out weekends, holidays and closed days', () => {
    expect(work.isWorking('2026-12-04')).toBe(true);
    expect(work.isWorking('2026-12-05')).toBe(false);
    expect(work.isWorking('2026-11-23')).toBe(false);
    const closed = workdaysOf({ ...OFFICE, closed: [span('2026-12-29', '2027-01-03')] });
    expect(closed.before('2027-01-05', 3)).toBe('2026-12-25');
    expect(closed.onOrAfter('2026-12-29')).toBe('2027-01-04');
    expect(closed.onOrBefore('2027-01-02')).toBe('2026-12-28');
  });

  test('an expiry in a break counts as the second working day before it', () => {
    expect(work.countsOn('2026-12-04')).toBe('2026-12-04');
    // A Sunday: Saturday begins the break, Thursday is the second working day before.
    expect(work.countsOn('2026-12-06')).toBe('2026-12-03');
    // Golden Week 2026: 2 May (Sat) to 6 May.
    expect(work.countsOn('2026-05-05')).toBe('2026-04-30');
  });

  test('an expiry in a sale counts as the second working day before it', () => {
    const sale = workdaysOf({ ...OFFICE, busy: [span('2026-12-04', '2026-12-11')] });
    expect(sale.countsOn('2026-12-09')).toBe('2026-12-02');
    // The weekend after the sale is one break with it.
    expect(sale.countsOn('2026-12-13')).toBe('2026-12-02');
    expect(sale.countsOn('2026-12-14')).toBe('2026-12-14');
  });

  test('a calendar without any working day ends its search', () => {
    const never = workdaysOf({ ...OFFICE, daysOff: [0, 1, 2, 3, 4, 5, 6] });
    expect(never.onOrBefore('2026-12-06')).toBe('2026-12-06');
    expect(never.countsOn('2026-12-06')).toBe('2026-12-06');
  });

  test('the day that counts is never later than the expiry, and is a working day', () => {
    const aDay = fc.integer({ min: 0, max: 720 }).map((n) => addDays('2026-01-01', n));
    const aSpan = fc
      .tuple(aDay, fc.integer({ min: 0, max: 9 }))
      .map(([d, n]) => span(d, addDays(d, n)));
    fc.assert(
      fc.property(aDay, fc.array(aSpan), fc.array(aSpan), (on, closed, busy) => {
        const days = workdaysOf({ ...OFFICE, closed, busy });
        const counts = days.countsOn(on);
        expect(counts <= on).toBe(true);
        if (counts !== on) expect(days.isWorking(counts)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});
