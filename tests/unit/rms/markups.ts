import type { JstDate } from '../../../utils/model/time.ts';
import type { LicenseState } from '../../../utils/model/reading.ts';

/** One key as RMS knows it. */
export interface Key {
  developer: string;
  app: string;
  last4: string;
  on: JstDate | null;
  state: Exclude<LicenseState, 'unknown'>;
}

export type Column = 'who' | 'what' | 'key' | 'expires' | 'state' | 'note' | 'action';

/** How one page words and orders things. */
export interface Style {
  columns: Column[];
  heading: (column: Column) => string;
  value: (column: Column, key: Key) => string;
  wrap: (html: string) => string;
}

export const WORDINGS: Record<Column, string[]> = {
  who: [
    'アプリ登録者',
    'アプリ登録者<br>(システム開発企業)',
    'システム開発企業',
    '開発会社',
    '会社名',
  ],
  what: ['アプリ名', 'アプリ<wbr>名', 'アプリケーション名', ' アプリ名 ▲'],
  key: [
    'ライセンスキー',
    'licenseKey',
    'キー情報',
    'ライセンスキー(末尾4桁)',
    'ﾗｲｾﾝｽｷｰ',
    '末尾4桁',
  ],
  expires: [
    '有効期限',
    '有効<span>期限</span>',
    '有効 期限',
    'ライセンスの有効期限',
    '有効期限 ※1',
  ],
  state: ['状態', '状　態', 'ステータス', '利用状況', '承認状態'],
  note: ['備考', 'API数', '最終更新者'],
  action: ['詳細', '', '操作'],
};

const pad = (n: number): string => String(n).padStart(2, '0');
const wide = (text: string): string =>
  text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));

export const DATES: ((y: number, m: number, d: number) => string)[] = [
  (y, m, d) => `${y}/${pad(m)}/${pad(d)}`,
  (y, m, d) => `${y}-${pad(m)}-${pad(d)}`,
  (y, m, d) => `${y}年${m}月${d}日`,
  (y, m, d) => wide(`${y}/${pad(m)}/${pad(d)}`),
  (y, m, d) => `令和${y - 2018}年${m}月${d}日`,
  (y, m, d) => `${y}/${pad(m)}/${pad(d)} 23:59:59`,
  (y, m, d) => `<time>${y}/${m}/${d}</time><br>23:59`,
  (y, m, d) => `${y}.${pad(m)}.${pad(d)}`,
];
export const NO_DATES = ['-', '－', '―', 'ー', '', '無期限', '&nbsp;'];
export const TAILS: ((last4: string) => string)[] = [
  (t) => `末尾4桁: ${t}`,
  (t) => `末尾4桁:${t}`,
  (t) => wide(`末尾4桁: ${t}`),
  (t) => `<span>末尾4桁</span>: <b>${t}</b>`,
  (t) => `************${t}`,
  (t) => t,
];
export const STATE_TEXTS: Record<Key['state'], string[]> = {
  active: [
    '利用中',
    '<i>●</i>利用中',
    '<span class="on">利用中</span><span hidden>更新あり</span>',
    '【利用中】',
  ],
  updateAvailable: [
    '利用中 更新あり',
    '利用中<br><font color="red">更新あり</font>',
    '利用中(更新あり)',
    '利用中<span class="badge">更新あり</span>',
    '利用中 <img alt="更新あり">',
  ],
  awaitingApproval: ['承認待ち', '承認待ち <button>アクセス承認</button>'],
  expired: ['有効期限切れ', '× 有効期限切れ'],
  stopped: ['停止中', '停止中 <a href="#">利用開始</a>'],
};

const cells = (style: Style, key: Key, tag: string, attributes = ''): string =>
  style.columns.map((c) => `<${tag}${attributes}>${style.value(c, key)}</${tag}>`).join('');
const heads = (style: Style, tag: string, attributes = ''): string =>
  style.columns.map((c) => `<${tag}${attributes}>${style.heading(c)}</${tag}>`).join('');
const known = (style: Style): Column[] =>
  style.columns.filter((c) => c !== 'action' && c !== 'note');

/** Ways to show the same list. */
export const FAMILIES: Record<string, (style: Style, keys: Key[]) => string> = {
  table: (style, keys) =>
    `<table><thead><tr>${heads(style, 'th')}</tr></thead><tbody>${keys
      .map((key) => `<tr>${cells(style, key, 'td')}</tr>`)
      .join('')}</tbody></table>`,
  'table without thead': (style, keys) =>
    `<table border=1><tr>${heads(style, 'td')}</tr>${keys
      .map((key) => `<tr>${cells(style, key, 'td')}</tr>`)
      .join('')}</table>`,
  'table with hidden and repeated rows': (style, keys) =>
    `<table><tr>${heads(style, 'th')}</tr>${keys
      .map(
        (key, i) =>
          `${i > 0 ? `<tr>${heads(style, 'th')}</tr>` : ''}<tr>${cells(style, key, 'td')}</tr>`,
      )
      .join(
        '',
      )}<tr style="display:none">${style.columns.map(() => '<td>型</td>').join('')}</tr></table>`,
  'table in layout tables': (style, keys) =>
    `<table><tr><td>メニュー</td><td><table><tr><td>お知らせ</td></tr><tr><td>${FAMILIES['table']?.(style, keys)}</td></tr></table></td></tr></table>`,
  aria: (style, keys) =>
    `<div role="table"><div role="row">${heads(style, 'div', ' role="columnheader"')}</div>${keys
      .map((key) => `<div role="row">${cells(style, key, 'div', ' role="cell"')}</div>`)
      .join('')}</div>`,
  'css table': (style, keys) =>
    `<div style="display:table"><div style="display:table-row">${heads(style, 'div', ' style="display:table-cell"')}</div>${keys
      .map(
        (key) =>
          `<div style="display:table-row">${cells(style, key, 'div', ' style="display:table-cell"')}</div>`,
      )
      .join('')}</div>`,
  'flex rows': (style, keys) =>
    `<div class="head">${heads(style, 'div')}</div><div class="body">${keys
      .map((key) => `<section class="row">${cells(style, key, 'div')}</section>`)
      .join('')}</div>`,
  'css grid': (style, keys) =>
    `<div style="display:grid;grid-template-columns:repeat(${style.columns.length}, auto)">${heads(style, 'b')}${keys
      .map((key) => cells(style, key, 'div'))
      .join('')}</div>`,
  'grid of contents': (style, keys) =>
    `<div style="display:grid;grid-template-columns:repeat(${style.columns.length}, auto)"><div style="display:contents">${heads(style, 'b')}</div>${keys
      .map((key) => `<div style="display:contents">${cells(style, key, 'div')}</div>`)
      .join('')}</div>`,
  cards: (style, keys) =>
    `<div>${keys
      .map(
        (key) =>
          `<div class="card">${known(style)
            .map(
              (c) =>
                `<div><span>${style.heading(c)}</span><span>${style.value(c, key)}</span></div>`,
            )
            .join('')}</div>`,
      )
      .join('')}</div>`,
  'definition lists': (style, keys) =>
    keys
      .map(
        (key) =>
          `<dl>${known(style)
            .map((c) => `<dt>${style.heading(c)}</dt><dd>${style.value(c, key)}</dd>`)
            .join('')}</dl>`,
      )
      .join(''),
  'one definition list': (style, keys) =>
    `<dl>${keys
      .map((key) =>
        known(style)
          .map((c) => `<dt>${style.heading(c)}</dt><dd>${style.value(c, key)}</dd>`)
          .join(''),
      )
      .join('')}</dl>`,
  'a table for each': (style, keys) =>
    keys
      .map(
        (key) =>
          `<table>${known(style)
            .map((c) => `<tr><th>${style.heading(c)}</th><td>${style.value(c, key)}</td></tr>`)
            .join('')}</table>`,
      )
      .join(''),
};
