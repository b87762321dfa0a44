import { describe, expect, test } from 'vitest';
import { dismissHint, resolveConflict, setExpiry } from '../../../utils/ledger/people.ts';
import { aBook, aRow } from './make.ts';

const withDate = (expiresOn: `2027-${number}-${number}` | null) => {
  const book = aBook();
  book.read({ licenses: [aRow({ expiresOn })] });
  return { book, licenseId: book.license('A9FR').id };
};

describe('a date that a person gives', () => {
  test('stands until the page gives one', () => {
    const { book, licenseId } = withDate(null);
    book.apply(setExpiry(book.ledger(), { licenseId, on: '2027-03-01' }, book.now()));
    book.read({ licenses: [aRow({ expiresOn: null })] });
    expect(book.license('A9FR').expiry).toEqual({ on: '2027-03-01', basis: 'person' });
    book.read({ licenses: [aRow({ expiresOn: '2027-05-01' })] });
    expect(book.license('A9FR')).toMatchObject({
      expiry: { on: '2027-05-01', basis: 'page' },
      conflict: null,
    });
  });

  test('can be taken back', () => {
    const { book, licenseId } = withDate(null);
    book.apply(setExpiry(book.ledger(), { licenseId, on: '2027-03-01' }, book.now()));
    book.apply(setExpiry(book.ledger(), { licenseId, on: null }, book.now()));
    expect(book.license('A9FR').expiry).toBeNull();
  });

  test('does not overrule what RMS shows', () => {
    const { book, licenseId } = withDate('2027-02-01');
    const overrule = () => setExpiry(book.ledger(), { licenseId, on: '2027-03-01' }, book.now());
    expect(overrule).toThrow(expect.objectContaining({ code: 'notAllowed' }));
  });
});

describe('a conflict', () => {
  const inConflict = () => {
    const { book, licenseId } = withDate('2027-02-01');
    book.read({ licenses: [aRow({ expiresOn: '2027-05-01' })] });
    return { book, licenseId };
  };

  test('accepted: the later date is the known one', () => {
    const { book, licenseId } = inConflict();
    book.apply(resolveConflict(book.ledger(), { licenseId, accept: true }, book.now()));
    expect(book.license('A9FR')).toMatchObject({ expiry: { on: '2027-05-01' }, conflict: null });
    book.read({ licenses: [aRow({ expiresOn: '2027-05-01' })] });
    expect(book.license('A9FR').conflict).toBeNull();
  });

  test('refused: the known date stays and the same date is not asked about again, another is', () => {
    const { book, licenseId } = inConflict();
    book.apply(resolveConflict(book.ledger(), { licenseId, accept: false }, book.now()));
    book.read({ licenses: [aRow({ expiresOn: '2027-05-01' })] });
    expect(book.license('A9FR')).toMatchObject({ expiry: { on: '2027-02-01' }, conflict: null });
    book.read({ licenses: [aRow({ expiresOn: '2027-06-01' })] });
    expect(book.license('A9FR').conflict?.on).toBe('2027-06-01');
  });

  test('that is none is not found', () => {
    const { book, licenseId } = withDate('2027-02-01');
    const resolve = () => resolveConflict(book.ledger(), { licenseId, accept: true }, book.now());
    expect(resolve).toThrow(expect.objectContaining({ code: 'notFound' }));
  });
});

test('the hint is dismissed once', () => {
  const { book } = withDate(null);
  book.apply(dismissHint(book.ledger(), 5));
  expect(book.ledger().meta.hintDismissedAt).toBe(5);
  expect(dismissHint(book.ledger(), 9)).toEqual({});
});
