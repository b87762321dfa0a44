import { describe, expect, test } from 'vitest';
import { fixture, read } from './page.ts';

/** Seed 002's page, in markups that look alike to a person. */
const MARKUPS = [
  'app-list',
  'layout-tables',
  'aria',
  'css-table',
  'css-grid',
  'cards',
  'definition-lists',
  'transposed',
  'fixed-head',
  'with-help',
];

const SHOP = { digits: '401234', slug: 'hanaya-test', name: '花屋テスト店' };

describe.each(MARKUPS)('アプリ一覧 as %s', (name) => {
  const reading = read(fixture(name));

  test('both keys, every value', () => {
    const rows = reading.licenses.map(({ developer, app, owner, last4, expiresOn, state }) => ({
      developer,
      app,
      owner,
      last4,
      expiresOn,
      state,
    }));
    expect(rows).toEqual([
      {
        developer: '店舗様',
        app: '(アプリ名を登録してください)',
        owner: 'shop',
        last4: 'A9FR',
        expiresOn: '2025-05-26',
        state: 'active',
      },
      {
        developer: '株式会社GoQSystem',
        app: 'GoQ System (ごくシステム)',
        owner: 'vendor',
        last4: 'IANT',
        expiresOn: null,
        state: 'updateAvailable',
      },
    ]);
  });

  test('both event grants', () => {
    expect(reading.events).toEqual([
      {
        company: '株式会社GoQSystem',
        service: '受注情報通知',
        startedOn: '2014-10-06',
        state: 'active',
        stateText: '利用中',
      },
      {
        company: '株式会社GoQSystem',
        service: '問い合わせユーザアクション通知',
        startedOn: '2024-04-04',
        state: 'active',
        stateText: '利用中',
      },
    ]);
  });

  test('the page, its shop, nothing amiss', () => {
    expect(reading).toMatchObject({ page: 'appList', pageClass: 'keys', shop: SHOP, problems: [] });
    expect(reading.eventCoverage).toBe('complete');
    // A key out of sight is in the css-table fixture: what is seen there is not all there is.
    expect(reading.licenseCoverage).toBe(name === 'css-table' ? 'partial' : 'complete');
  });
});

test('columns that nobody knows stay in the row', () => {
  expect(read(fixture('aria')).licenses[0]?.extra).toEqual([['備考', 'メモ']]);
});

test('the list of 2018 names apps and states, no keys, and never counts as complete', () => {
  const reading = read(fixture('products-2018'));
  expect(
    reading.licenses.map(({ developer, app, last4, expiresOn, state }) => [
      developer,
      app,
      last4,
      expiresOn,
      state,
    ]),
  ).toEqual([
    ['Hamee株式会社', 'ネクストエンジン', null, null, 'updateAvailable'],
    ['株式会社サンプル商会', '在庫くん', null, null, 'awaitingApproval'],
  ]);
  expect(reading).toMatchObject({
    page: 'appList',
    pageClass: 'keys',
    licenseCoverage: 'partial',
    problems: [],
  });
});

test('what a row says wrongly is a problem of that row, never a null or a guess', () => {
  const reading = read(fixture('trouble'));
  expect(reading.problems.map(({ code, app, last4 }) => [code, app, last4])).toEqual([
    ['badDate', '甲', 'AAAA'],
    ['badLast4', '乙', null],
    ['badDate', '丙', 'CCCC'],
  ]);
  expect(
    reading.licenses.map(({ app, last4, expiresOn, state, stateText }) => [
      app,
      last4,
      expiresOn,
      state,
      stateText,
    ]),
  ).toEqual([
    ['丁', 'DDDD', '2025-05-26', 'unknown', '審査中'],
    ['戊', null, null, 'awaitingApproval', '承認待ち'],
    ['己', 'FFFF', '2025-05-26', 'expired', '有効期限切れ'],
    ['庚', 'GGGG', '2025-05-26', 'stopped', '停止中'],
  ]);
  expect(reading.licenseCoverage).toBe('partial');
});
