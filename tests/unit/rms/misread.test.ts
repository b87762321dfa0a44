// What the reader once got wrong (most of it found by `npm run fuzz`), each as small as it gets.
import { describe, expect, test } from 'vitest';
import type { Reading } from '../../../utils/model/reading.ts';
import { cells, H, head, KOU, LINK, OK, page, read, row, rowsOf } from './small-page.ts';

describe('rows', () => {
  const blocks = (texts: readonly string[]): string =>
    `<div class="row">${cells('div', texts)}</div>`;
  test.each<[string, string, string[]]>([
    [
      'blocks under a table that holds only the headings',
      `<div class="head"><table><thead>${head()}</thead></table></div><div class="body"><div><div>${blocks(KOU)}</div></div></div>`,
      OK,
    ],
    [
      'a second table without any word of ours',
      `<div><table>${head()}</table></div><div><table>${row(['甲社', '甲', '-', '-', '承認待ち'])}</table></div>`,
      ['甲社 | 甲 |  |  | awaitingApproval'],
    ],
    [
      'blocks under headings, one in pieces beside a tooltip, before a name that begins like a heading',
      `<div class="head"><table><tr>${cells('th', [...H, '詳細']).replace('アプリ名', 'アプ<b>リ名</b><i role="tooltip" hidden>状態について</i>')}</tr></table></div><div>${blocks(['甲社', 'ライセンス<em>有効期限通知</em>', ...KOU.slice(2), ''])}</div>`,
      ['甲社 | ライセンス有効期限通知 | AAAA | 2026-05-26 | active'],
    ],
    [
      'blocks with two columns of one role',
      `<div>${cells('div', [...H.slice(0, 4), '旧キー有効期限', '状態'])}</div><div>${blocks([...KOU.slice(0, 4), '2020/01/01', '利用中'])}${blocks([...KOU.slice(0, 2), '末尾4桁: BBBB', '2027/05/26', '2020/01/01', '停止中'])}</div>`,
      [...OK, '甲社 | 甲 | BBBB | 2027-05-26 | stopped'],
    ],
    [
      'an app that is called like a part of the key',
      `<table>${head()}${row(['甲社', '末尾4桁ツール', ...KOU.slice(2)])}</table>`,
      ['甲社 | 末尾4桁ツール | AAAA | 2026-05-26 | active'],
    ],
    [
      'a state in two pieces that begins like a label',
      `<dl>${H.map((h, i) => `<dt>${h}</dt><dd>${i === 4 ? '有効期限<span>切れ</span>' : KOU[i]}</dd>`).join('')}</dl>`,
      ['甲社 | 甲 | AAAA | 2026-05-26 | expired'],
    ],
    [
      'a label in two pieces',
      `<div class="card">${H.map((h, i) => `<div><span>${i === 4 ? 'ステ<b>ータス</b>' : h}</span><span>${KOU[i]}</span></div>`).join('')}</div>`,
      OK,
    ],
    [
      'a card that lacks the state that its neighbour has',
      [0, 1]
        .map(
          (n) =>
            `<dl>${H.slice(0, 5 - n)
              .map((h, i) => `<dt>${h}</dt><dd>${i === 2 ? `末尾4桁: AAA${n}` : KOU[i]}</dd>`)
              .join('')}</dl>`,
        )
        .join(''),
      [
        '甲社 | 甲 | AAA0 | 2026-05-26 | active',
        '甲社 | 甲 | AAA1 | 2026-05-26 | unknown',
        'noColumn 状態 甲',
      ],
    ],
    [
      'an empty list without its key column',
      `<table>${head('th', ['アプリ登録者', 'アプリ名', '有効期限', '状態'])}<tr><td colspan="4">該当するデータはありません。</td></tr></table>`,
      ['noColumn ライセンスキー null'],
    ],
    [
      'a card without a place for the key, whose date says that there is one',
      `<dl>${['アプリ登録者', '甲社', 'アプリ名', '甲', '有効期限', '2026/05/26', '状態', '承認待ち'].map((text, i) => (i % 2 === 0 ? `<dt>${text}</dt>` : `<dd>${text}</dd>`)).join('')}</dl>`,
      ['noColumn ライセンスキー 甲'],
    ],
    [
      'cards whose name stands above the labels',
      ['甲', '乙']
        .map(
          (app, n) =>
            `<div><div><h5><span>アプリ名</span>${app}</h5><ul>${[0, 2, 3, 4].map((i) => `<li><b>${H[i]}: </b><span>${i === 2 ? `****AAA${n}` : KOU[i]}</span></li>`).join('')}</ul><a>詳細</a></div></div>`,
        )
        .join(''),
      ['甲社 | 甲 | AAA0 | 2026-05-26 | active', '甲社 | 乙 | AAA1 | 2026-05-26 | active'],
    ],
    [
      'a row above the headings, and a row whose names stand in one cell',
      `<table>${row(['乙社', '乙', '-', '-', '承認待ち'])}${head()}${row()}<tr><td colspan="2">丙社 丙</td><td>末尾4桁: CCCC</td><td>-</td><td>利用中</td></tr></table>`,
      [...OK, 'badRow  null', 'badRow  null'],
    ],
    [
      'a sheet of two keys, of which one is called like a label and ends with a link',
      `<table>${[...H, '詳細'].map((h, i) => `<tr><th>${h}</th><td>${KOU[i] ?? '<a>詳細</a>'}</td><td>${['乙社', 'アプリ名', 'BBBB(末尾4桁)', '-', '停止中', '<a>詳細</a>'][i]}</td></tr>`).join('')}</table>`,
      [...OK, '乙社 | アプリ名 | BBBB |  | stopped'],
    ],
    [
      'a second column of values that read like labels',
      `<table>${H.map((h, i) => `<tr><th>${h}</th><td>${KOU[i]}</td><td>${['会社名', 'アプリ名', '****BBBB', '-', '停止中'][i]}</td></tr>`).join('')}</table>`,
      [...OK, 'badRow  null'],
    ],
    [
      'a name that only points to the row above',
      `<table>${head()}${row()}${row(['〃', '乙', '末尾4桁: BBBB', '2026/06/26', '停止中'])}</table>`,
      [...OK, 'badRow アプリ名 乙'],
    ],
  ])('%s', (_, html, rows) => expect(rowsOf(page(html))).toEqual(rows));
});

describe('lines and storeys', () => {
  const line = (h: string, i: number): string => `${h}: ${KOU[i]}`;
  const B = ['乙社', '乙', '末尾4桁: BBBB', '2026/05/26', '利用中'];
  const both = [...OK, '乙社 | 乙 | BBBB | 2026-05-26 | active'];
  const storeys = (texts: readonly string[], tag = 'td'): string =>
    `<tr><${tag}>${texts[0]}</${tag}><${tag} colspan="2">${texts[1]}</${tag}></tr><tr>${cells(tag, texts.slice(2))}</tr>`;
  test.each<[string, string, string[]]>([
    [
      'two rows for each key',
      `<table>${storeys(H, 'th')}${storeys(KOU)}${storeys(B)}</table>`,
      both,
    ],
    [
      'two keys in each row',
      `<table>${head('th', [...H, ...H])}${row([...KOU, ...B])}${row([...KOU.map((text) => text.replace('AAAA', 'CCCC')), ...H.map(() => '')])}</table>`,
      [OK[0] ?? '', both[1] ?? '', '甲社 | 甲 | CCCC | 2026-05-26 | active'],
    ],
    [
      'a table for each row',
      `<table>${head()}</table><table>${row()}</table><table>${row(B)}</table>`,
      both,
    ],
    [
      'a table for each row, one of them in a box of its own',
      `<table>${head()}</table><table>${row()}</table><div><table>${row(B)}</table></div><table>${row(['甲社', '甲', '-', '-', '承認待ち'])}</table>`,
      [...both, '甲社 | 甲 |  |  | awaitingApproval'],
    ],
    [
      'lines broken anywhere by elements without width',
      `<div>${[KOU, B].map((texts) => `<div>${H.map((h, i) => `<p>■${h[0]}<wbr>${h.slice(1)}：${texts[i]?.[0]}<wbr>${texts[i]?.slice(1)}</p>`).join('')}</div>`).join('')}</div>`,
      both,
    ],
    [
      'a colon in the element of the value',
      `<div>${H.map((h, i) => `<p>${h}<font>: ${KOU[i]}</font></p>`).join('')}</div>`,
      OK,
    ],
    [
      'keys in one cell, of which one has no value and its next label a colon in another element',
      `<table>${head('th', [...H.slice(0, 2), 'ライセンス情報'])}${row([...KOU.slice(0, 2), `${[2, 3, 4].map((i) => line(H[i] ?? '', i)).join('<br>')}<hr>ライセンスキー：<br>有効期限<font>：—</font><br>状態：承認待ち`])}</table>`,
      [...OK, '甲社 | 甲 |  |  | awaitingApproval'],
    ],
    ['lines that stand as written', `<pre>${H.map(line).join('\n')}</pre>`, OK],
    [
      'a line whose value is empty, one whose value follows in the next',
      `<div>${H.map((h, i) => (i === 3 ? '有効期限：' : i === 2 ? '末尾4桁：<br>AAAA' : line(h, i))).join('<br>')}</div>`,
      ['甲社 | 甲 | AAAA |  | active'],
    ],
    [
      'no date in words that sound like a heading',
      `<div>${H.map((h, i) => (i === 3 ? '有効期限：無期限' : line(h, i))).join('<br>')}</div>`,
      ['甲社 | 甲 | AAAA |  | active'],
    ],
    [
      'a value broken by an element without width',
      `<div>${H.map((h, i) => (i === 2 ? 'ライセンスキー：末尾4桁: AA<wbr>AA' : line(h, i))).join('<br>')}</div>`,
      OK,
    ],
    [
      'the last four named and not shown',
      `<table>${head()}${row([...KOU.slice(0, 2), '末尾4桁:', ...KOU.slice(3)])}</table>`,
      ['badLast4 ライセンスキー 甲'],
    ],
    [
      'an app that is called like its label',
      `<ul>${H.map((h, i) => `<li><b>${h}</b><span>${i === 1 ? 'アプリ名' : KOU[i]}</span></li>`).join('')}</ul>`,
      ['甲社 | アプリ名 | AAAA | 2026-05-26 | active'],
    ],
  ])('%s', (_, html, rows) => expect(rowsOf(page(html))).toEqual(rows));
});

describe('values', () => {
  test('characters without width are no spaces', () =>
    expect(
      rowsOf(
        page(`<table>${head()}${row(KOU.map((text) => text.replace('0', '0\ufeff')))}</table>`),
      ),
    ).toEqual(OK));

  test.each(['末尾 4 桁 : AAAA', 'AAAA(末尾4桁)'])('%s', (text) =>
    expect(
      rowsOf(page(`<table>${head()}${row([...KOU.slice(0, 2), text, ...KOU.slice(3)])}</table>`)),
    ).toEqual(OK),
  );

  test('a column that only begins like the link to the details is kept', () => {
    const html = page(`<table>${head('th', [...H, '詳細説明'])}${row([...KOU, '受注'])}</table>`);
    expect(read(html).licenses[0]?.extra).toEqual([['詳細説明', '受注']]);
  });
});

describe('whose page it is', () => {
  test('words of a link are no name', () =>
    expect(read(page(`<table>${head()}${row()}</table>`)).shop).toEqual({
      digits: null,
      slug: 'hanaya',
      name: null,
    }));

  test.each(['<p>店舗名: SHO<wbr>P</p>', '<p>店<span>舗名: SHOP</span></p>'])('%s', (text) =>
    expect(read(page(`<table>${head()}${row()}</table>`, LINK + text)).shop.name).toBe('SHOP'),
  );

  test('a slug may be a plain word', () =>
    expect(
      read(page(`<table>${head()}${row()}</table>`, LINK.replace('hanaya', 'shop'))).shop.slug,
    ).toBe('shop'));
});

describe('is the list whole?', () => {
  const list = (more: string, table = `<table>${head()}${row()}${more}</table>`): string =>
    read(page(table)).licenseCoverage;

  test('rows to come', () => {
    expect(list('<tr><td colspan="5"><img src="l.gif" alt="">読み込み中...</td></tr>')).toBe(
      'partial',
    );
    const blocks = `<div>${cells('div', H)}</div><div><div>${cells('div', KOU)}</div><div>${cells('div', ['', '', '', '', ''])}</div></div>`;
    expect(list('', blocks)).toBe('partial');
  });

  test('a row that measures columns, a dialog with an example', () => {
    expect(list(`<tr aria-hidden="true">${cells('td', ['&nbsp;', '', '', '', ''])}</tr>`)).toBe(
      'complete',
    );
    const dialog = `<div role="dialog" style="display:none"><table>${head()}${row()}</table></div>`;
    expect(list('', `<table>${head()}${row()}</table>${dialog}`)).toBe('complete');
  });
});

test('a count in pieces', () =>
  expect(
    read(page(`<table>${head()}${row()}</table><p><span>全 <em>20 件</em></span></p>`))
      .licenseCoverage,
  ).toBe('partial'));

describe('a label in pieces whose value begins in the last of them', () => {
  const lines = (at: number, line: string): string[] =>
    H.map((h, i) => (i === at ? line : `${h}：${KOU[i]}`));
  const asRead = '甲社 | 甲 | AAAA | 2026-05-26 | active';

  test.each([
    [1, 'アプリ<font>名：甲</font>'],
    [2, 'ライセ<em>ンスキー：末尾4桁: AAAA</em>'],
    [2, 'ライセ<em>ンスキー：末尾4桁: AA</em>AA'],
    [3, '有効<b>期限: 2026/05</b>/26'],
  ])('in lines of their own: %i %s', (at, line) => {
    const all = lines(at, line);
    expect(rowsOf(page(`<div>${all.map((one) => `<p>${one}</p>`).join('')}</div>`))).toEqual([
      asRead,
    ]);
  });

  test('in one cell of a row', () => {
    const [who, what, ...rest] = lines(2, 'ライセ<em>ンスキー：末尾4桁: AAAA</em>');
    const cellsOf = (tag: string, all: string[]): string =>
      all.map((one) => `<${tag}>${one}</${tag}>`).join('');
    const heads = cellsOf('th', ['アプリ登録者', 'アプリ名', 'ライセンス情報']);
    const values = [who, what].map((one) => one?.split('：')[1] ?? '');
    const row = cellsOf('td', [...values, rest.join('<br>')]);
    expect(rowsOf(page(`<table><tr>${heads}</tr><tr>${row}</tr></table>`))).toEqual([asRead]);
  });
});

test('a value that carries its label reads like one', () => {
  const rows = H.map((h, i) => `<div data-label="${h}">${i === 1 ? 'アプリ名' : KOU[i]}</div>`);
  expect(rowsOf(page(`<div>${rows.join('')}</div>`))).toEqual([
    '甲社 | アプリ名 | AAAA | 2026-05-26 | active',
  ]);
});

describe('cards', () => {
  const card = (more = '', date = '2026/05/26'): string =>
    `<div class="col"><dl>${H.map((h, i) => `<dt>${h}</dt><dd>${i === 3 ? date : KOU[i]}</dd>`).join('')}${more}</dl></div>`;

  test('a second label of one role, and one that nobody knows, are kept', () => {
    const more = '<dt>旧キー有効期限</dt><dd>2020/01/01</dd><dt>備考</dt><dd>本店用</dd>';
    const { licenses } = read(page(card(more)));
    expect(licenses).toMatchObject([{ expiresOn: '2026-05-26' }]);
    expect(licenses[0]?.extra).toEqual([
      ['旧キー有効期限', '2020/01/01'],
      ['備考', '本店用'],
    ]);
  });

  test('a pair that nobody knows before the first label of each card', () => {
    const pairs = (n: number): string =>
      `<dt>登録日</dt><dd>2020/01/0${n}</dd>${H.map((h, i) => `<dt>${h}</dt><dd>${i === 2 ? `末尾4桁: AAA${n}` : KOU[i]}</dd>`).join('')}<dt>備考</dt><dd>${n}</dd>`;
    const extras = (html: string): unknown => read(page(html)).licenses.map(({ extra }) => extra);
    const due = [1, 2].map((n) => [
      ['登録日', `2020/01/0${n}`],
      ['備考', `${n}`],
    ]);
    expect(extras(`<dl>${pairs(1)}</dl><dl>${pairs(2)}</dl>`)).toEqual(due);
    expect(extras(`<dl>${pairs(1)}${pairs(2)}</dl>`)).toEqual(due);
  });

  test('a heading whose label is in pieces', () => {
    const html = page(
      `<div><h5><span>ア<b>プリ名</b></span>甲</h5>${card().replace(/<dt>アプリ名.*?<\/dd>/, '')}</div>`,
    );
    expect(rowsOf(html)).toEqual(OK);
  });

  test('the rest of a label before a company is no part of its name', () => {
    const lines = (lost: boolean): string =>
      `<div>${H.map((h, i) => `<p>${i === 0 && lost ? 'アプ<mark>リ登録者: 乙株式会社</mark>' : `${h}: ${KOU[i]}`}</p>`).join('')}</div>`;
    const { licenses } = read(page(lines(false) + lines(true).replace('AAAA', 'BBBB')));
    expect(licenses.map(({ developer }) => developer)).toEqual(['甲社', '乙株式会社']);
  });

  test('labels in attributes', () => {
    const rows = [...H, '備考'].map((h, i) => `<div data-label="${h}">${KOU[i] ?? '本店用'}</div>`);
    const { licenses, problems } = read(page(`<div class="r">${rows.join('')}</div>`));
    expect(problems).toEqual([]);
    expect(licenses).toMatchObject([{ app: '甲', last4: 'AAAA', extra: [['備考', '本店用']] }]);
  });

  test('cards to come, and a count of more', () => {
    const { licenses, licenseCoverage } = read(
      page(`<div>${card()}<div class="card placeholder-glow"><p><span></span></p></div></div>`),
    );
    expect([licenses.length, licenseCoverage]).toEqual([1, 'partial']);
    expect(read(page(`<section>${card()}<p>1–1 / 40件</p></section>`)).licenseCoverage).toBe(
      'partial',
    );
  });
});

describe('a sheet that names no app', () => {
  const sheet = (key: string, date: string, state: string): Reading =>
    read(
      `${LINK}<h1>ライセンス情報</h1><dl><dt>キー情報</dt><dd>${key}</dd><dt>有効期限</dt><dd>${date}</dd><dt>状態</dt><dd>${state}</dd></dl><b>セキュリティチェック</b><p>ロボットによる操作ではありません</p>`,
    );

  test('its impossible date is said, words in the place of a date are not', () => {
    expect(sheet('末尾4桁: AAAA', '2026年4月31日', '利用中').problems).toMatchObject([
      { code: 'badDate' },
    ]);
    expect(sheet('末尾4桁: AAAA', '確認後に表示', '利用中').problems).toEqual([]);
  });

  test('empty values are no headings of an empty list', () =>
    expect(sheet('', '', '承認待ち')).toMatchObject({ pageClass: 'robotCheck', problems: [] }));
});

test.each([
  ['<dl><dt>店舗ID</dt><dd>401234</dd><dt>店舗名</dt><dd>花屋</dd></dl>'],
  ['<span>店舗名<!-- --> <span>花屋</span></span><span>店舗ID <b>401234</b></span>'],
  ['<p>店舗名：花屋（店舗ID：401234）</p>'],
  ['<b>店舗<!--react-text--><i>名 </i><i>花屋</i></b><b>店舗ID <i>401234</i></b>'],
  ['<p>店舗名<mark>：花屋（店舗ID：401234）</mark></p>'],
])('the shop in %s', (html) => {
  const { shop } = read(page(`<table>${head()}${row()}</table>`, LINK + html));
  expect(shop).toEqual({ digits: '401234', slug: 'hanaya', name: '花屋' });
});
