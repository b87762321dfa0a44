import { expect, test } from 'vitest';
import { eventData, licenseData } from '../../../components/licenseData.ts';
import { view } from './views.ts';

test('a license carries the whole outside contract (DESIGN §6)', () => {
  expect(licenseData(view({ update: true, daysLeft: 0 }))).toEqual({
    'data-kagiban': 'license',
    'data-shop': '123456',
    'data-developer': '株式会社GoQSystem',
    'data-app': 'GoQ System',
    'data-last4': 'IANT',
    'data-expires-on': '2026-12-06',
    'data-state': 'active',
    'data-update': 'true',
    'data-days-left': '0',
  });
});

test('what is not known is "none", never empty', () => {
  expect(licenseData(view({ last4: null, expiresOn: null, daysLeft: null }))).toMatchObject({
    'data-last4': 'none',
    'data-expires-on': 'none',
    'data-days-left': 'none',
    'data-update': 'false',
  });
});

test('an event grant is no license', () => {
  const event = { id: 'e', shopId: 's', shopMark: 'unknown', company: 'C', service: 'S' };
  expect(eventData({ ...event, state: 'active', stateText: '利用中' })['data-kagiban']).toBe(
    'event',
  );
});
