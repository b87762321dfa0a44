// Further lists: headings of three levels, totals, wrappers, cells that say more than their value.
import { changed, each, slash, tail, type Key, type Sheet, type Variant } from '../model.ts';
import { APPS, EVENTS, shell } from '../shell.ts';

const HEADS = ['アプリ登録者', 'アプリ名', 'ライセンスキー', '有効期限', '状態', '詳細'];
const headRow = (heads: readonly string[], tag = 'th'): string =>
  `<tr>${heads.map((h) => `<${tag}>${h}</${tag}>`).join('')}</tr>`;
const cells = (k: Key): string[] => [
  k.developer,
  k.app,
  tail(k.last4),
  slash(k.on),
  k.word,
  '<a href="#">詳細</a>',
];
const row = (list: string[], tag = 'td'): string =>
  `<tr>${list.map((c) => `<${tag}>${c}</${tag}>`).join('')}</tr>`;
const noGrants: Variant['wanted'] = (w) => ({ ...w, grants: [] });
const page = (name: string, draw: (s: Sheet) => string, more: Partial<Variant> = {}): Variant => ({
  name,
  draw: (s) => shell(s, `<h2>${APPS}</h2>${draw(s)}`),
  wanted: noGrants,
  ...more,
});
const at = <T>(list: T[], i: number, value: T): T[] => list.with(i, value);

export const MORE_PAGES: Variant[] = [
  page(
    'three-levels-of-heads',
    (s) =>
      `<table border><thead><tr><th colspan="6">アプリ一覧</th></tr><tr><th rowspan="2">アプリ登録者</th><th rowspan="2">アプリ名</th><th colspan="3">ライセンス情報</th><th rowspan="2">詳細</th></tr><tr><th>ライセンスキー</th><th>有効期限</th><th>状態</th></tr></thead><tbody>${each(s.keys, (k) => row(cells(k)))}</tbody></table>`,
  ),
  page(
    'heads-in-td-with-units',
    (s) =>
      `<table border>${headRow(['No', 'アプリ登録者（システム開発企業）', 'アプリ名（製品名）', 'ライセンスキー（末尾4桁）', '有効期限（YYYY/MM/DD）', '状態（※）', ''], 'td')}${each(s.keys, (k, i) => row([String(i + 1), k.developer, k.app, k.last4 ?? '－', slash(k.on), k.word, '<a href="#">▶</a>']))}</table>※利用中以外の場合はAPIをご利用いただけません。`,
  ),
  page(
    'first-cell-is-heading',
    (s) =>
      `<table>${headRow(HEADS)}${each(s.keys, (k) => row(cells(k)).replace('<td>', '<th scope="row">').replace('</td>', '</th>'))}</table>`,
  ),
  page(
    'rows-as-links',
    (s) =>
      `<style>a.r{display:table-row}a.r>span{display:table-cell}</style><div style="display:table"><div style="display:table-row">${each(HEADS.slice(0, 5), (h) => `<span style="display:table-cell">${h}</span>`)}</div>${each(
        s.keys,
        (k) =>
          `<a class="r" href="#">${cells(k)
            .slice(0, 5)
            .map((c) => `<span>${c}</span>`)
            .join('')}</a>`,
      )}</div>`,
  ),
  page(
    'a-date-in-words',
    (s) =>
      `<table>${headRow(HEADS)}${each(s.keys, (k, i) => row(i === 0 ? at(cells(k), 3, '審査後に確定') : cells(k)))}</table>`,
    { wanted: (w) => ({ ...w, grants: [], keys: w.keys.slice(1), alarm: true }) },
  ),
  page('the-list-twice', (s) => {
    const list = `<table>${headRow(HEADS)}${each(s.keys, (k) => row(cells(k)))}</table>`;
    return `${list}<h3>ライセンスキー</h3>${list}`;
  }),
  page(
    'buttons-in-state-cell',
    (s) =>
      `<table>${headRow(HEADS.slice(0, 5))}${each(s.keys, (k) => row(at(cells(k).slice(0, 5), 4, `${k.word} <button>${k.word === '停止中' ? '利用開始' : '利用停止'}</button>${k.word === '承認待ち' ? '<button>アクセス承認</button>' : ''}`)))}</table>`,
  ),
  page(
    'dates-with-warning',
    (s) =>
      `<table>${headRow(HEADS)}${each(s.keys, (k) => row(at(cells(k), 3, k.on === null ? '-' : `<span class="warn">${slash(k.on)}</span><p class="small">※期限を過ぎるとご利用いただけません</p>`)))}</table>`,
  ),
  page(
    'issued-and-expiry-columns',
    (s) =>
      `<table>${headRow(['アプリ登録者', 'アプリ名', 'ライセンスキー', '発行日', '有効期限', '最終更新日', '状態'])}${each(s.keys, (k) => row([k.developer, k.app, tail(k.last4), '2026/09/01', slash(k.on), '2026/10/01', k.word]))}</table>`,
  ),
  page(
    'function-state-beside-key-state',
    (s) =>
      `<table>${headRow(['アプリ登録者', 'アプリ名', 'ライセンスキー', '有効期限', '状態', '受注API利用状況'])}${each(s.keys, (k, i) => row([...cells(k).slice(0, 5), i % 2 ? '利用中' : '停止中']))}</table>`,
  ),
  page(
    'total-row',
    (s) =>
      `<table>${headRow(HEADS)}${each(s.keys, (k) => row(cells(k)))}<tfoot><tr><td colspan="2">合計</td><td colspan="4">${s.keys.length}件</td></tr></tfoot></table>`,
  ),
  page(
    'total-row-in-body',
    (s) =>
      `<table>${headRow(HEADS)}${each(s.keys, (k) => row(cells(k)))}<tr><th>合計</th><td colspan="5">${s.keys.length}件</td></tr></table>`,
  ),
  page(
    'bulk-row-on-top',
    (s) =>
      `<table><tr><td colspan="7"><input type="checkbox">すべて選択 <button>一括更新</button></td></tr>${headRow(['', ...HEADS])}${each(s.keys, (k) => row(['<input type="checkbox">', ...cells(k)]))}</table>`,
  ),
  page(
    'filter-fields-under-heads',
    (s) =>
      `<table><thead>${headRow(HEADS)}<tr><td><input></td><td><input></td><td><input></td><td><input></td><td><select><option>すべて</option><option>利用中</option></select></td><td></td></tr></thead><tbody>${each(s.keys, (k) => row(cells(k)))}</tbody></table>`,
  ),
  page(
    'heads-with-fields',
    (s) =>
      `<table><thead>${headRow(HEADS.map((h) => `${h}<br><input type="text" placeholder="${h}を検索">`))}</thead><tbody>${each(s.keys, (k) => row(cells(k)))}</tbody></table>`,
  ),
  page(
    'custom-elements',
    (s) =>
      `<rms-table><rms-head>${each(HEADS, (h) => `<rms-cell>${h}</rms-cell>`)}</rms-head><rms-body>${each(
        s.keys,
        (k) =>
          `<rms-row>${cells(k)
            .map((c) => `<rms-cell><rms-text>${c}</rms-text></rms-cell>`)
            .join('')}</rms-row>`,
      )}</rms-body></rms-table>`,
  ),
  page(
    'deep-divs',
    (s) =>
      `<div><div><div class="thead"><div class="tr">${each(HEADS, (h) => `<div class="th"><div><span>${h}</span></div></div>`)}</div></div><div class="tbody">${each(
        s.keys,
        (k) =>
          `<div class="tr-group"><div class="tr">${cells(k)
            .map((c) => `<div class="td"><div><span>${c}</span></div></div>`)
            .join('')}</div></div>`,
      )}</div></div></div>`,
  ),
  page(
    'aria-on-table',
    (s) =>
      `<table role="grid" aria-rowcount="${s.keys.length + 1}"><thead role="rowgroup"><tr role="row">${HEADS.map((h) => `<th role="columnheader" aria-sort="none">${h}</th>`).join('')}</tr></thead><tbody role="rowgroup">${each(
        s.keys,
        (k) =>
          `<tr role="row">${cells(k)
            .map((c) => `<td role="gridcell">${c}</td>`)
            .join('')}</tr>`,
      )}</tbody></table>`,
  ),
  page('cards-with-heading', (s) =>
    each(
      s.keys,
      (k) =>
        `<section class="card"><h3>${k.app}</h3><p>アプリ登録者：${k.developer}</p><table><tr><th>ライセンスキー</th><td>${tail(k.last4)}</td></tr><tr><th>有効期限</th><td>${slash(k.on)}</td></tr><tr><th>状態</th><td>${k.word}</td></tr></table></section>`,
    ),
  ),
  page('accordion', (s) =>
    each(
      s.keys,
      (k) =>
        `<details open><summary>${k.app}</summary><dl><dt>システム開発企業</dt><dd>${k.developer}</dd><dt>ライセンスキー</dt><dd>${tail(k.last4)}</dd><dt>有効期限</dt><dd>${slash(k.on)}</dd><dt>状態</dt><dd>${k.word}</dd></dl></details>`,
    ),
  ),
  page('two-line-cards', (s) =>
    each(
      s.keys,
      (k) =>
        `<div class="c"><div><b>アプリ登録者</b> ${k.developer} <b>アプリ名</b> ${k.app}</div><div><b>ライセンスキー</b> ${tail(k.last4)} <b>有効期限</b> ${slash(k.on)} <b>状態</b> ${k.word}</div></div>`,
    ),
  ),
  page(
    'two-rows-for-each-app',
    (s) =>
      `<table border>${`<tr><th>アプリ登録者</th><th colspan="2">アプリ名</th></tr><tr><th>ライセンスキー</th><th>有効期限</th><th>状態</th></tr>`}${each(s.keys, (k) => `<tr><td>${k.developer}</td><td colspan="2">${k.app}</td></tr><tr><td>${tail(k.last4)}</td><td>${slash(k.on)}</td><td>${k.word}</td></tr>`)}</table>`,
    { wanted: noGrants },
  ),
  page(
    'names-that-look-like-words',
    (s) => `<table>${headRow(HEADS)}${each(s.keys, (k) => row(cells(k)))}</table>`,
    {
      sheet: (s) =>
        changed(s, [
          { app: '状態確認アプリ', developer: '株式会社サンプル' },
          { app: '有効期限チェッカー', developer: 'ライセンス株式会社' },
          { app: 'ライセンスキー', developer: '株式会社アプリ名' },
          { app: '利用中', developer: '例文社' },
        ]),
    },
  ),
  page(
    'names-with-signs',
    (s) =>
      `<table>${headRow(HEADS)}${each(s.keys, (k) => row(cells({ ...k, app: k.app.replaceAll('&', '&amp;').replaceAll('<', '&lt;') })))}</table>`,
    {
      sheet: (s) =>
        changed(
          s,
          ['R&D <受注>', 'a:b：c', '2026/12/31まで無料！', '"><script>alert(1)</script>'].map(
            (app) => ({ app }),
          ),
        ),
    },
  ),
  page(
    'numbers-as-last-four',
    (s) => `<table>${headRow(HEADS)}${each(s.keys, (k) => row(cells(k)))}</table>`,
    {
      sheet: (s) =>
        changed(
          s,
          ['2026', '0000', '1231', 'l1I0'].map((last4) => ({ last4 })),
        ),
    },
  ),
  page(
    'same-last-four-in-two-apps',
    (s) => `<table>${headRow(HEADS)}${each(s.keys, (k) => row(cells(k)))}</table>`,
    {
      sheet: (s) =>
        changed(
          s,
          [0, 1, 2, 3].map(() => ({ last4: s.keys[0]?.last4 ?? null })),
        ),
    },
  ),
  page(
    'one-app-only',
    (s) => `<table>${headRow(HEADS)}${each(s.keys, (k) => row(cells(k)))}</table>`,
    { sheet: (s) => ({ ...s, keys: s.keys.slice(0, 1) }) },
  ),
  page(
    'forty-apps',
    (s) => `<table>${headRow(HEADS)}${each(s.keys, (k) => row(cells(k)))}</table>`,
    {
      sheet: (s) => ({
        ...s,
        keys: Array.from({ length: 40 }, (_, i) => ({
          ...(s.keys[i % 4] as Key),
          app: `アプリ${i}`,
          last4: `${s.keys[0]?.last4?.slice(0, 2)}${String(i).padStart(2, '0')}`,
        })),
      }),
    },
  ),
  page(
    'unknown-words-of-state',
    (s) => `<table>${headRow(HEADS)}${each(s.keys, (k) => row(cells(k)))}</table>`,
    {
      sheet: (s) =>
        changed(
          s,
          ['利用不可', '承認中', '利用中ではありません', '削除済み'].map((word) => ({ word })),
        ),
    },
  ),
  {
    name: 'events-as-cards-under-keys-as-table',
    draw: (s) =>
      shell(
        s,
        `<h2>${APPS}</h2><table>${headRow(HEADS)}${each(s.keys, (k) => row(cells(k)))}</table><h2>${EVENTS}</h2>${each(s.grants, (g) => `<dl><dt>会社名</dt><dd>${g.company}</dd><dt>サービス名</dt><dd>${g.service}</dd><dt>利用開始日</dt><dd>${g.since}</dd><dt>状態</dt><dd>${g.word}</dd></dl>`)}`,
      ),
  },
  {
    name: 'both-in-one-table',
    draw: (s) =>
      shell(
        s,
        `<table border><tr><th colspan="6">${APPS}</th></tr>${headRow(HEADS)}${each(s.keys, (k) => row(cells(k)))}<tr><th colspan="6">${EVENTS}</th></tr>${headRow(['会社名', 'サービス名', '利用開始日', '状態', '詳細', ''])}${each(s.grants, (g) => row([g.company, g.service, g.since, g.word, '詳細', '']))}</table>`,
      ),
  },
  {
    name: 'english-and-japanese-heads',
    draw: (s) =>
      shell(
        s,
        `<h2>${APPS}</h2><table>${headRow(['アプリ登録者 / Developer', 'アプリ名 / App Name', 'ライセンスキー / License Key', '有効期限 / Expiration Date', '状態 / Status', '詳細 / Detail'])}${each(s.keys, (k) => row(cells(k)))}</table>`,
      ),
    wanted: noGrants,
  },
];
