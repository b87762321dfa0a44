import { describe, expect, test } from 'vitest';
import type { ApiList } from '../../../utils/model/functions.ts';
import { outageAt } from '../../../utils/ledger/merge-outages.ts';
import { apiChangeOf } from '../../../utils/overview/apis.ts';
import { HOUR } from '../../../utils/model/time.ts';
import { aBook, aRow, T0 } from './make.ts';

const listOf = (asks: ApiList['asks'], ...names: string[]): ApiList => ({
  developer: 'Hamee株式会社',
  app: 'ネクストエンジン',
  asks,
  rows: names.map((text) => {
    const [name = '', mark] = text.split(' ');
    return { name, about: `${name} の説明`, isNew: mark === 'NEW' };
  }),
});

/** A detail page of the app, whose key is of that state. */
function aDetail() {
  const book = aBook();
  const detail = (apis: ApiList, state: 'active' | 'updateAvailable' | 'awaitingApproval') =>
    book.read({
      page: 'appDetail',
      licenseCoverage: 'partial',
      licenses: [aRow({ state, last4: state === 'awaitingApproval' ? null : 'A9FR' })],
      apis,
    });
  const change = () => {
    const license = book.ledger().licenses[0];
    return license ? apiChangeOf(book.ledger().apps[0]?.apis, license) : null;
  };
  const added = () => change()?.groups.flatMap(({ apis }) => apis.map(({ name }) => name));
  return { ...book, detail, change, added };
}

describe('what an update adds', () => {
  test('the list agreed to is kept, and what is not in it is new', () => {
    const page = aDetail();
    page.detail(listOf(null, 'rpay.order.getOrder', 'item.get'), 'active');
    expect(page.change()).toBeNull();
    const agreedAt = page.now();
    page.detail(
      listOf('update', 'rpay.order.getOrder', 'coupon.issue', 'coupon.get'),
      'updateAvailable',
    );
    expect(page.change()).toMatchObject({
      known: 'compared',
      comparedAt: agreedAt,
      count: 2,
      removed: ['item.get'],
    });
    expect(page.added()).toEqual(['coupon.issue', 'coupon.get']);
    expect(page.kinds()).toContain('apisAsked');
  });

  test("RMS's own marks count before any comparison", () => {
    const page = aDetail();
    page.detail(listOf('update', 'rpay.order.getOrder', 'coupon.issue NEW'), 'updateAvailable');
    expect(page.change()).toMatchObject({ known: 'marked', count: 1, comparedAt: null });
  });

  test('a list that was never read before: the whole of it, and that nobody can tell', () => {
    const page = aDetail();
    page.detail(listOf('update', 'rpay.order.getOrder', 'coupon.issue'), 'updateAvailable');
    expect(page.change()).toMatchObject({ known: 'unread', count: 2, comparedAt: null });
  });

  test('the same list as before says nothing of what is new', () => {
    const page = aDetail();
    page.detail(listOf(null, 'rpay.order.getOrder'), 'active');
    page.detail(listOf('update', 'rpay.order.getOrder'), 'updateAvailable');
    expect(page.change()).toMatchObject({ known: 'same', count: 1 });
  });

  test('after アップデートする the new list is the one agreed to', () => {
    const page = aDetail();
    page.detail(listOf('update', 'rpay.order.getOrder', 'coupon.issue'), 'updateAvailable');
    page.detail(listOf(null, 'rpay.order.getOrder', 'coupon.issue'), 'active');
    expect(page.change()).toBeNull();
    expect(page.ledger().apps[0]?.apis?.agreed?.names).toHaveLength(2);
    expect(page.kinds()).toContain('apisAgreed');
  });

  test("an older key's page that offers nothing is not taken for agreed", () => {
    const page = aDetail();
    page.detail(listOf(null, 'rpay.order.getOrder'), 'active');
    page.detail(listOf('update', 'rpay.order.getOrder', 'coupon.issue'), 'updateAvailable');
    page.read({
      page: 'appDetail',
      licenseCoverage: 'partial',
      licenses: [aRow({ last4: 'OLD1' })],
      apis: listOf(null, 'rpay.order.getOrder', 'coupon.issue'),
    });
    expect(page.added()).toEqual(['coupon.issue']);
  });

  test('what was read of an earlier update is not said of a later one', () => {
    const page = aDetail();
    page.detail(listOf('update', 'rpay.order.getOrder'), 'updateAvailable');
    page.read({ licenses: [aRow({ state: 'active' })] });
    page.read({ licenses: [aRow({ state: 'updateAvailable' })] });
    expect(page.change()).toBeNull();
  });

  test('an application shows what approving allows', () => {
    const page = aDetail();
    page.detail(listOf('approval', 'rpay.order.getOrder'), 'awaitingApproval');
    expect(page.change()).toMatchObject({ why: 'approval', known: 'first', count: 1 });
  });
});

describe('障害情報', () => {
  const outage = { title: 'WEB API', from: T0 - HOUR, to: T0 + HOUR };

  test('is kept while it goes on, and without an end for a day after it was read', () => {
    const book = aBook();
    book.read({ pageClass: 'none', page: 'other', outages: [outage] });
    expect(outageAt(book.ledger(), T0)).toMatchObject({ title: 'WEB API' });
    expect(outageAt(book.ledger(), T0 + 2 * HOUR)).toBeNull();
    book.read({ pageClass: 'none', page: 'other', outages: [{ ...outage, to: null }] });
    expect(outageAt(book.ledger(), T0 + 20 * HOUR)).not.toBeNull();
    expect(outageAt(book.ledger(), T0 + 25 * HOUR)).toBeNull();
  });

  test('makes neither a key nor an alarm', () => {
    const book = aBook();
    book.read({ pageClass: 'none', page: 'other', outages: [outage] });
    expect(book.ledger().licenses).toEqual([]);
    expect(book.ledger().pages.flatMap(({ problems }) => problems)).toEqual([]);
  });
});
