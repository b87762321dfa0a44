import { describe, expect, test } from 'vitest';
import { matching, ofShop, summaryOf } from '../../../entrypoints/popup/summary.ts';
import type { Overview } from '../../../utils/overview/types.ts';
import { shopView, view } from './views.ts';

describe('the head of the popup', () => {
  test('counts what needs a person, and shows the nearest expiry', () => {
    const licenses = [
      view({ need: 'renewNow', level: 'urgent', daysLeft: 2 }),
      view({ daysLeft: 60 }),
    ];
    expect(summaryOf(licenses)).toEqual({ count: 1, level: 'urgent', daysLeft: 2 });
  });

  test('an old key that ran out, of which nothing is wanted, does not stand on the ring', () => {
    const licenses = [view({ daysLeft: 60 }), view({ daysLeft: -3, need: null })];
    expect(summaryOf(licenses).daysLeft).toBe(60);
  });

  test('an expired key that is needed does', () => {
    const licenses = [view({ daysLeft: -3, need: 'expired', level: 'broken' })];
    expect(summaryOf(licenses)).toEqual({ count: 1, level: 'broken', daysLeft: -3 });
  });

  test('without any date there is none', () => {
    expect(summaryOf([view({ daysLeft: null, expiresOn: null })]).daysLeft).toBeNull();
    expect(summaryOf([])).toEqual({ count: 0, level: 'fine', daysLeft: null });
  });
});

test('a shop shows its own keys only', () => {
  const licenses = [view({ shopId: 's1' }), view({ shopId: 's2' })];
  const overview = { licenses } as Overview;
  expect(ofShop(overview, shopView({ id: 's2' }))).toEqual([licenses[1]]);
  expect(ofShop(overview, undefined)).toEqual(licenses);
});

test('a search finds by every word, in any letter case', () => {
  const licenses = [view(), view({ app: 'TEMPOSTAR', developer: 'SAVAWAY', last4: 'Il10' })];
  expect(matching(licenses, 'tempo IL10')).toEqual([licenses[1]]);
  expect(matching(licenses, '123456')).toEqual(licenses);
  expect(matching(licenses, 'tempo iant')).toEqual([]);
  expect(matching(licenses, '  ')).toEqual(licenses);
});
