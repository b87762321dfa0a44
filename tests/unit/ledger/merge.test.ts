import { describe, expect, test } from 'vitest';
import { isEmpty } from '../../../utils/ledger/apply.ts';
import { merge } from '../../../utils/ledger/merge.ts';
import type { Reading } from '../../../utils/model/reading.ts';
import { aBook, anEvent, aProblem, aReading, aRow } from './make.ts';

describe('the first reading', () => {
  test('makes shop, apps, keys and grants, and marks that something was read', () => {
    const book = aBook();
    const own = aRow({ app: '自店舗利用', developer: '店舗様', owner: 'shop', last4: 'ZZ12' });
    book.read({ licenses: [aRow(), own], events: [anEvent()] });
    const { shops, apps, licenses, events, pages, meta } = book.ledger();
    expect(shops).toMatchObject([{ digits: '123456', slug: 'shop-a', identified: true }]);
    expect(apps.map((app) => app.name)).toEqual(['ネクストエンジン', '自店舗利用']);
    expect(licenses).toMatchObject([
      { last4: 'A9FR', expiry: { on: '2027-02-01', basis: 'page' }, issuedSeenAt: null },
      { last4: 'ZZ12' },
    ]);
    expect(events).toHaveLength(1);
    expect(pages).toMatchObject([{ pageClass: 'keys', readAt: book.now(), problems: [] }]);
    expect(meta.firstReadingAt).toBe(book.now());
    expect(book.kinds()).toEqual(['shopNew', 'licenseNew', 'licenseNew', 'eventNew']);
  });

  test('merged once more it changes nothing', () => {
    const book = aBook();
    book.read({ licenses: [aRow(), aRow({ last4: 'OLD1' })], events: [anEvent()] });
    const now = book.now() + 60_000;
    const reading = aReading({ at: now, licenses: [aRow()] });
    book.apply(merge(book.ledger(), reading, { now, newId: book.newId }));
    const again = merge(book.ledger(), reading, { now: now + 5000, newId: book.newId });
    expect(again).toEqual({});
    expect(isEmpty(again)).toBe(true);
    expect(book.license('OLD1').missedReadings).toBe(1);
  });

  test('a reading from a clock that is ahead is not later than now', () => {
    const book = aBook();
    book.read({ at: book.now() + 1e12, licenses: [aRow()] });
    expect(book.license('A9FR').lastSeenAt).toBe(book.now());
  });
});

describe('which app', () => {
  test('width and white space of a name do not make another app', () => {
    const book = aBook();
    book.read({ licenses: [aRow({ app: 'ＧｏＱ System' })] });
    book.read({ licenses: [aRow({ app: 'GoQSystem\u200B' })] });
    expect(book.ledger().apps).toHaveLength(1);
    expect(book.ledger().licenses).toHaveLength(1);
  });

  test('one gone and one new with the same last4 in a complete reading is a rename', () => {
    const book = aBook();
    book.read({ licenses: [aRow(), aRow({ app: '別', last4: 'B222' })] });
    const { id } = book.license('A9FR');
    book.read({ licenses: [aRow({ app: '新しい名前' }), aRow({ app: '別', last4: 'B222' })] });
    expect(book.license('A9FR').id).toBe(id);
    expect(book.ledger().apps.map((app) => app.name)).toEqual(['新しい名前', '別']);
    expect(book.kinds()).toContain('appRenamed');
  });

  test('in a partial reading it is another app', () => {
    const book = aBook();
    book.read({ licenses: [aRow()] });
    book.read({ licenses: [aRow({ app: '新しい名前' })], licenseCoverage: 'partial' });
    expect(book.ledger().apps).toHaveLength(2);
  });

  test('of two apps that could be meant none is renamed', () => {
    const book = aBook();
    book.read({ licenses: [aRow({ app: '一' }), aRow({ app: '二' })] });
    book.read({ licenses: [aRow({ app: '三' })] });
    expect(book.ledger().apps).toHaveLength(3);
    expect(book.kinds()).not.toContain('appRenamed');
  });
});

describe('which key', () => {
  test('a new last4 of a known app is a key that came newly into being; the old one stays', () => {
    const book = aBook();
    book.read({ licenses: [aRow()] });
    book.read({ licenses: [aRow({ last4: 'NEW1', expiresOn: '2027-03-04' })] });
    expect(book.license('NEW1').issuedSeenAt).toBe(book.now());
    expect(book.alive()).toEqual(['A9FR', 'NEW1']);
  });

  test('is gone after two complete readings without it, in a row', () => {
    const book = aBook();
    const both = [aRow(), aRow({ app: 'GoQSystem', last4: 'IANT' })];
    const without = { licenses: both.slice(0, 1) };
    book.read({ licenses: both });
    book.read(without);
    expect(book.alive()).toEqual(['A9FR', 'IANT']);
    book.read({ licenses: both });
    book.read(without);
    expect(book.alive()).toEqual(['A9FR', 'IANT']);
    book.read(without);
    expect(book.alive()).toEqual(['A9FR']);
    expect(book.kinds()).toContain('licenseGone');
    book.read({ licenses: both });
    expect(book.alive()).toEqual(['A9FR', 'IANT']);
    expect(book.kinds().at(-1)).toBe('licenseBack');
  });

  test.each<[string, Partial<Reading>]>([
    ['partial', { licenseCoverage: 'partial', eventCoverage: 'partial' }],
    ['of a detail page', { page: 'appDetail' }],
    ['with a row not understood', { problems: [aProblem({ app: null, developer: null })] }],
    ['of a login page', { pageClass: 'loggedOut' }],
    ['unreadable', { pageClass: 'unreadable' }],
  ])('a reading that is %s shows nobody gone', (_name, over) => {
    const book = aBook();
    book.read({ licenses: [aRow()], events: [anEvent()] });
    for (let i = 0; i < 3; i += 1) book.read(over);
    expect(book.license('A9FR')).toMatchObject({ missedReadings: 0, goneAt: null });
    expect(book.ledger().events[0]).toMatchObject({ missedReadings: 0, goneAt: null });
  });

  test('an application that waited for approval becomes the key it is given', () => {
    const book = aBook();
    book.read({ licenses: [aRow({ last4: null, state: 'awaitingApproval', expiresOn: null })] });
    const { id } = book.license(null);
    book.read({ licenses: [aRow()] });
    expect(book.license('A9FR')).toMatchObject({ id, issuedSeenAt: book.now(), state: 'active' });
    expect(book.ledger().licenses).toHaveLength(1);
  });

  test('beside one that still waits, a key is another', () => {
    const book = aBook();
    const waiting = aRow({ last4: null, state: 'awaitingApproval', expiresOn: null });
    book.read({ licenses: [waiting] });
    book.read({ licenses: [waiting, aRow()] });
    expect(book.ledger().licenses).toHaveLength(2);
  });

  test('a detail page right after issuing says that the key is new, app known or not', () => {
    const book = aBook();
    const detail = { page: 'appDetail', licenseCoverage: 'partial', issuedNow: true } as const;
    book.read({ ...detail, licenses: [aRow({ last4: 'NEW1' })] });
    expect(book.license('NEW1').issuedSeenAt).toBe(book.now());
  });

  test('it says so also of a key that the list showed a moment before, not of one long known', () => {
    const book = aBook();
    const detail = { page: 'appDetail', licenseCoverage: 'partial', issuedNow: true } as const;
    book.read({ licenses: [aRow()] });
    book.read({ ...detail, licenses: [aRow()] });
    expect(book.license('A9FR').issuedSeenAt).toBe(book.now());
    const old = { ...book.license('A9FR'), issuedSeenAt: null, firstSeenAt: 0 };
    book.apply({ licenses: [old] });
    book.read({ ...detail, licenses: [aRow()] });
    expect(book.license('A9FR').issuedSeenAt).toBeNull();
  });

  test('a detail page changes its own app only', () => {
    const book = aBook();
    book.read({ licenses: [aRow(), aRow({ app: '別', last4: 'B222' })] });
    const before = book.license('B222');
    const detail = { page: 'appDetail', licenseCoverage: 'partial' } as const;
    book.read({ ...detail, licenses: [aRow({ state: 'stopped', stateText: '停止中' })] });
    expect(book.license('A9FR').state).toBe('stopped');
    expect(book.license('B222')).toEqual(before);
  });

  test('one key shown twice with different dates is believed neither way', () => {
    const book = aBook();
    book.read({ licenses: [aRow()] });
    const before = book.license('A9FR');
    book.read({ licenses: [aRow({ expiresOn: '2027-01-01' }), aRow({ expiresOn: '2027-01-02' })] });
    expect(book.license('A9FR')).toEqual(before);
    expect(book.ledger().pages[0]?.problems).toMatchObject([{ code: 'badRow', last4: 'A9FR' }]);
  });

  test('a row that could not be read leaves its key as it was, and is told of', () => {
    const book = aBook();
    book.read({ licenses: [aRow()] });
    const before = book.license('A9FR');
    book.read({ problems: [aProblem()] });
    expect(book.license('A9FR')).toEqual(before);
    expect(book.ledger().pages[0]?.problems).toHaveLength(1);
    expect(book.kinds()).toContain('pageUnreadable');
  });
});

describe('dates', () => {
  const readDates = (...rows: Parameters<typeof aRow>[0][]) => {
    const book = aBook();
    for (const over of rows) book.read({ licenses: [aRow(over)] });
    return book;
  };
  const later = { expiresOn: '2027-05-01' } as const;

  test('a later date with nothing else changed is a conflict; the known date stays', () => {
    const book = readDates({}, later);
    const conflict = { on: '2027-05-01', seenAt: book.now() };
    expect(book.license('A9FR')).toMatchObject({ expiry: { on: '2027-02-01' }, conflict });
    book.read({ licenses: [aRow(later)] });
    expect(book.license('A9FR').conflict).toEqual(conflict);
    expect(book.kinds().filter((kind) => kind === 'expiryConflict')).toHaveLength(1);
  });

  test('a state that changes afterwards is no evidence for the date in question', () => {
    const book = readDates({}, later, { ...later, state: 'updateAvailable' });
    expect(book.license('A9FR')).toMatchObject({
      expiry: { on: '2027-02-01' },
      conflict: { on: '2027-05-01' },
    });
  });

  test('the known date shown again ends the conflict', () => {
    expect(readDates({}, later, {}).license('A9FR').conflict).toBeNull();
  });

  test('a later date that came with a new state is taken', () => {
    const book = readDates({ state: 'expired' }, { ...later, state: 'active' });
    expect(book.license('A9FR')).toMatchObject({ expiry: { on: '2027-05-01' }, conflict: null });
  });

  test('an earlier date is taken', () => {
    const book = readDates({}, { expiresOn: '2027-01-15' });
    expect(book.license('A9FR').expiry).toEqual({ on: '2027-01-15', basis: 'page' });
    expect(book.kinds()).toContain('expiryChanged');
  });

  test('「-」 after a date keeps the date and notes it once', () => {
    const book = readDates({}, { expiresOn: null }, { expiresOn: null });
    expect(book.license('A9FR')).toMatchObject({
      expiry: { on: '2027-02-01' },
      dateHiddenSince: book.now() - 60_000,
    });
    expect(book.kinds().filter((kind) => kind === 'expiryChanged')).toHaveLength(1);
    book.read({ licenses: [aRow()] });
    expect(book.license('A9FR')).not.toHaveProperty('dateHiddenSince');
  });

  test('更新あり has a beginning, which stays until it ends', () => {
    const book = readDates({}, { state: 'updateAvailable' });
    const since = book.now();
    book.read({ licenses: [aRow({ state: 'updateAvailable' })] });
    expect(book.license('A9FR').updateSeenSince).toBe(since);
    book.read({ licenses: [aRow()] });
    expect(book.license('A9FR').updateSeenSince).toBeNull();
  });
});

describe('event grants', () => {
  test('are gone after two complete readings, and are no licenses', () => {
    const book = aBook();
    book.read({ events: [anEvent(), anEvent({ service: '別' })] });
    book.read({ events: [anEvent()] });
    book.read({ events: [anEvent()] });
    const gone = book.ledger().events.filter((event) => event.goneAt !== null);
    expect(gone).toMatchObject([{ service: '別' }]);
    expect(book.kinds()).toContain('eventGone');
    expect(book.ledger().licenses).toEqual([]);
  });
});
