// Pages that should hold keys and that nobody could read: an alarm, never an empty list (promise 3).
import { each, slash, tail, type Sheet, type Variant } from '../model.ts';
import { APPS, shell } from '../shell.ts';

const HEADS = [
  'アプリ登録者 (システム開発企業)',
  'アプリ名',
  'ライセンスキー',
  '有効期限',
  '状態',
  '詳細',
];
const head = `<tr>${HEADS.map((h) => `<th>${h}</th>`).join('')}</tr>`;
const page = (name: string, draw: (s: Sheet) => string): Variant => ({
  name: `alarm-${name}`,
  draw: (s) => shell(s, `<h1>アプリ一覧</h1><h2>${APPS}</h2>${draw(s)}`),
  wanted: (w) => ({ ...w, keys: [], grants: [], alarm: true }),
});

export const ALARM_PAGES: Variant[] = [
  page(
    'canvas',
    () =>
      `<div>${HEADS.map((h) => `<span>${h}</span>`).join('')}</div><canvas width=800 height=200></canvas>`,
  ),
  page(
    'rows-as-pictures',
    (s) =>
      `<table>${head}${each(s.keys, (_k, i) => `<tr><td colspan="6"><img src="/row/${i}.png" alt=""></td></tr>`)}</table>`,
  ),
  page(
    'skeleton-for-ever',
    () =>
      `<table>${head}${`<tr>${'<td><span class="skeleton"></span></td>'.repeat(6)}</tr>`.repeat(4)}</table>`,
  ),
  page('head-without-rows', () => `<table><thead>${head}</thead><tbody></tbody></table>`),
  page(
    'rows-of-other-sense',
    (s) =>
      `<table>${head}${each(s.keys, (_k, i) => `<tr><td>${i}</td><td>a</td><td>b</td><td>c</td><td>d</td><td>e</td></tr>`)}</table>`,
  ),
  page(
    'key-column-renamed',
    (s) =>
      `<table><tr><th>アプリ登録者</th><th>アプリ名</th><th>認証コード</th><th>有効期限</th><th>状態</th></tr>${each(s.keys, (k) => `<tr><td>${k.developer}</td><td>${k.app}</td><td>#${k.last4?.length}</td><td>${slash(k.on)}</td><td>${k.word}</td></tr>`)}</table>`,
  ),
  page(
    'date-column-gone',
    (s) =>
      `<table><tr><th>アプリ登録者</th><th>アプリ名</th><th>ライセンスキー</th><th>状態</th></tr>${each(s.keys, (k) => `<tr><td>${k.developer}</td><td>${k.app}</td><td>${tail(k.last4)}</td><td>${k.word}</td></tr>`)}</table>`,
  ),
  page(
    'load-failed',
    () => `<table>${head}<tr><td colspan="6">読み込みに失敗しました。</td></tr></table>`,
  ),
];
