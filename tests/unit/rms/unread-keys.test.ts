// A key that the page shows and nothing read accounts for is said, whatever it is written in.
import { expect, test } from 'vitest';
import { fixture, OTHER_URL, read } from './page.ts';

const LINK = '<a id="com_header_shop_url" href="https://www.rakuten.co.jp/hanaya/">店舗を見る</a>';
const TABLE =
  '<table><tr><th>アプリ登録者</th><th>アプリ名</th><th>ライセンスキー</th><th>有効期限</th><th>状態</th></tr><tr><td>甲社</td><td>甲</td><td>末尾4桁: AAAA</td><td>2026/05/26</td><td>利用中</td></tr></table>';
const list = (html: string): string => `${LINK}<h2>アプリ一覧</h2>${html}`;

test('sentences: every key that they tell of, and no example', () => {
  const { pageClass, licenses, problems } = read(fixture('sentences'));
  expect([pageClass, licenses]).toEqual(['unreadable', []]);
  expect(problems.map(({ code, last4 }) => `${code} ${last4}`)).toEqual([
    'badRow A9FR',
    'badRow 7kQz',
  ]);
});

test.each([
  '<p>乙社「乙」のライセンスキーの末尾4桁は「BBBB」です。</p>',
  '<p>乙 ライセンスキー: BBBB</p>',
  '<div><span>乙</span> <span>****BB<mark>BB</mark></span></div>',
  '<div>末尾4桁:<br>BBBB</div>',
])('beside a table that is read: %s', (html) => {
  const { licenses, problems, licenseCoverage } = read(list(TABLE + html));
  expect(licenses.map(({ last4 }) => last4)).toEqual(['AAAA']);
  expect(problems.map(({ last4 }) => last4)).toEqual(['BBBB']);
  expect(licenseCoverage).toBe('partial');
});

test.each([
  '<p>例: 末尾4桁: BBBB</p>',
  '<h3>ライセンスキーの見方</h3><p>末尾4桁: BBBB</p>',
  '<h3>過去の利用情報</h3><p>末尾4桁: BBBB</p>',
  '<p hidden>末尾4桁: BBBB</p>',
  '<p>末尾4桁: AAAA</p>',
  '<p>ライセンスキー 2026年の変更について</p>',
])('no key of now: %s', (html) => expect(read(list(TABLE + html)).problems).toEqual([]));

test('a sentence about the state of a key that is not issued', () => {
  const said =
    '<ul><li>乙社の「乙」の状態は「承認待ち」です。ライセンスキーは未発行です。</li></ul>';
  expect(read(list(said)).pageClass).toBe('unreadable');
});

test('news that quote a key list none', () => {
  const said =
    '<h1>ライセンスキーの有効期限のお知らせ</h1><pre>アプリ登録者：甲社\nアプリ名：甲\nライセンスキー：末尾4桁 A9FR\n有効期限：2026/05/26\n状態：利用中</pre>';
  expect(read(LINK + said, OTHER_URL)).toMatchObject({
    pageClass: 'none',
    licenses: [],
    problems: [],
  });
});

test('cards on a list that name no app', () =>
  expect(
    read(
      list(
        '<dl><dt>ライセンスキー</dt><dd>末尾4桁: BBBB</dd><dt>有効期限</dt><dd>2026/05/26</dd></dl>',
      ),
    ).problems,
  ).toMatchObject([{ code: 'badRow', where: 'アプリ名', last4: 'BBBB' }]));

test('a list of which no row has its name, and one row no key', () => {
  const lines = (key: string): string =>
    `<div><p>アプリ名 甲</p><p>アプリ登録者 甲社</p><p>ライセンスキー ${key}</p><p>状態 利用中</p></div>`;
  const said = ['末尾4桁: BBBB', '末尾4桁: CCCC', '―'].map(lines).join('');
  expect(read(list(said)).pageClass).toBe('unreadable');
});

test('a key that no row accounts for is said beside a row that could not be read', () => {
  const lost =
    '<tr><td></td><td>乙</td><td>末尾4桁: BBBB</td><td>2026/05/26</td><td>利用中</td></tr>';
  const said = list(`${TABLE.replace('</table>', `${lost}</table>`)}<p>末尾4桁: CCCC</p>`);
  expect(read(said).problems.map(({ last4 }) => last4)).toEqual(['BBBB', 'CCCC']);
});

test('rows without any headings, whose cells run into each other', () => {
  const rows = ['AAAA', 'BBBB']
    .map(
      (key) =>
        `<tr><td>甲社</td><td>甲</td><td>末尾4桁: ${key}</td><td>2026/05/26</td><td>利用中</td></tr>`,
    )
    .join('');
  const { pageClass, problems } = read(list(`<table>${rows}</table>`));
  expect(pageClass).toBe('unreadable');
  expect(problems.map(({ last4 }) => last4)).toEqual(['AAAA', 'BBBB']);
});
