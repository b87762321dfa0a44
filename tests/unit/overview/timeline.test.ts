import { describe, expect, test } from 'vitest';
import { overviewOf } from '../../../utils/overview/overview.ts';
import { monthsIn, placeOf, timelinesOf } from '../../../utils/overview/timeline.ts';
import { aShop } from '../renewals/world.ts';

describe('the timeline', () => {
  test('today stands at the left third, dates beyond the edges at the edges', () => {
    expect(placeOf('2026-12-04', '2026-12-04')).toBeCloseTo(1 / 3);
    expect(placeOf('2026-12-04', '2027-12-04')).toBe(1);
    expect(placeOf('2026-12-04', '2020-12-04')).toBe(0);
  });

  test('months in view, in order', () => {
    expect(monthsIn('2026-12-04').map(({ on }) => on)).toEqual([
      '2026-11-01',
      '2026-12-01',
      '2027-01-01',
      '2027-02-01',
      '2027-03-01',
    ]);
  });

  test('a key runs from its issue, if that was seen, to the date that RMS shows', () => {
    const shop = aShop();
    shop.read([{ last4: 'OLD1', expiresOn: '2026-12-20' }]);
    shop.read([
      { last4: 'OLD1', expiresOn: '2026-12-20' },
      { last4: 'NEW1', expiresOn: null },
    ]);
    const overview = overviewOf(shop.ledger(), shop.now());
    const [timeline] = timelinesOf(shop.ledger(), overview, [shop.app().shopId]);
    const bars = new Map(timeline?.bars.map((bar) => [bar.view.last4, bar]));
    expect(bars.get('OLD1')).toMatchObject({ from: 0, openStart: true, openEnd: false });
    expect(bars.get('OLD1')?.to).toBeCloseTo(61 / 135);
    expect(bars.get('NEW1')).toMatchObject({ openStart: false, to: 1, openEnd: true });
    expect(bars.get('NEW1')?.from).toBeCloseTo(1 / 3);
  });

  test('a shop without keys has none', () => {
    const shop = aShop();
    shop.read([]);
    const overview = overviewOf(shop.ledger(), shop.now());
    expect(timelinesOf(shop.ledger(), overview, [overview.shops[0]?.id ?? ''])).toEqual([]);
  });
});
