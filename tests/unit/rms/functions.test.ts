import { describe, expect, test } from 'vitest';
import type { Reading } from '../../../utils/model/reading.ts';
import { FUNCTION_WORDS } from '../../../utils/rms/function-words.ts';
import { fixture, OTHER_URL, read } from './page.ts';

const readFixture = (name: string): Reading => read(fixture(name), OTHER_URL);
const newOn = (name: string): [string, boolean][] | undefined =>
  readFixture(name).apis?.rows.map((row) => [row.name, row.isNew]);
const usedOn = (html: string) =>
  read(html, OTHER_URL).functions?.rows.map((row) => [row.name, row.used]);

describe('アプリが利用するAPIリスト', () => {
  test('is read with the app it belongs to, and what is asked', () => {
    expect(readFixture('detail-revealed').apis).toEqual({
      developer: '株式会社GoQSystem',
      app: 'GoQ System (ごくシステム)',
      asks: 'update',
      rows: [
        {
          name: 'cabinet.file.delete',
          about: '画像IDを指定して画像を削除フォルダに移動することができます。',
          isNew: false,
        },
        {
          name: 'shop.category.update',
          about: 'カテゴリ情報を更新することができます。',
          isNew: false,
        },
      ],
    });
  });

  test("RMS's own marks are seen; a description that speaks of adding is none", () => {
    expect(newOn('update-marked')).toEqual([
      ['rpay.order.getOrder', false],
      ['cabinet.file.insert', true],
      ['itemapi_2.0.items.patch', true],
      ['受注データの連携', true],
      ['在庫の連携', false],
    ]);
  });

  test.each([
    ['rpay.order.getOrder', true],
    ['itemapi_2.0.items.get', true],
    ['問い合わせ一元化ツール Ver.3', false],
    ['TEMPOSTAR v2.10', false],
  ])('%s: the name of a function, %s', (text, is) => {
    expect(FUNCTION_WORDS.name.test(text)).toBe(is);
  });

  test('lists under two titles: the added ones are new', () => {
    expect(newOn('update-grouped')).toEqual([
      ['rpay.order.getOrder', false],
      ['rpay.order.updateOrderMemo', true],
    ]);
  });

  test('names in no table at all', () => {
    expect(newOn('update-cards')).toEqual([
      ['rpay.order.getOrder', false],
      ['coupon.issue', true],
    ]);
  });

  test.each([
    ['アップデートする', 'update'],
    ['アクセス承認', 'approval'],
    ['利用停止', null],
  ])('a button %s asks for %s', (button, asks) => {
    const html = fixture('update-marked').replace('アップデートする', button);
    expect(read(html, OTHER_URL).apis?.asks).toBe(asks);
  });

  test('a key in a cell of the list is not in the reading', () => {
    const key = 'SL401234_AbCdEfGh12345678';
    const html = fixture('update-marked').replaceAll('在庫', key);
    const { apis } = read(html, OTHER_URL);
    expect(apis?.rows).toHaveLength(5);
    expect(JSON.stringify(apis)).not.toContain('AbCdEfGh1234');
  });
});

describe("the functions of the shop's own app", () => {
  test('which are used, which not, and which are said in unknown words', () => {
    expect(readFixture('functions-list').functions).toEqual({
      developer: '店舗様',
      app: '自店舗の連携',
      stage: 'registered',
      rows: [
        { name: 'rpay.order.getOrder', used: true },
        { name: 'rpay.order.searchOrder', used: false },
        { name: 'license.expiryDate.get', used: null },
      ],
    });
  });

  test.each([
    ['functions-edit', 'editing'],
    ['functions-confirm', 'confirming'],
    ['functions-done', 'done'],
  ])('%s is the stage %s, and no page of keys', (name, stage) => {
    expect(readFixture(name)).toMatchObject({
      pageClass: 'none',
      shop: { digits: '401234' },
      licenses: [],
      problems: [],
      functions: { developer: null, app: null, stage },
    });
  });

  test('radio buttons and choices say what is chosen now', () => {
    expect(usedOn(fixture('functions-edit'))).toEqual([
      ['rpay.order.getOrder', true],
      ['rpay.order.searchOrder', false],
      ['coupon.get', true],
    ]);
  });

  test('the page before 登録する shows the chosen ones alone', () => {
    expect(usedOn(fixture('functions-confirm'))).toEqual([['rpay.order.getOrder', true]]);
  });

  test('a page that explains functions lists none of the shop’s', () => {
    const html =
      '<h1>利用機能の説明</h1><p>アプリ</p><table><tr><th>機能名</th><th>説明</th></tr><tr><td>rpay.order.getOrder</td><td>注文を取得します</td></tr></table>';
    expect(read(html, OTHER_URL).functions).toBeUndefined();
  });
});

describe('障害情報', () => {
  test('tells of what reaches the WEB API, with its period', () => {
    const { pageClass, problems, outages } = readFixture('outages');
    expect({ pageClass, problems }).toEqual({ pageClass: 'none', problems: [] });
    expect(outages?.map(({ from, to }) => [from, to])).toEqual([
      [Date.parse('2025-10-20T11:03+09:00'), Date.parse('2025-10-20T14:50+09:00')],
      [Date.parse('2025-11-02T09:05+09:00'), null],
    ]);
  });

  test.each(['news', 'help'])('%s is no notice of an outage', (name) => {
    expect(readFixture(name).outages).toBeUndefined();
  });
});
