import { expect, test } from 'vitest';
import { calendarEntries } from '../../../entrypoints/board/settings/calendarEntries.ts';
import type { Overview } from '../../../utils/overview/types.ts';
import { sayIn } from './say.ts';
import { view } from './views.ts';

const SHOP = { id: 'shop', label: 'あかね堂' };
const overviewOf = (licenses: Overview['licenses']): Overview =>
  ({ today: '2026-12-04', licenses, shops: [SHOP] }) as unknown as Overview;
const one = view({ licenseId: 'l', shopId: 'shop', expiresOn: '2026-12-04' });

test('a day for each living key with a date, named by its shop', () => {
  const [entry] = calendarEntries(overviewOf([one]), null, sayIn('ja'));
  expect(entry).toMatchObject({ uid: 'l', on: '2026-12-04' });
  expect(entry?.lines[0]).toBe('店舗: あかね堂');
});

test('none for what has passed, was replaced or stopped, has no date, or is another shop’s', () => {
  const others = [
    view({ ...one, expiresOn: '2026-12-03' }),
    view({ ...one, replaced: true }),
    view({ ...one, state: 'stopped' }),
    view({ ...one, expiresOn: null }),
  ];
  expect(calendarEntries(overviewOf(others), null, sayIn('en'))).toEqual([]);
  expect(calendarEntries(overviewOf([one]), 'another', sayIn('en'))).toEqual([]);
});
