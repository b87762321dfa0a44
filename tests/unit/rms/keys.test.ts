import { describe, expect, test } from 'vitest';
import { findKeys } from '../../../utils/rms/keys.ts';
import { fixture, OTHER_URL, pageOf } from './page.ts';

const find = (html: string, selection = '') => findKeys(pageOf(html), selection, OTHER_URL);

test('a vendor key broken by <wbr>, spans and a line break', () => {
  expect(find(fixture('detail-revealed'))).toEqual({
    page: 'appDetail',
    pageClass: 'keys',
    shop: { digits: '401234', slug: 'hanaya-test', name: '花屋テスト店' },
    keys: [
      {
        licenseKey: '401234_AbCdEfGh1234IANT',
        serviceSecret: null,
        developer: '株式会社GoQSystem',
        app: 'GoQ System (ごくシステム)',
        last4: 'IANT',
        shownLast4: null,
        from: 'page',
      },
    ],
  });
});

test("both halves of the shop's own app, from fields; nothing from examples, placeholders or our own elements", () => {
  expect(find(fixture('own-app-revealed')).keys).toMatchObject([
    {
      licenseKey: 'SL401234_Zz9Yy8Xx7Ww6A9FR',
      serviceSecret: 'SP401234_a1b2c3d4e5f6g7h8',
      developer: '店舗様',
      app: '自店舗の連携',
    },
  ]);
});

test('several keys side by side are all offered', () => {
  expect(find(fixture('detail-two-keys')).keys.map(({ last4, app }) => [last4, app])).toEqual([
    ['7kQz', 'ネクストエンジン'],
    ['Pq12', 'ネクストエンジン'],
  ]);
});

describe('nothing to carry', () => {
  test.each(['app-list', 'robot-check', 'help', 'news', 'login', 'unreadable'])('%s', (name) => {
    expect(find(fixture(name)).keys).toEqual([]);
  });

  test('a placeholder made of one character', () => {
    const html =
      '<h2>ライセンス情報</h2><dl><dt>ライセンスキー</dt><dd>SL123456_XXXXXXXXXXXXXXXX</dd><dt>有効期限</dt><dd>-</dd></dl>';
    expect(find(html).keys).toEqual([]);
  });
});

describe('the selected text', () => {
  test('is taken before what the page labels', () => {
    const [key] = find(fixture('app-list'), '  SL401234_Zz9Yy8X\n x7Ww6A9FR ').keys;
    expect(key).toMatchObject({
      licenseKey: 'SL401234_Zz9Yy8Xx7Ww6A9FR',
      last4: 'A9FR',
      from: 'selection',
    });
  });

  test('names the app where the page shows the same key', () => {
    const [key] = find(fixture('detail-revealed'), '401234_AbCdEfGh1234IANT').keys;
    expect(key).toMatchObject({ developer: '株式会社GoQSystem', from: 'selection' });
  });

  test('with its label around it', () => {
    const { keys } = find('<p>x</p>', 'ライセンスキー: SL401234_Zz9Yy8Xx7Ww6A9FR コピー');
    expect(keys.map(({ licenseKey }) => licenseKey)).toEqual(['SL401234_Zz9Yy8Xx7Ww6A9FR']);
  });

  test('two keys on two lines are two', () => {
    const { keys } = find('<p>x</p>', 'SL401234_Zz9Yy8Xx7Ww6A9FR\nSL401234_Aa9Yy8Xx7Ww6B8XX');
    expect(keys.map(({ last4 }) => last4)).toEqual(['A9FR', 'B8XX']);
  });

  test('that is no key is not taken for one', () => {
    expect(find(fixture('detail-revealed'), '有効期限').keys).toMatchObject([{ from: 'page' }]);
  });
});
