// Lists without a table: rows of blocks, cards, definition lists.
import { each, slash, tail, type Key, type Sheet, type Variant } from '../model.ts';
import { APPS, EVENTS, shell } from '../shell.ts';

const HEADS = ['アプリ登録者', 'アプリ名', 'ライセンスキー', '有効期限', '状態', '詳細'];
const cellsOf = (k: Key): string[] => [
  k.developer,
  k.app,
  tail(k.last4),
  slash(k.on),
  k.word,
  '<a href="#">詳細</a>',
];
const noGrants: Variant['wanted'] = (w) => ({ ...w, grants: [] });

const flexRows = (
  s: Sheet,
): string => `<style>.row{display:flex}.row>*{flex:1}</style><section><h2>${APPS}</h2>
<div class="row row--head">${each(HEADS, (h) => `<span class="c">${h}</span>`)}</div>
${each(
  s.keys,
  (k) =>
    `<div class="row">${cellsOf(k)
      .map((c) => `<span class="c">${c}</span>`)
      .join('')}</div>`,
)}</section>
<section><h2>${EVENTS}</h2><div class="row row--head"><span>会社名</span><span>サービス名</span><span>利用開始日</span><span>状態</span></div>
${each(s.grants, (g) => `<div class="row"><span>${g.company}</span><span>${g.service}</span><span>${g.since}</span><span>${g.word}</span></div>`)}</section>`;

const flatGrid = (
  s: Sheet,
): string => `<h2>${APPS}</h2><div style="display:grid;grid-template-columns:repeat(6,auto)">
${each(HEADS, (h) => `<div class="h">${h}</div>`)}
${each(s.keys, (k) =>
  cellsOf(k)
    .map((c) => `<div>${c}</div>`)
    .join(''),
)}</div>`;

const dlCards = (s: Sheet): string => `<h2>${APPS}</h2>
${each(s.keys, (k) => `<article class="card"><dl><dt>アプリ登録者</dt><dd>${k.developer}</dd><dt>アプリ名</dt><dd>${k.app}</dd><dt>ライセンスキー</dt><dd>${tail(k.last4)}</dd><dt>有効期限</dt><dd>${slash(k.on)}</dd><dt>状態</dt><dd>${k.word}</dd></dl><a href="#">詳細</a></article>`)}`;

const dlDivs = (s: Sheet): string => `<h2>${APPS}</h2><ul>
${each(s.keys, (k) => `<li><dl>${['アプリ登録者', 'アプリ名', '末尾4桁', '有効期限', '状態'].map((h, i) => `<div><dt>${h}：</dt><dd>${i === 2 ? (k.last4 ?? '-') : cellsOf(k)[i]}</dd></div>`).join('')}</dl></li>`)}</ul>`;

const labelCards = (s: Sheet): string => `<h2>${APPS}</h2><ul class="cards">
${each(
  s.keys,
  (k) =>
    `<li class="card">${cellsOf(k)
      .slice(0, 5)
      .map((c, i) => `<p><span class="label">${HEADS[i]}</span><span class="value">${c}</span></p>`)
      .join('')}<a class="btn" href="#">詳細</a></li>`,
)}</ul>`;

const textCards = (s: Sheet): string => `<h2>${APPS}</h2>
${each(
  s.keys,
  (k) =>
    `<div class="panel">${cellsOf(k)
      .slice(0, 5)
      .map((c, i) => `<div>${HEADS[i]}：${c}</div>`)
      .join('')}</div>`,
)}`;

const tablePerApp = (s: Sheet): string => `<h2>${APPS}</h2>
${each(
  s.keys,
  (k) =>
    `<table class="app">${cellsOf(k)
      .slice(0, 5)
      .map((c, i) => `<tr><th scope="row">${HEADS[i]}</th><td>${c}</td></tr>`)
      .join('')}</table>`,
)}`;

const cssTable = (
  s: Sheet,
): string => `<style>.t{display:table}.r{display:table-row}.d{display:table-cell}</style><h2>${APPS}</h2>
<div class="t"><div class="hg" style="display:table-header-group"><div class="r">${each(HEADS, (h) => `<div class="d">${h}</div>`)}</div></div>
<div style="display:table-row-group">${each(
  s.keys,
  (k) =>
    `<div class="r">${cellsOf(k)
      .map((c) => `<div class="d">${c}</div>`)
      .join('')}</div>`,
)}</div></div>`;

const listRows = (
  s: Sheet,
): string => `<h2>${APPS}</h2><ul class="list"><li class="head"><ul>${each(HEADS, (h) => `<li>${h}</li>`)}</ul></li>
${each(
  s.keys,
  (k) =>
    `<li><ul>${cellsOf(k)
      .map((c) => `<li>${c}</li>`)
      .join('')}</ul></li>`,
)}</ul>`;

const developerGroups = (
  s: Sheet,
): string => `<h2>${APPS}</h2><table><thead><tr><th>アプリ名</th><th>ライセンスキー</th><th>有効期限</th><th>状態</th></tr></thead>
${each(
  [...new Set(s.keys.map((k) => k.developer))],
  (d) =>
    `<tbody><tr class="group"><th colspan="4">アプリ登録者：${d}</th></tr>${s.keys
      .filter((k) => k.developer === d)
      .map(
        (k) =>
          `<tr>${cellsOf(k)
            .slice(1, 5)
            .map((c) => `<td>${c}</td>`)
            .join('')}</tr>`,
      )
      .join('')}</tbody>`,
)}</table>`;

const allInOneCell = (
  s: Sheet,
): string => `<h2>${APPS}</h2><table><tr><th>アプリ登録者</th><th>アプリ名</th><th>ライセンス情報</th><th>詳細</th></tr>
${each(s.keys, (k) => `<tr><td>${k.developer}</td><td>${k.app}</td><td>ライセンスキー：${tail(k.last4)}<br>有効期限：${slash(k.on)}<br>状態：${k.word}</td><td><a href="#">詳細</a></td></tr>`)}</table>`;

const page = (name: string, draw: (s: Sheet) => string): Variant => ({
  name,
  draw: (s) => shell(s, draw(s)),
  wanted: noGrants,
});

export const BLOCK_PAGES: Variant[] = [
  {
    name: 'flex-rows',

    draw: (s) => shell(s, flexRows(s)),
  },
  page('grid-without-rows', flatGrid),
  page('cards-of-dl', dlCards),
  page('cards-of-dl-in-divs', dlDivs),
  page('cards-of-labels', labelCards),
  page('cards-of-text', textCards),
  page('table-for-each-app', tablePerApp),
  { ...page('css-table', cssTable) },
  page('list-in-list', listRows),
  page('developer-as-group-row', developerGroups),
  page('all-in-one-cell', allInOneCell),
];
