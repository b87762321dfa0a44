// One plain table; what stands in its heads and cells differs.
import { each, slash, tail, type Key, type Sheet, type Variant } from '../model.ts';
import { APPS, EVENTS, shell } from '../shell.ts';

type Draw = (k: Key, index: number) => string;

interface Table {
  heads?: string[];
  cells?: Partial<Record<'developer' | 'app' | 'last4' | 'on' | 'word', Draw>>;
  before?: string;
  after?: string;
}

const HEADS = ['アプリ登録者', 'アプリ名', 'ライセンスキー', '有効期限', '状態'];

function table(keys: Key[], { heads = HEADS, cells = {}, before = '', after = '' }: Table): string {
  const draw = {
    developer: (k: Key) => k.developer,
    app: (k: Key) => k.app,
    last4: (k: Key) => tail(k.last4),
    on: (k: Key) => slash(k.on),
    word: (k: Key) => k.word,
    ...cells,
  };
  return `${before}<table><thead><tr>${each(heads, (h) => `<th>${h}</th>`)}</tr></thead><tbody>
${each(keys, (k, i) => `<tr>${[draw.developer, draw.app, draw.last4, draw.on, draw.word].map((d) => `<td>${d(k, i)}</td>`).join('')}</tr>`)}</tbody></table>${after}`;
}

const noGrants: Variant['wanted'] = (w) => ({ ...w, grants: [] });
const page = (name: string, make: Table, more: Partial<Variant> = {}): Variant => ({
  name,
  draw: (s) => shell(s, `<h2>${APPS}</h2>${table(s.keys, make)}`),
  wanted: noGrants,
  ...more,
});

const wide = (text: string): string =>
  text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
const parts = (on: string): number[] => on.split('-').map(Number);
const dateForms: ((on: string) => string)[] = [
  (on) => on.replace(/^(\d+)-(\d+)-(\d+)$/, '$1年$2月$3日'),
  (on) => parts(on).join('/'),
  (on) => `${on.replaceAll('-', '/')} 23:59:59`,
  (on) => `<time datetime="${on}T23:59:59+09:00">${on.replaceAll('-', '.')}</time>まで`,
  (on) => `${parts(on)[0]}年<br>${parts(on)[1]}月${parts(on)[2]}日(木)`,
  (on) => `令和${(parts(on)[0] ?? 0) - 2018}年${parts(on)[1]}月${parts(on)[2]}日`,
];
const moreDates: ((on: string) => string)[] = [
  wide,
  (on) => `${on}T23:59:59`,
  (on) => `${slash(on)}<br><span style="color:red">残り3日</span>`,
  (on) => `あと12日（${slash(on)}）`,
  (on) => `R${(parts(on)[0] ?? 0) - 2018}.${parts(on)[1]}.${parts(on)[2]}`,
  (on) => on.replaceAll('-', ''),
];
const dated = (s: Sheet): Sheet => ({
  ...s,
  keys: s.keys.map((k, i) => ({ ...k, word: '利用中', on: k.on ?? `2027-0${i + 1}-0${i + 2}` })),
});
const tails: ((last4: string) => string)[] = [
  (x) => `末尾4桁：${x}`,
  (x) => `****${x}`,
  (x) => `末尾４桁　${wide(x)}`,
  (x) => `(下4桁) ${x}`,
  (x) => `<span class="mask">●●●●●●●●</span><b>${x}</b>`,
  (x) => x,
];
const withKeys = (s: Sheet): Sheet => ({
  ...s,
  keys: s.keys.map((k, i) => ({ ...k, last4: k.last4 ?? `Zq${i}9` })),
});
const words = (list: [string, string][]) => ({
  sheet: (s: Sheet): Sheet => ({
    ...s,
    keys: list.map(([, word], i) => ({
      ...(s.keys[i % s.keys.length] as Key),
      app: `アプリ${i}`,
      last4: `${s.keys[0]?.last4?.slice(0, 3)}${i}`,
      on: null,
      word,
    })),
  }),
});
const UPDATE_FORMS: [string, string][] = [
  ['利用中<br>更新あり', '利用中 更新あり'],
  ['利用中（更新あり）', '利用中 更新あり'],
  ['利用中<span class="badge">更新あり</span>', '利用中 更新あり'],
  ['利用中／更新あり', '利用中 更新あり'],
  ['<a href="#">利用中&nbsp;更新あり</a>', '利用中 更新あり'],
  ['<ul><li>利用中</li><li>更新あり</li></ul>', '利用中 更新あり'],
  ['利用中<!-- 更新あり -->', '利用中'],
  ['利用中<span class="badge" style="display:none">更新あり</span>', '利用中'],
];
const WORD_FORMS: [string, string][] = [
  ['<img src="/i/on.gif" alt="利用中" width="40">', '利用中'],
  ['<span class="badge" role="img" aria-label="承認待ち"></span>', '承認待ち'],
  ['<i class="icon-stop" title="停止中"></i>', '停止中'],
  ['● 利用中', '利用中'],
  ['<svg role="img"><title>有効期限切れ</title><circle r="4"/></svg>', '有効期限切れ'],
  ['有効期限切れ <a href="#">[再発行]</a>', '有効期限切れ'],
  [
    '<span tabindex="0">利用中<span role="tooltip" style="display:none">停止中にするには詳細を押してください</span></span>',
    '利用中',
  ],
  ['審査中', '審査中'],
];

const rowspans = (s: Sheet): string => {
  const keys = [...s.keys].sort((a, b) => (a.developer < b.developer ? -1 : 1));
  const first = (k: Key, i: number): boolean => keys[i - 1]?.developer !== k.developer;
  const count = (d: string): number => keys.filter((k) => k.developer === d).length;
  return `<h2>${APPS}</h2><table border=1><thead><tr>${HEADS.map((h) => `<th>${h}</th>`).join('')}</tr></thead><tbody>
${each(keys, (k, i) => `<tr>${first(k, i) ? `<td rowspan="${count(k.developer)}">${k.developer}</td>` : ''}<td>${k.app}</td><td>${tail(k.last4)}</td><td>${slash(k.on)}</td><td>${k.word}</td></tr>`)}</tbody></table>`;
};
const severalKeys = (s: Sheet): Sheet => ({
  ...s,
  keys: [
    ...s.keys.slice(0, 2),
    { ...(s.keys[2] as Key) },
    { ...(s.keys[3] as Key), developer: s.keys[2]?.developer ?? '', app: s.keys[2]?.app ?? '' },
  ],
});
const appRowspans = (
  s: Sheet,
): string => `<h2>${APPS}</h2><table border=1><tr>${HEADS.map((h) => `<th>${h}</th>`).join('')}<th>詳細</th></tr>
${each(s.keys, (k, i) => `<tr>${i === 3 ? '' : `<td${i === 2 ? ' rowspan="2"' : ''}>${k.developer}</td><td${i === 2 ? ' rowspan="2"' : ''}>${k.app}</td>`}<td>${tail(k.last4)}</td><td>${slash(k.on)}</td><td>${k.word}</td>${i === 3 ? '' : `<td${i === 2 ? ' rowspan="2"' : ''}>詳細</td>`}</tr>`)}</table>`;

const otherOrder = (
  s: Sheet,
): string => `<h2>${APPS}</h2><table><caption>ご利用中のアプリ</caption><tr><th>状態</th><th>更新日</th><th>アプリ名</th><th>利用開始日</th><th>有効期限<br>(年月日)</th><th>備考</th><th>ライセンスキー(末尾4桁)</th><th>アプリ登録者<br>(システム開発企業)</th><th>操作</th></tr>
${each(s.keys, (k, i) => `<tr><td>${k.word}</td><td>2026/10/0${i + 1}</td><td>${k.app}</td><td>2024/01/1${i} 10:00:00</td><td>${slash(k.on)}</td><td>${i === 1 ? '2026/12/31に停止中へ変更予定' : ''}</td><td>${k.last4 ?? '-'}</td><td>${k.developer}</td><td><button>詳細</button><button>利用停止</button></td></tr>`)}</table>`;

export const CELL_PAGES: Variant[] = [
  page(
    'dates-one',
    { cells: { on: (k, i) => dateForms[i]?.(k.on ?? '') ?? '' } },
    { sheet: dated },
  ),
  page(
    'dates-two',
    { cells: { on: (k, i) => moreDates[i]?.(k.on ?? '') ?? '' } },
    { sheet: dated },
  ),
  page(
    'dates-as-a-range',
    {
      heads: ['アプリ登録者', 'アプリ名', 'ライセンスキー', '有効期間', '状態'],
      cells: { on: (k) => `2026/09/01 ～ ${slash(k.on)}` },
    },
    { sheet: dated },
  ),
  page(
    'no-dates',
    { cells: { on: (_k, i) => ['―', 'ー', '期限なし', '－', '&nbsp;', '無期限'][i] ?? '' } },
    { sheet: (s) => ({ ...s, keys: s.keys.map((k) => ({ ...k, on: null })) }) },
  ),
  page(
    'last-four',
    { cells: { last4: (k, i) => tails[i]?.(k.last4 ?? '') ?? '' } },
    { sheet: withKeys },
  ),
  page(
    'whole-keys',
    { cells: { last4: (k, i) => `SL3100${10 + i}_Ab3dEf9hIj2L${k.last4}` } },
    { sheet: withKeys },
  ),
  page(
    'update-forms',
    { cells: { word: (_k, i) => UPDATE_FORMS[i]?.[0] ?? '' } },
    words(UPDATE_FORMS),
  ),
  page(
    'word-forms',
    { cells: { word: (_k, i) => WORD_FORMS[i]?.[0] ?? '' } },
    { ...words(WORD_FORMS) },
  ),
  page('flattened-heads', {
    heads: [
      'アプリ登録者',
      'アプリ名',
      'ライセンス情報／ライセンスキー',
      'ライセンス情報／有効期限',
      'ライセンス情報／状態',
    ],
  }),
  page('heads-with-help', {
    heads: [
      'アプリ登録者 <span class="sort">▲▼</span>',
      'アプリ名 <a href="#" title="名前の順">↕</a>',
      'ライセンスキー<span class="help">？<span class="tip" style="display:none">末尾4桁のみ表示します。有効期限は状態欄を参照</span></span>',
      '有効期限<sup>※1</sup>',
      '状態<img src="/q.gif" alt="ヘルプ">',
    ],
    after: '<p>※1 有効期限を過ぎたライセンスキーはご利用いただけません。</p>',
  }),
  page('spaces-and-breaks', {
    heads: ['ア プ リ 登 録 者', 'アプリ名', 'ライセンス<br>キー', '有効<wbr>期限', '状　態'],
    cells: {
      on: (k) => `\n\t ${slash(k.on)}​ \n`,
      word: (k) => `<div> <div>${k.word.replace(' ', '\n&nbsp;')}</div> </div>`,
    },
  }),
  page('tooltips-in-cells', {
    cells: {
      app: (k) => `<a href="#" title="${k.app}の詳細を見る">${k.app}</a>`,
      last4: (k) =>
        `<span aria-describedby="x">${tail(k.last4)}</span><span role="tooltip" style="display:none">末尾4桁: ZZZZ のように表示</span>`,
      on: (k) => `${slash(k.on)}<span class="off">2020/01/01</span>`,
    },
  }),
  { name: 'developer-rowspan', draw: (s) => shell(s, rowspans(s)), wanted: noGrants },
  {
    name: 'app-rowspan',
    sheet: severalKeys,
    draw: (s) => shell(s, appRowspans(s)),
    wanted: noGrants,
  },
  { name: 'other-order', draw: (s) => shell(s, otherOrder(s)), wanted: noGrants },
  page('headings-wide-and-half', { heads: ['ｱﾌﾟﾘ登録者', 'ｱﾌﾟﾘ名', 'ﾗｲｾﾝｽｷｰ', '有効期限', '状態'] }),
  {
    name: 'events-only-in-another-order',
    draw: (s) =>
      shell(
        s,
        `<h2>${EVENTS}</h2><table><tr><th>状態</th><th>利用開始日</th><th>サービス名</th><th>会社名</th><th>詳細</th></tr>
${each(s.grants, (g) => `<tr><td>${g.word}</td><td>${g.since}</td><td>${g.service}</td><td>${g.company}</td><td></td></tr>`)}</table>`,
      ),
    sheet: (s) => ({ ...s, keys: [] }),
  },
];
