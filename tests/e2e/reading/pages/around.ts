// The list is plain; what stands around it, twice, hidden or as an example is not part of it.
import { each, slash, tail, type Key, type Sheet, type Variant } from '../model.ts';
import { APPS, EVENTS, shell } from '../shell.ts';

const HEAD =
  '<tr><th>アプリ登録者</th><th>アプリ名</th><th>ライセンスキー</th><th>有効期限</th><th>状態</th><th>詳細</th></tr>';
const row = (k: Key): string =>
  `<tr><td>${k.developer}</td><td>${k.app}</td><td>${tail(k.last4)}</td><td>${slash(k.on)}</td><td>${k.word}</td><td><a href="#">詳細</a></td></tr>`;
const list = (keys: Key[], more = ''): string =>
  `<table ${more}><thead>${HEAD}</thead><tbody>${each(keys, row)}</tbody></table>`;
const noGrants: Variant['wanted'] = (w) => ({ ...w, grants: [] });
const page = (name: string, draw: (s: Sheet) => string, more: Partial<Variant> = {}): Variant => ({
  name,
  draw: (s) => shell(s, `<h2>${APPS}</h2>${draw(s)}`),
  wanted: noGrants,
  ...more,
});
const EXAMPLE: Key = {
  developer: '株式会社サンプル',
  app: 'サンプルアプリ',
  last4: 'XXXX',
  on: '2020-01-01',
  word: '利用中',
};
const half = (s: Sheet): [Key[], Key[]] => [s.keys.slice(0, 3), s.keys.slice(3)];
const without =
  (keys: (s: Sheet) => Key[]): NonNullable<Variant['wanted']> =>
  (w, s) => ({
    ...w,
    grants: [],
    keys: w.keys.filter((k) => !keys(s).includes(k)),
    optional: keys(s),
  });

export const AROUND_PAGES: Variant[] = [
  page(
    'sticky-head-clone',
    (s) =>
      `<table class="sticky-clone" aria-hidden="true" style="position:fixed;top:0;visibility:hidden"><thead>${HEAD}</thead></table>${list(s.keys)}`,
  ),
  page(
    'print-copy',
    (s) =>
      `<style>@media screen{.print{display:none}}</style><div class="noprint">${list(s.keys)}</div><div class="print">${list(s.keys)}</div>`,
  ),
  page(
    'phone-copy-as-cards',
    (s) =>
      `${list(s.keys)}<div class="sp" style="display:none">${each(s.keys, (k) => `<dl><dt>アプリ登録者</dt><dd>${k.developer}</dd><dt>アプリ名</dt><dd>${k.app}</dd><dt>ライセンスキー</dt><dd>${tail(k.last4)}</dd><dt>有効期限</dt><dd>${slash(k.on)}</dd><dt>状態</dt><dd>${k.word}</dd></dl>`)}</div>`,
  ),
  page(
    'template-row',
    (s) =>
      `<table><thead>${HEAD}</thead><tbody><tr style="display:none" id="tpl"><td>{{developer}}</td><td>{{name}}</td><td>末尾4桁: {{last4}}</td><td>{{expire}}</td><td>{{status}}</td><td></td></tr>${each(s.keys, row)}</tbody></table><script type="text/template"><table>${HEAD}<tr><td>x</td></tr></table></script>`,
  ),
  page(
    'detail-rows-between',
    (s) =>
      `<table><thead>${HEAD}</thead><tbody>${each(s.keys, (k) => `${row(k)}<tr class="child" style="display:none"><td colspan="6">概要：受注を取り込みます。有効期限：2020/01/01</td></tr>`)}</tbody></table>`,
  ),
  page(
    'detail-rows-shown',
    (s) =>
      `<table><thead>${HEAD}</thead><tbody>${each(s.keys, (k) => `${row(k)}<tr class="child"><td></td><td colspan="5">アプリの説明です。</td></tr>`)}</tbody></table>`,
  ),
  page(
    'legend',
    (s) =>
      `${list(s.keys)}<h3>状態の見方</h3><table><tr><th>状態</th><th>説明</th></tr><tr><td>利用中</td><td>有効なライセンスキーがあります。</td></tr><tr><td>利用中 更新あり</td><td>アップデートが必要です。</td></tr><tr><td>承認待ち</td><td>アクセス承認を行ってください。</td></tr><tr><td>有効期限切れ</td><td>有効期限を過ぎています。</td></tr></table>`,
  ),
  page(
    'hidden-help-with-example',
    (s) =>
      `${list(s.keys)}<div class="modal" style="display:none" role="dialog" aria-hidden="true"><h3>表示例</h3>${list([EXAMPLE])}</div>`,
  ),
  page(
    'tabs',
    (s) =>
      `<div role="tablist"><button role="tab" aria-selected="true">利用中のアプリ</button><button role="tab" aria-selected="false">その他</button></div><div role="tabpanel">${list(half(s)[0])}</div><div role="tabpanel" hidden>${list(half(s)[1])}</div>`,
    { wanted: without((s) => half(s)[1]) },
  ),
  page(
    'rows-filtered-away',
    (s) =>
      `<label>キーワード検索: <input value="株式会社"></label><table><thead>${HEAD}</thead><tbody>${each(s.keys, (k, i) => (i < 3 ? row(k) : row(k).replace('<tr>', '<tr style="display:none">')))}</tbody></table>`,
    { wanted: without((s) => half(s)[1]) },
  ),
  page(
    'page-one-of-three',
    (s) =>
      `${list(s.keys)}<div class="pager"><a class="disabled">前へ</a> <b>1</b> <a href="?p=2">2</a> <a href="?p=3">3</a> <a href="?p=2">次へ</a></div>`,
  ),
  page(
    'two-lists',
    (s) =>
      `<h3>自社開発アプリ</h3>${list(half(s)[0])}<h3>システム開発企業のアプリ</h3>${list(half(s)[1])}`,
  ),
  page(
    'news-above',
    (s) =>
      `<div class="news"><table><tr><th>掲載日</th><th>件名</th></tr><tr><td>2026/11/01</td><td>ライセンスキーの有効期限のお知らせ</td></tr><tr><td>2026/10/20</td><td>アプリ名の表示変更について</td></tr></table><p>他店舗の例: <a href="https://www.rakuten.co.jp/other-shop/">https://www.rakuten.co.jp/other-shop/</a></p></div>${list(s.keys)}<h2>${EVENTS}</h2><p>データがありません</p>`,
  ),
  page(
    'hidden-columns',
    (s) =>
      `<table><tr><th style="display:none">アプリID</th><th>アプリ登録者</th><th>アプリ名</th><th>ライセンスキー</th><th style="display:none">有効期限(UTC)</th><th>有効期限</th><th>状態</th></tr>${each(s.keys, (k, i) => `<tr><td style="display:none">A${i}</td><td>${k.developer}</td><td>${k.app}</td><td>${tail(k.last4)}</td><td style="display:none">2020-01-01</td><td>${slash(k.on)}</td><td>${k.word}</td></tr>`)}</table>`,
  ),
  page(
    'colgroup-and-empty-heads',
    (s) =>
      `<table><colgroup><col span="2"><col></colgroup><thead><tr><th></th><th>No.</th><th>アプリ登録者</th><th>アプリ名</th><th>ライセンスキー</th><th>有効期限</th><th>状態</th><th></th></tr></thead><tbody>${each(s.keys, (k, i) => `<tr><td><input type="radio" name="r"></td><td>${i + 1}</td><td>${k.developer}</td><td>${k.app}</td><td>${tail(k.last4)}</td><td>${slash(k.on)}</td><td>${k.word}</td><td><button>詳細</button></td></tr>`)}</tbody></table>`,
  ),
  page(
    'one-row-impossible-date',
    (s) => list(s.keys.map((k, i) => (i === 2 ? { ...k, on: '2027-02-30' } : k))),
    {
      wanted: (w, s) => ({
        ...w,
        grants: [],
        alarm: true,
        keys: w.keys.filter((k) => k !== s.keys[2]),
        optional: [{ ...(s.keys[2] as Key), on: null }],
      }),
    },
  ),
];
