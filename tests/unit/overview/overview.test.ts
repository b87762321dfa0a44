import { describe, expect, test } from 'vitest';
import { overviewOf } from '../../../utils/overview/overview.ts';
import { emptyLedger } from '../../../utils/ledger/collections.ts';
import type { Ledger, License, PageStatus, Shop } from '../../../utils/model/ledger.ts';
import { DAY } from '../../../utils/model/time.ts';

// 2026-12-04 12:00 JST
const NOW = Date.UTC(2026, 11, 4, 3);

const shop = (id: string, over: Partial<Shop> = {}): Shop => ({
  id,
  digits: null,
  slug: null,
  name: null,
  identified: true,
  namedByPerson: false,
  firstSeenAt: NOW,
  lastSeenAt: NOW,
  ...over,
});

const license = (id: string, over: Partial<License> = {}): License => ({
  id,
  shopId: 's1',
  // An app of its own: of two keys of one app the older one is replaced.
  appId: id,
  last4: 'A9FR',
  expiry: { on: '2027-02-06', basis: 'page' },
  conflict: null,
  state: 'active',
  stateText: '利用中',
  updateSeenSince: null,
  issuedSeenAt: null,
  firstSeenAt: NOW,
  lastSeenAt: NOW,
  missedReadings: 0,
  goneAt: null,
  ...over,
});

const page = (over: Partial<PageStatus>): PageStatus => ({
  id: 's1:appList',
  shopId: 's1',
  page: 'appList',
  pageClass: 'keys',
  since: NOW,
  at: NOW,
  readAt: NOW,
  problems: [],
  ...over,
});

const ledgerWith = (over: Partial<Ledger>): Ledger => ({
  ...emptyLedger(),
  meta: { id: 'meta', firstReadingAt: NOW, hintDismissedAt: null },
  shops: [shop('s1', { digits: '123456' })],
  apps: [{ id: 'a1', shopId: 's1', developer: '株式会社A', name: 'アプリ', owner: 'vendor' }],
  pages: [page({})],
  ...over,
});

const only = (over: Partial<License>) => {
  const view = overviewOf(ledgerWith({ licenses: [license('l1', over)] }), NOW).licenses[0];
  if (!view) throw new Error('no license shown');
  return view;
};
const until = (on: `${number}-${number}-${number}`) => ({ expiry: { on, basis: 'page' as const } });

describe('days left and need', () => {
  test.each([
    ['2027-02-06', 64, null, 'fine'],
    ['2026-12-18', 14, 'renewSoon', 'soon'],
    ['2026-12-11', 7, 'renewNow', 'urgent'],
    ['2026-12-04', 0, 'renewNow', 'urgent'],
    ['2026-12-03', -1, 'expired', 'broken'],
  ] as const)('%s is %i days away: %s, %s', (on, daysLeft, need, level) => {
    expect(only(until(on))).toMatchObject({ daysLeft, need, level, expiresOn: on });
  });

  test('the day turns at midnight in Japan, not in UTC', () => {
    const ledger = ledgerWith({ licenses: [license('l1', until('2026-12-04'))] });
    const lastMinute = Date.UTC(2026, 11, 4, 14, 59);
    expect(overviewOf(ledger, lastMinute).licenses[0]?.daysLeft).toBe(0);
    expect(overviewOf(ledger, lastMinute + 60_000).licenses[0]?.daysLeft).toBe(-1);
  });

  test('without a date it speaks of age, and never says expired', () => {
    const aged = (days: number) => only({ expiry: null, issuedSeenAt: NOW - days * DAY });
    expect(aged(59)).toMatchObject({ daysLeft: null, ageDays: 59, need: null });
    expect(aged(60)).toMatchObject({ need: 'renewSoon', level: 'soon' });
    expect(aged(120)).toMatchObject({ need: 'renewNow', level: 'urgent' });
    expect(only({ expiry: null })).toMatchObject({ ageDays: null, need: null });
  });

  test('a date that a person gave has passed, which is not to say that the key expired', () => {
    const given = only({ expiry: { on: '2026-12-01', basis: 'person' } });
    expect(given).toMatchObject({ daysLeft: -3, need: 'pastGiven', level: 'urgent' });
  });

  test.each([
    ['expired', 'expired', 'broken'],
    ['stopped', 'stopped', 'waiting'],
    ['awaitingApproval', 'approve', 'waiting'],
    ['updateAvailable', 'update', 'soon'],
    ['unknown', 'stateUnknown', 'unknown'],
  ] as const)("RMS's state %s needs %s", (state, need, level) => {
    expect(only({ state })).toMatchObject({ need, level });
  });

  test('a date in conflict outranks the good news it would be', () => {
    expect(only({ conflict: { on: '2027-03-01', seenAt: NOW } })).toMatchObject({
      need: 'dateConflict',
      conflictOn: '2027-03-01',
    });
  });
});

describe('an old key beside its successor', () => {
  const successor = license('new', {
    appId: 'a1',
    last4: 'NEW1',
    issuedSeenAt: NOW,
    expiry: { on: '2027-03-04', basis: 'page' },
  });
  const needOfOld = (over: Partial<License>, held: boolean) => {
    const ledger = ledgerWith({
      licenses: [license('old', { appId: 'a1', ...over }), successor],
      placements: held
        ? [
            {
              id: 'p',
              bindingId: 'b',
              field: 'licenseKey',
              holds: { licenseId: 'old', how: 'filled', by: 'page', at: NOW },
              works: null,
            },
          ]
        : [],
    });
    return overviewOf(ledger, NOW).licenses.find((one) => one.licenseId === 'old')?.need;
  };

  test('needs nothing once it is dead and no tool holds it', () => {
    expect(needOfOld(until('2026-12-01'), false)).toBe(null);
  });
  test('is named while it ends soon, or while a tool holds it', () => {
    expect(needOfOld(until('2026-12-10'), false)).toBe('old');
    expect(needOfOld(until('2027-02-06'), true)).toBe('old');
  });
});

test('most urgent first, then by date, dateless last', () => {
  const ledger = ledgerWith({
    licenses: [
      license('fine', until('2027-02-06')),
      license('none', { expiry: null }),
      license('dead', until('2026-12-01')),
      license('two', until('2026-12-06')),
      license('one', until('2026-12-05')),
      license('gone', { ...until('2026-12-05'), goneAt: NOW }),
    ],
  });
  expect(overviewOf(ledger, NOW).licenses.map((one) => one.licenseId)).toEqual([
    'dead',
    'one',
    'two',
    'fine',
    'none',
  ]);
});

describe('badge and pages', () => {
  test('counts what needs doing, and is empty when nothing does', () => {
    const two = [license('a', until('2026-12-05')), license('b', until('2026-12-06'))];
    expect(overviewOf(ledgerWith({ licenses: two }), NOW).badge).toEqual({
      text: '2',
      level: 'urgent',
    });
    expect(overviewOf(ledgerWith({ licenses: [license('a')] }), NOW).badge.text).toBe('');
  });

  test('an unreadable page alarms; a login page does not', () => {
    const unreadable = overviewOf(ledgerWith({ pages: [page({ pageClass: 'unreadable' })] }), NOW);
    expect(unreadable.badge.text).toBe('!');
    expect(unreadable.unreadable).toHaveLength(1);
    const loggedOut = overviewOf(ledgerWith({ pages: [page({ pageClass: 'loggedOut' })] }), NOW);
    expect(loggedOut.badge.text).toBe('');
    expect(loggedOut.notLooked).toHaveLength(1);
  });

  test('the hint stands only before the first reading, until dismissed', () => {
    const meta = { id: 'meta' as const, firstReadingAt: null, hintDismissedAt: null };
    expect(overviewOf(ledgerWith({ meta }), NOW).hint).toBe(true);
    expect(overviewOf(ledgerWith({ meta: { ...meta, hintDismissedAt: NOW } }), NOW).hint).toBe(
      false,
    );
    expect(overviewOf(ledgerWith({}), NOW).hint).toBe(false);
  });
});

test('an unknown shop is marked unknown and proposed by its keys', () => {
  const ledger = ledgerWith({
    shops: [shop('s1', { digits: '123456' }), shop('p1', { identified: false })],
    apps: [
      { id: 'a1', shopId: 's1', developer: '株式会社A', name: 'アプリ', owner: 'vendor' },
      { id: 'a2', shopId: 'p1', developer: '株式会社A', name: 'アプリ', owner: 'vendor' },
    ],
    licenses: [license('l1', { appId: 'a1' }), license('l2', { shopId: 'p1', appId: 'a2' })],
  });
  const overview = overviewOf(ledger, NOW);
  expect(overview.shops.find((one) => one.pending)?.proposalShopId).toBe('s1');
  expect(overview.licenses.map((one) => one.shopMark).sort()).toEqual(['123456', 'unknown']);
});
