import { describe, expect, test } from 'vitest';
import { fixture, LIST_URL, OTHER_URL, read } from './page.ts';

describe('pages that stand where a list should are no alarm', () => {
  test.each([
    ['login', 'loggedOut'],
    ['no-permission', 'noPermission'],
    ['maintenance', 'maintenance'],
    ['robot-check', 'robotCheck'],
  ])('%s is %s', (name, pageClass) => {
    expect(read(fixture(name)).pageClass).toBe(pageClass);
  });
});

describe('pages that only speak of keys are none of ours', () => {
  test.each(['news', 'help'])('%s', (name) => {
    expect(read(fixture(name), OTHER_URL)).toMatchObject({
      pageClass: 'none',
      licenses: [],
      problems: [],
    });
  });

  test('coupons with a 有効期限', () => {
    const html =
      '<h2>クーポン一覧</h2><table><tr><th>クーポン名</th><th>有効期限</th><th>状態</th></tr><tr><td>春</td><td>2025/05/26</td><td>利用中</td></tr></table>';
    expect(read(html, OTHER_URL).pageClass).toBe('none');
  });
});

describe('unreadable', () => {
  test('a known heading and a column word, and nothing read', () => {
    expect(read(fixture('unreadable'))).toMatchObject({
      pageClass: 'unreadable',
      problems: [{ code: 'noTable' }],
    });
  });

  test('a list without its date column is not a list of keys without dates', () => {
    const html =
      '<h2>アプリ一覧</h2><table><tr><th>アプリ登録者</th><th>アプリ名</th><th>ライセンスキー</th><th>状態</th></tr><tr><td>甲</td><td>乙</td><td>末尾4桁: AAAA</td><td>利用中</td></tr></table>';
    const reading = read(html);
    expect(reading).toMatchObject({ pageClass: 'unreadable', licenses: [] });
    expect(reading.problems).toMatchObject([{ code: 'noColumn', where: '有効期限' }]);
  });

  test('headings with no rows yet', () => {
    const html =
      '<h2>アプリ一覧</h2><table><tr><th>アプリ登録者</th><th>アプリ名</th><th>ライセンスキー</th><th>有効期限</th><th>状態</th></tr></table>';
    expect(read(html)).toMatchObject({ pageClass: 'unreadable', problems: [{ code: 'noRows' }] });
  });

  test('a list that says that it is empty is read', () => {
    const html =
      '<h2>アプリ一覧</h2><table><tr><th>アプリ登録者</th><th>アプリ名</th><th>ライセンスキー</th><th>有効期限</th><th>状態</th></tr><tr><td colspan="5">登録されているアプリはありません。</td></tr></table>';
    expect(read(html, LIST_URL)).toMatchObject({ pageClass: 'keys', licenses: [], problems: [] });
  });
});
