import { describe, expect, test } from 'vitest';
import type { CarriedInfo } from '../../../utils/model/carry.ts';
import type { License } from '../../../utils/model/ledger.ts';
import { carriedNow, foundUnmarked, isDead } from '../../../utils/vault/carried-now.ts';
import { app, carried } from '../tools/examples.ts';

const license = (changes: Partial<License> = {}): License => ({
  id: 'license',
  shopId: 'a',
  appId: 'ne',
  last4: 'A9FR',
  expiry: { on: '2026-12-06', basis: 'page' },
  conflict: null,
  state: 'active',
  stateText: '利用中',
  updateSeenSince: null,
  issuedSeenAt: null,
  firstSeenAt: 0,
  lastSeenAt: 0,
  missedReadings: 0,
  goneAt: null,
  ...changes,
});
const now = (info: Partial<CarriedInfo>, licenses: License[], today = '2026-12-06' as const) =>
  carriedNow(carried(info), { shops: [], apps: [app('ne')], licenses }, today);

describe('a carried key as the ledger knows it now', () => {
  const fresh = { licenseId: null, warnings: ['last4Differs', 'notInLedger'] as const };

  test('is known once the list has been read, and no longer warned about', () => {
    const info = { ...fresh, warnings: [...fresh.warnings] };
    expect(now(info, [])).toMatchObject({ licenseId: null, warnings: info.warnings });
    expect(now(info, [license()])).toMatchObject({ licenseId: 'license', warnings: [] });
  });

  test('is nobody’s where two keys have its last four', () => {
    const two = [license(), license({ id: 'two' })];
    expect(now({ licenseId: null }, two)).toMatchObject({ licenseId: null });
    expect(now({ licenseId: null }, [license({ goneAt: 1 })])).toMatchObject({ licenseId: null });
  });

  test.each([
    ['expired', { state: 'expired' as const }, true],
    ['stopped', { state: 'stopped' as const }, true],
    ['awaitingApproval', { state: 'awaitingApproval' as const }, false],
    ['expired', { expiry: { on: '2026-12-05' as const, basis: 'page' as const } }, true],
  ])('%s since it was taken', (warning, changes, dead) => {
    const info = now({}, [license(changes)]);
    expect(info.warnings).toEqual([warning]);
    expect(isDead(info)).toBe(dead);
  });

  test('not expired on its last day, nor by a date that a person gave', () => {
    expect(now({}, [license()]).warnings).toEqual([]);
    const given = license({ expiry: { on: '2026-12-01', basis: 'person' } });
    expect(now({}, [given]).warnings).toEqual([]);
  });

  test('keeps what its text showed when it was taken', () => {
    const info = { warnings: ['otherShopDigits', 'invisibleRemoved', 'expired'] as const };
    expect(now({ warnings: [...info.warnings] }, [license()]).warnings).toEqual([
      'otherShopDigits',
      'invisibleRemoved',
    ]);
  });
});

test('a key that was found since it was pasted is to be marked, once', () => {
  const pasted = carried({ licenseId: null, appId: null });
  const found = (licenses: License[], info = pasted) =>
    foundUnmarked([info], { shops: [], apps: [app('ne')], licenses }, '2026-12-06').map(
      ({ licenseId }) => licenseId,
    );
  expect(found([license()])).toEqual(['license']);
  expect(found([])).toEqual([]);
  expect(found([license({ fingerprint: { hmacKeyId: 'a1', mac: 'mac' } })])).toEqual([]);
  expect(found([license()], carried({ licenseId: 'license' }))).toEqual([]);
});
