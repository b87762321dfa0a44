import { expect, test } from 'vitest';
import { read } from './page.ts';

const HEAD =
  '<a id="com_header_shop_url" href="https://www.rakuten.co.jp/hanaya/">花屋</a><h1>アプリ一覧</h1>';
const H = ['アプリ登録者', 'アプリ名', 'ライセンスキー', '有効期限', '状態', '詳細'];

/** Shapes that a redesign may take, each with what a person reads there. */
const SHAPES: [string, string, string[]][] = [
  [
    'a head that bundles three columns in one box',
    `<div class="list"><div class="lh"><div>アプリ登録者</div><div>アプリ名</div><div class="g"><p>ライセンス情報</p><div><span>ライセンスキー</span><span>有効期限</span><span>状態</span></div></div><div>詳細</div></div><div class="lr"><div>店舗様</div><div>A</div><div class="g"><span>末尾4桁: A9FR</span><span>2025/05/26</span><span>利用中</span></div><div><a>詳細</a></div></div><div class="lr"><div>甲社</div><div>B</div><div class="g"><span>末尾4桁: IANT</span><span>-</span><span>利用中 更新あり</span></div><div><a>詳細</a></div></div></div>`,
    ['店舗様 | A | A9FR | 2025-05-26 | active', '甲社 | B | IANT | null | updateAvailable'],
  ],
  [
    'cards whose heading is the app, with a line for the developer',
    `<ul><li><h3>GoQ System</h3><p>株式会社GoQSystem</p><dl><dt>ライセンスキー</dt><dd>末尾4桁: IANT</dd><dt>有効期限</dt><dd>-</dd><dt>状態</dt><dd>利用中 更新あり</dd></dl><a>詳細</a></li><li><h3>(アプリ名を登録してください)</h3><p>店舗様</p><dl><dt>ライセンスキー</dt><dd>末尾4桁: A9FR</dd><dt>有効期限</dt><dd>2025/05/26</dd><dt>状態</dt><dd>利用中</dd></dl><a>詳細</a></li></ul>`,
    [
      '株式会社GoQSystem | GoQ System | IANT | null | updateAvailable',
      '店舗様 | (アプリ名を登録してください) | A9FR | 2025-05-26 | active',
    ],
  ],
  [
    'one developer over two rows',
    `<table><tr>${H.map((h) => `<th>${h}</th>`).join('')}</tr><tr><td rowspan=2>NE株式会社</td><td rowspan=2>ネクストエンジン</td><td>末尾4桁: AAAA</td><td>2025/05/26</td><td rowspan=2>利用中</td><td rowspan=2>詳細</td></tr><tr><td>末尾4桁: BBBB</td><td>2025/08/26</td></tr></table>`,
    [
      'NE株式会社 | ネクストエンジン | AAAA | 2025-05-26 | active',
      'NE株式会社 | ネクストエンジン | BBBB | 2025-08-26 | active',
    ],
  ],
  [
    'two keys in one row, line by line',
    `<table><tr>${H.map((h) => `<th>${h}</th>`).join('')}</tr><tr><td>NE株式会社</td><td>ネクストエンジン</td><td>末尾4桁: AAAA<br>末尾4桁: BBBB</td><td>2025/05/26<br>2025/08/26</td><td>利用中<br>利用中</td><td>詳細</td></tr></table>`,
    [
      'NE株式会社 | ネクストエンジン | AAAA | 2025-05-26 | active',
      'NE株式会社 | ネクストエンジン | BBBB | 2025-08-26 | active',
    ],
  ],
  [
    'two rows of headings without rowspan',
    `<table><tr><td>アプリ登録者</td><td>アプリ名</td><td colspan=3>ライセンス情報</td><td>詳細</td></tr><tr><td></td><td></td><td>キー</td><td>期限</td><td>状態</td><td></td></tr><tr><td>甲社</td><td>甲</td><td>末尾4桁: AAAA</td><td>2025/05/26</td><td>利用中</td><td>詳細</td></tr></table>`,
    ['甲社 | 甲 | AAAA | 2025-05-26 | active'],
  ],
  [
    'a row across for each developer',
    `<table><tr>${H.slice(1)
      .map((h) => `<th>${h}</th>`)
      .join(
        '',
      )}</tr><tr><td colspan=5>株式会社GoQSystem</td></tr><tr><td>GoQ</td><td>末尾4桁: IANT</td><td>-</td><td>利用中</td><td>詳細</td></tr><tr><td colspan=5>店舗様</td></tr><tr><td>自社</td><td>末尾4桁: A9FR</td><td>2025/05/26</td><td>利用中</td><td>詳細</td></tr></table>`,
    [
      '株式会社GoQSystem | GoQ | IANT | null | active',
      '店舗様 | 自社 | A9FR | 2025-05-26 | active',
    ],
  ],
  [
    'labels and values in one list item',
    `<ul><li><b>アプリ登録者:</b> 店舗様<br><b>アプリ名:</b> 自社<br><b>ライセンスキー:</b> 末尾4桁: A9FR<br><b>有効期限:</b> 2025/05/26<br><b>状態:</b> 利用中</li><li><b>アプリ登録者:</b> 甲社<br><b>アプリ名:</b> 甲<br><b>ライセンスキー:</b> 末尾4桁: IANT<br><b>有効期限:</b> -<br><b>状態:</b> 利用中 <i>更新あり</i></li></ul>`,
    ['店舗様 | 自社 | A9FR | 2025-05-26 | active', '甲社 | 甲 | IANT | null | updateAvailable'],
  ],
  [
    'label and value in one text',
    `<div class="card"><p>アプリ登録者:店舗様</p><p>アプリ名:自社</p><p>ライセンスキー:末尾4桁: A9FR</p><p>有効期限:2025/05/26</p><p>状態:利用中</p></div><div class="card"><p>アプリ登録者:甲社</p><p>アプリ名:甲</p><p>ライセンスキー:末尾4桁: IANT</p><p>有効期限:-</p><p>状態:利用中 更新あり</p></div>`,
    ['店舗様 | 自社 | A9FR | 2025-05-26 | active', '甲社 | 甲 | IANT | null | updateAvailable'],
  ],
  [
    'ARIA headings over two rows',
    `<div role=table><div role=row><div role=columnheader aria-rowspan=2>アプリ登録者</div><div role=columnheader aria-rowspan=2>アプリ名</div><div role=columnheader aria-colspan=3>ライセンス情報</div></div><div role=row><div role=columnheader>ライセンスキー</div><div role=columnheader>有効期限</div><div role=columnheader>状態</div></div><div role=row><div role=cell>甲社</div><div role=cell>甲</div><div role=cell>末尾4桁: AAAA</div><div role=cell>2025/05/26</div><div role=cell>利用中</div></div></div>`,
    ['甲社 | 甲 | AAAA | 2025-05-26 | active'],
  ],
  [
    'headings in a tbody, a row heading, a count below',
    `<table><tbody><tr>${H.map((h) => `<th scope=col>${h}</th>`).join('')}</tr></tbody><tbody><tr><th scope=row>甲社</th><td>甲</td><td>末尾4桁: AAAA</td><td>2025/05/26</td><td>利用中</td><td>詳細</td></tr></tbody><tfoot><tr><td colspan=6>合計 1件</td></tr></tfoot></table>`,
    ['甲社 | 甲 | AAAA | 2025-05-26 | active'],
  ],
  [
    'rows that the parser had to put in order',
    `<table><form><tr>${H.map((h) => `<th>${h}</th>`).join('')}</tr><div>迷子</div><tr><td>甲社<td>甲<td>末尾4桁: AAAA<td>2025/05/26<td>利用中<td><a>詳細</a></table>`,
    ['甲社 | 甲 | AAAA | 2025-05-26 | active'],
  ],
  [
    'cells in wrappers, rows in links',
    `<div class=t><div class=hr><div class=c><div>アプリ登録者</div></div><div class=c><div>アプリ名</div></div><div class=c><div>ライセンスキー</div></div><div class=c><div>有効期限</div></div><div class=c><div>状態</div></div></div><div class=rg><div class=r><a href=#><div class=c><div>甲社</div></div><div class=c><div>甲</div></div><div class=c><div>末尾4桁: AAAA</div></div><div class=c><div>2025/05/26</div></div><div class=c><div><span>利用中</span><span>更新あり</span></div></div></a></div></div></div>`,
    ['甲社 | 甲 | AAAA | 2025-05-26 | updateAvailable'],
  ],
  [
    'label, value, label, value',
    `<table><tr><th>アプリ登録者</th><td>甲社</td><th>アプリ名</th><td>甲</td></tr><tr><th>ライセンスキー</th><td>末尾4桁: AAAA</td><th>有効期限</th><td>2025/05/26</td></tr><tr><th>状態</th><td colspan=3>利用中 更新あり</td></tr></table><table><tr><th>アプリ登録者</th><td>乙社</td><th>アプリ名</th><td>乙</td></tr><tr><th>ライセンスキー</th><td>末尾4桁: BBBB</td><th>有効期限</th><td>2025/06/26</td></tr><tr><th>状態</th><td colspan=3>利用中</td></tr></table>`,
    ['甲社 | 甲 | AAAA | 2025-05-26 | updateAvailable', '乙社 | 乙 | BBBB | 2025-06-26 | active'],
  ],
  [
    'column by column',
    `<div style="display:flex">${[
      ['アプリ登録者', '甲社', '乙社'],
      ['アプリ名', '甲', '乙'],
      ['ライセンスキー', '末尾4桁: AAAA', '末尾4桁: BBBB'],
      ['有効期限', '2025/05/26', '-'],
      ['状態', '利用中', '停止中'],
    ]
      .map((c) => `<div>${c.map((x) => `<div>${x}</div>`).join('')}</div>`)
      .join('')}</div>`,
    ['甲社 | 甲 | AAAA | 2025-05-26 | active', '乙社 | 乙 | BBBB | null | stopped'],
  ],
  [
    'labels in the cell ライセンス情報',
    `<table><tr><th>アプリ登録者</th><th>アプリ名</th><th>ライセンス情報</th><th>詳細</th></tr><tr><td>甲社</td><td>甲</td><td>ライセンスキー: 末尾4桁: AAAA<br>有効期限: 2025/05/26<br>状態: 利用中</td><td>詳細</td></tr></table>`,
    ['甲社 | 甲 | AAAA | 2025-05-26 | active'],
  ],
  [
    'a table in the cell ライセンス情報',
    `<table><tr><th>アプリ登録者</th><th>アプリ名</th><th>ライセンス情報</th><th>詳細</th></tr><tr><td>甲社</td><td>甲</td><td><table><tr><th>ライセンスキー</th><th>有効期限</th><th>状態</th></tr><tr><td>末尾4桁: AAAA</td><td>2025/05/26</td><td>利用中</td></tr></table></td><td>詳細</td></tr></table>`,
    ['甲社 | 甲 | AAAA | 2025-05-26 | active'],
  ],
  [
    'rows that unfold, and an impossible date',
    `<table><tr>${H.map((h) => `<th>${h}</th>`).join('')}</tr><tr><td>甲社</td><td>甲</td><td>末尾4桁: AAAA</td><td>2025/05/26</td><td>利用中</td><td><button>詳細</button></td></tr><tr class="sub"><td colspan="6"><table><tr><th>API名</th><th>内容</th></tr><tr><td>a.b</td><td>取得</td></tr></table></td></tr><tr><td>乙社</td><td>乙</td><td>末尾4桁: BBBB</td><td>2025年5月32日</td><td>利用中</td><td></td></tr></table>`,
    ['甲社 | 甲 | AAAA | 2025-05-26 | active', 'badDate 乙'],
  ],
];

test.each(SHAPES)('%s', (_, html, rows) => {
  const { licenses, problems, page } = read(HEAD + html);
  expect([
    ...licenses.map(({ developer, app, last4, expiresOn, state }) =>
      [developer, app, last4, expiresOn ?? 'null', state].join(' | '),
    ),
    ...problems.map(({ code, app }) => `${code} ${app}`),
  ]).toEqual(rows);
  expect(page).toBe('appList');
});
