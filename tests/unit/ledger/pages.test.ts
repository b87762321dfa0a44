import { describe, expect, test } from 'vitest';
import type { Reading } from '../../../utils/model/reading.ts';
import { aBook, aProblem, aRow } from './make.ts';

const NOBODY = { digits: null, slug: null, name: null };
const list = { licenses: [aRow()] };
const login: Partial<Reading> = { shop: NOBODY, page: 'other', pageClass: 'loggedOut' };

const classes = (book: ReturnType<typeof aBook>) =>
  book
    .ledger()
    .pages.map((page) => `${page.shopId === null ? '-' : 'A'}:${page.page} ${page.pageClass}`);

describe('what a page last said', () => {
  test('it has been so since the class changed', () => {
    const book = aBook();
    book.read({ pageClass: 'unreadable' });
    const since = book.now();
    book.read({ pageClass: 'unreadable' });
    expect(book.ledger().pages).toMatchObject([{ since, at: book.now(), readAt: null }]);
    expect(book.kinds().filter((kind) => kind === 'pageUnreadable')).toHaveLength(1);
  });

  test('a log-out is recorded and takes nothing away; the next reading ends it', () => {
    const book = aBook();
    book.read(list);
    const readAt = book.now();
    book.read(login);
    expect(classes(book)).toEqual(['A:appList keys', '-:other loggedOut']);
    expect(book.ledger().pages[0]).toMatchObject({ readAt });
    expect(book.license('A9FR').lastSeenAt).toBe(readAt);
    book.read(list);
    expect(classes(book)).toEqual(['A:appList keys']);
  });

  test('the main menu proves that somebody is logged in again', () => {
    const book = aBook();
    book.read(login);
    book.read({ page: 'mainMenu', pageClass: 'none' });
    expect(classes(book)).not.toContain('-:other loggedOut');
  });

  test('maintenance of a known page keeps when it was last read, and ends', () => {
    const book = aBook();
    book.read(list);
    const readAt = book.now();
    book.read({ pageClass: 'maintenance' });
    expect(book.ledger().pages).toMatchObject([{ pageClass: 'maintenance', readAt }]);
    book.read({ shop: NOBODY, page: 'mainMenu', pageClass: 'none' });
    book.read({ page: 'mainMenu', pageClass: 'none' });
    expect(classes(book)).toContain('A:appList keys');
  });

  test.each<[string, Partial<Reading>]>([
    ['a log-out', { pageClass: 'loggedOut' }],
    ['a page without keys', { pageClass: 'none' }],
    ['another kind of page', { page: 'appDetail', licenseCoverage: 'partial', ...list }],
  ])('the alarm of an unreadable page is not ended by %s', (_name, over) => {
    const book = aBook();
    book.read({ pageClass: 'unreadable' });
    book.read(over);
    expect(classes(book)).toContain('A:appList unreadable');
  });

  test('it is ended when that kind of page is read, also where nobody knew whose it was', () => {
    const book = aBook();
    book.read({ shop: NOBODY, pageClass: 'unreadable' });
    expect(classes(book)).toEqual(['-:appList unreadable']);
    book.read(list);
    expect(classes(book)).toEqual(['A:appList keys']);
  });

  test('an odd page elsewhere hides nothing once the whole list is read', () => {
    const book = aBook();
    book.read({ page: 'other', pageClass: 'unreadable' });
    book.read({ ...list, licenseCoverage: 'partial' });
    expect(classes(book)).toContain('A:other unreadable');
    book.read(list);
    expect(classes(book)).toEqual(['A:appList keys']);
  });

  test('a row that could not be read stands until that row is read', () => {
    const book = aBook();
    const other = aRow({ app: '別', last4: 'B222' });
    book.read({ licenses: [other], problems: [aProblem()] });
    book.read({ licenses: [other], licenseCoverage: 'partial' });
    expect(book.ledger().pages[0]?.problems).toHaveLength(1);
    book.read({ licenses: [aRow()], licenseCoverage: 'partial' });
    expect(book.ledger().pages[0]?.problems).toEqual([]);
  });

  test('it stands through a log-out', () => {
    const book = aBook();
    book.read({ problems: [aProblem()] });
    book.read({ pageClass: 'loggedOut' });
    expect(book.ledger().pages[0]?.problems).toHaveLength(1);
  });
});
