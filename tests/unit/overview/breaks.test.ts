import { describe, expect, test } from 'vitest';
import type { Policy } from '../../../utils/model/notice.ts';
import { breaksOf } from '../../../utils/overview/breaks.ts';
import { placeOf } from '../../../utils/overview/timeline.ts';
import { DEFAULT_POLICY } from '../../../utils/reminders/policy.ts';

const TODAY = '2026-12-04';
const policy = (over: Partial<Policy>): Policy[] => [{ ...DEFAULT_POLICY, ...over }];
const spans = (policies: Policy[]) =>
  breaksOf(policies, 'shop', TODAY).map(({ kind, from, to, name }) => [kind, from, to, name]);

describe('breaks on the timeline', () => {
  test('without a word of anybody: the long weekends of the calendar', () => {
    expect(spans([])).toEqual([
      ['off', '2026-11-21', '2026-11-23', ''],
      ['off', '2027-01-01', '2027-01-03', ''],
      ['off', '2027-01-09', '2027-01-11', ''],
    ]);
  });

  test("a shop's own closed days join the weekend beside them, under their name", () => {
    const closed = [{ from: '2026-12-29', to: '2027-01-04', name: '冬季休業' }] as const;
    expect(spans(policy({ closed: [...closed] }))).toContainEqual([
      'off',
      '2026-12-29',
      '2027-01-04',
      '冬季休業',
    ]);
  });

  test('sales, also of a day; what lies outside is left out', () => {
    const busy = [
      { from: '2026-12-04', to: '2026-12-04', name: 'スーパーSALE' },
      { from: '2028-12-04', to: '2028-12-11', name: 'later' },
    ] as const;
    const shown = breaksOf(policy({ busy: [...busy] }), 'shop', TODAY);
    const sale = shown.filter(({ kind }) => kind === 'busy');
    expect(sale).toMatchObject([{ name: 'スーパーSALE', start: placeOf(TODAY, '2026-12-04') }]);
    expect(sale[0]?.end).toBeGreaterThan(sale[0]?.start ?? 1);
  });

  test('a shop that never works: the whole width, and no endless search', () => {
    const always = policy({ daysOff: [0, 1, 2, 3, 4, 5, 6] });
    expect(breaksOf(always, 'shop', TODAY)).toMatchObject([{ start: 0, end: 1 }]);
  });
});
