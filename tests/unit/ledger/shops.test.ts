import { describe, expect, test } from 'vitest';
import { confirmShop } from '../../../utils/ledger/people.ts';
import { proposeShop } from '../../../utils/ledger/propose.ts';
import { aBook, aRow } from './make.ts';

const NOBODY = { digits: null, slug: null, name: null };
const A = { digits: '111111', slug: 'shop-a', name: '店舗A' };
const B = { digits: '222222', slug: 'shop-b', name: '店舗B' };

const keysOf = (book: ReturnType<typeof aBook>, shopId: string | undefined) =>
  book
    .ledger()
    .licenses.filter((one) => one.shopId === shopId)
    .map((one) => one.last4);

describe('shops that pages name', () => {
  test('the same keys of two shops are two shops’ keys', () => {
    const book = aBook();
    book.read({ shop: A, licenses: [aRow()] });
    book.read({ shop: B, licenses: [aRow()] });
    const { shops } = book.ledger();
    expect(shops).toHaveLength(2);
    expect(shops.map((shop) => keysOf(book, shop.id))).toEqual([['A9FR'], ['A9FR']]);
  });

  test('digits and slug are one shop once one page showed both', () => {
    const book = aBook();
    book.read({ shop: { ...NOBODY, digits: '111111' }, licenses: [aRow()] });
    book.read({ shop: { ...NOBODY, slug: 'shop-a' }, licenses: [aRow(), aRow({ last4: 'B222' })] });
    expect(book.ledger().shops).toHaveLength(2);
    book.read({ shop: A, licenses: [aRow(), aRow({ last4: 'B222' })] });
    expect(book.ledger().shops).toMatchObject([A]);
    expect(keysOf(book, book.ledger().shops[0]?.id).sort()).toEqual(['A9FR', 'B222']);
    expect(book.ledger().apps).toHaveLength(1);
    expect(book.ledger().pages).toHaveLength(1);
    expect(book.kinds()).toContain('shopMerged');
  });

  test('a page that shows the digits of one and the slug of another belongs to neither', () => {
    const book = aBook();
    book.read({ shop: A, licenses: [aRow()] });
    book.read({ shop: B, licenses: [aRow({ last4: 'B222' })] });
    const before = book.ledger().shops;
    book.read({ shop: { ...A, slug: 'shop-b' }, licenses: [aRow({ last4: 'C333' })] });
    expect(book.ledger().shops.slice(0, 2)).toEqual(before);
    const bucket = book.ledger().shops[2];
    expect(bucket).toMatchObject({ identified: false, digits: null, slug: null });
    expect(keysOf(book, bucket?.id)).toEqual(['C333']);
    const problems = book.ledger().pages.flatMap((page) => page.problems);
    expect(problems).toMatchObject([{ code: 'shopConflict', text: '111111 / shop-b' }]);
  });

  test('a page without keys makes no shop', () => {
    const book = aBook();
    book.read({ shop: A, page: 'mainMenu', pageClass: 'none' });
    expect(book.ledger().shops).toEqual([]);
  });
});

describe('pages that name no shop', () => {
  test('wait in a bucket, which the same keys find again', () => {
    const book = aBook();
    book.read({ shop: NOBODY, licenses: [aRow(), aRow({ app: '別', last4: 'B222' })] });
    book.read({ shop: NOBODY, licenses: [aRow(), aRow({ app: '別', last4: 'NEW2' })] });
    expect(book.ledger().shops).toMatchObject([{ identified: false }]);
    expect(book.ledger().licenses).toHaveLength(3);
  });

  test('other keys make another bucket', () => {
    const book = aBook();
    book.read({ shop: NOBODY, licenses: [aRow()] });
    book.read({ shop: NOBODY, licenses: [aRow({ last4: 'B222' })] });
    expect(book.ledger().shops).toHaveLength(2);
  });

  test('buckets whose keys stand on one page are one', () => {
    const book = aBook();
    book.read({ shop: NOBODY, licenses: [aRow()] });
    book.read({ shop: NOBODY, licenses: [aRow({ last4: 'B222' })] });
    book.read({ shop: NOBODY, licenses: [aRow(), aRow({ last4: 'B222' })] });
    expect(book.ledger().shops).toHaveLength(1);
    expect(book.ledger().licenses).toHaveLength(2);
  });

  test('a shop that named itself is never joined by a page that does not, it is only proposed', () => {
    const book = aBook();
    book.read({ shop: A, licenses: [aRow()] });
    book.read({ shop: NOBODY, licenses: [aRow()] });
    const [a, bucket] = book.ledger().shops;
    expect(bucket?.identified).toBe(false);
    expect(proposeShop(book.ledger(), bucket?.id ?? '')).toBe(a?.id);
  });

  test('the name of another shop on the page keeps it apart', () => {
    const book = aBook();
    book.read({ shop: { ...NOBODY, name: '甲' }, licenses: [aRow()] });
    book.read({ shop: { ...NOBODY, name: '乙' }, licenses: [aRow()] });
    expect(book.ledger().shops).toHaveLength(2);
  });
});

describe('what a person says of a bucket', () => {
  const waiting = () => {
    const book = aBook();
    book.read({ shop: A, licenses: [aRow()] });
    book.read({ shop: NOBODY, licenses: [aRow(), aRow({ app: '別', last4: 'B222' })] });
    const [a, bucket] = book.ledger().shops;
    return { book, a: a?.id ?? '', pendingId: bucket?.id ?? '' };
  };

  test('it is a known shop: its keys join, once each, and later pages find it by themselves', () => {
    const { book, a, pendingId } = waiting();
    book.apply(confirmShop(book.ledger(), { pendingId, intoShopId: a, name: null }, book.now()));
    expect(book.ledger().shops).toMatchObject([{ id: a, identified: true, namedByPerson: true }]);
    expect(book.ledger().apps).toHaveLength(2);
    expect(keysOf(book, a)).toEqual(['A9FR', 'B222']);
    expect(book.ledger().pages.map((page) => page.shopId)).toEqual([a]);
    book.read({ shop: NOBODY, licenses: [aRow(), aRow({ app: '三', last4: 'C333' })] });
    expect(book.ledger().shops).toHaveLength(1);
    expect(keysOf(book, a)).toEqual(['A9FR', 'B222', 'C333']);
  });

  test('it is a new shop by a name', () => {
    const { book, pendingId } = waiting();
    const name = ' 二号店 ';
    book.apply(confirmShop(book.ledger(), { pendingId, intoShopId: null, name }, book.now()));
    expect(book.ledger().shops[1]).toMatchObject({
      name: '二号店',
      identified: true,
      namedByPerson: true,
    });
    expect(book.kinds()).toContain('shopConfirmed');
  });

  test('a page that names itself later, with the keys of a shop that a person named, asks first', () => {
    const { book, pendingId } = waiting();
    const confirmed = { pendingId, intoShopId: null, name: '二号店' };
    book.apply(confirmShop(book.ledger(), confirmed, book.now()));
    book.read({ shop: B, licenses: [aRow({ app: '別', last4: 'B222' })] });
    const asks = book.ledger().shops[2];
    expect(asks).toMatchObject({ ...B, identified: false });
    expect(proposeShop(book.ledger(), asks?.id ?? '')).toBe(pendingId);
    const yes = { pendingId: asks?.id ?? '', intoShopId: pendingId, name: null };
    book.apply(confirmShop(book.ledger(), yes, book.now()));
    expect(book.ledger().shops[1]).toMatchObject({ digits: '222222', name: '二号店' });
    book.read({ shop: B, licenses: [aRow({ app: '別', last4: 'B222' })] });
    expect(book.ledger().shops).toHaveLength(2);
  });

  test('a page that shows keys of two shops that a person named is given to neither', () => {
    const book = aBook();
    const keys = [aRow({ last4: 'C333' }), aRow({ last4: 'D444' })];
    for (const key of keys) {
      book.read({ shop: NOBODY, licenses: [key] });
      const pendingId = book.ledger().shops.at(-1)?.id ?? '';
      const named = { pendingId, intoShopId: null, name: `店 ${key.last4}` };
      book.apply(confirmShop(book.ledger(), named, book.now()));
    }
    book.read({ shop: NOBODY, licenses: keys });
    const [one, two, bucket] = book.ledger().shops;
    expect(bucket?.identified).toBe(false);
    expect(proposeShop(book.ledger(), bucket?.id ?? '')).toBeNull();
    expect([one, two, bucket].map((shop) => keysOf(book, shop?.id).length)).toEqual([1, 1, 2]);
    book.read({ shop: NOBODY, licenses: keys });
    expect(book.ledger().shops).toHaveLength(3);
  });

  test.each([
    ['a shop that is not there', { intoShopId: 'nothing', name: null }, 'notFound'],
    ['no shop and no name', { intoShopId: null, name: '  ' }, 'badMessage'],
    ['no shop and a name without end', { intoShopId: null, name: 'あ'.repeat(101) }, 'badMessage'],
  ])('%s is refused', (_name, choice, code) => {
    const { book, pendingId } = waiting();
    const confirming = () => confirmShop(book.ledger(), { pendingId, ...choice }, book.now());
    expect(confirming).toThrow(expect.objectContaining({ code }));
  });

  test('pages that named one shop are not given to another', () => {
    const { book, a, pendingId } = waiting();
    const confirmed = { pendingId, intoShopId: null, name: '二号店' };
    book.apply(confirmShop(book.ledger(), confirmed, book.now()));
    book.read({ shop: B, licenses: [aRow({ app: '別', last4: 'B222' })] });
    const wrong = { pendingId: book.ledger().shops[2]?.id ?? '', intoShopId: a, name: null };
    expect(() => confirmShop(book.ledger(), wrong, book.now())).toThrow(
      expect.objectContaining({ code: 'notAllowed' }),
    );
  });

  test('a shop that is no bucket is not found', () => {
    const { book, a } = waiting();
    const wrong = { pendingId: a, intoShopId: null, name: 'x' };
    expect(() => confirmShop(book.ledger(), wrong, book.now())).toThrow(
      expect.objectContaining({ code: 'notFound' }),
    );
  });
});

test('what is known of a key follows it when two records become one', () => {
  const book = aBook();
  book.read({ shop: A, licenses: [aRow()] });
  book.read({ shop: NOBODY, licenses: [aRow()] });
  const [kept, moved] = book.ledger().licenses;
  const [a, bucket] = book.ledger().shops;
  const licenseId = moved?.id ?? '';
  book.apply({
    bindings: [
      {
        id: 'binding',
        shopId: bucket?.id ?? '',
        connectorId: 'next-engine',
        origin: 'https://main.next-engine.com',
        appId: moved?.appId ?? '',
        shopOnTool: null,
        createdAt: 1,
      },
    ],
    placements: [
      {
        id: 'placement',
        bindingId: 'binding',
        field: 'licenseKey',
        holds: { licenseId, how: 'filled', by: 'page', at: 1 },
        works: { licenseId, how: 'toolTest', by: 'page', ok: true, at: 1 },
      },
    ],
    reminders: [
      {
        id: 'reminder',
        shopId: bucket?.id ?? '',
        subjectId: licenseId,
        reason: 'expiring',
        threshold: 7,
        occurrence: 0,
        expiresOn: '2027-02-01',
        dueAt: 1,
        createdAt: 1,
        endedAt: null,
        endedBy: null,
      },
    ],
  });
  const into = { pendingId: bucket?.id ?? '', intoShopId: a?.id ?? '', name: null };
  book.apply(confirmShop(book.ledger(), into, book.now()));
  const { licenses, bindings, placements, reminders } = book.ledger();
  expect(licenses.map((one) => one.id)).toEqual([kept?.id]);
  expect(bindings).toMatchObject([{ shopId: a?.id, appId: kept?.appId }]);
  expect(placements).toMatchObject([
    { holds: { licenseId: kept?.id }, works: { licenseId: kept?.id } },
  ]);
  expect(reminders).toMatchObject([{ shopId: a?.id, subjectId: kept?.id }]);
});
