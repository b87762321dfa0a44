import { chooseEventColumns, chooseKeyColumns } from '../../columns.ts';
import type { KeyColumn } from '../../columns.ts';
import { lines } from '../../ink.ts';
import { chooseShopSources, MALL_LINKS, shopAddress } from '../../shop.ts';
import type { ShopSources } from '../../shop.ts';
import type { KeyTruth } from '../../truth.ts';
import { family } from '../family.ts';
import type { Desk } from '../family.ts';
import { samples } from './samples.ts';

// A careful HTML5 report: caption, scope, tfoot, one tbody for each developer, numbered rows, and
// the developer at times as a heading row over its apps or as a caption over its own table.

type Grouping = 'none' | 'tbodies' | 'headingRows' | 'tables';

const state = ({ ink }: Desk, text: string): string => {
  const [word = '', more] = text.split(' ');
  return more === undefined ? ink.text(word) : `${ink.text(word)} <mark>${more}</mark>`;
};

function cell(desk: Desk, column: KeyColumn, key: KeyTruth, asHead: boolean): string {
  const { ink } = desk;
  if (column.id === 'state') return `<td>${state(desk, key.stateText)}</td>`;
  if (column.id === 'detail') return '<td><a href="#">詳細</a></td>';
  const text = ink.text(column.text(key, 0));
  return column.id === 'app' && asHead ? `<th scope="row">${text}</th>` : `<td>${text}</td>`;
}

/** Keys by developer, in the order in which the developers first appear. */
function byDeveloper(keys: KeyTruth[]): [string, KeyTruth[]][] {
  const groups = new Map<string, KeyTruth[]>();
  for (const key of keys) {
    const name = key.developer ?? '';
    groups.set(name, [...(groups.get(name) ?? []), key]);
  }
  return [...groups];
}

function keyTables(desk: Desk): string {
  const { truth, pick, ink, values } = desk;
  const grouping = ink.choice(
    'grouping',
    pick.oneOf<Grouping>(['none', 'none', 'none', 'tbodies', 'tbodies', 'headingRows', 'tables']),
  );
  const all = chooseKeyColumns(truth, values, pick, ink);
  const groups = byDeveloper(truth.keys);
  if (grouping !== 'none') truth.keys = groups.flatMap(([, keys]) => keys);
  const developerAbove = grouping === 'headingRows' || grouping === 'tables';
  const columns = developerAbove ? all.filter((c) => c.id !== 'developer') : all;
  const asHead = pick.bool(0.4);
  const numbered = ink.knob('rowNumbers', pick.bool(0.25));
  const width = columns.length + (numbered ? 1 : 0);
  const head = lines(
    '<thead><tr>',
    numbered ? '<th scope="col">No.</th>' : '',
    columns.map((c) => `<th scope="col">${ink.text(c.heading)}</th>`),
    '</tr></thead>',
  );
  let count = 0;
  const row = (key: KeyTruth): string => {
    count += 1;
    return lines(
      '<tr>',
      numbered ? `<td>${count}</td>` : '',
      columns.map((c) => cell(desk, c, key, asHead)),
      '</tr>',
    );
  };
  const foot = ink.knob('footRow', grouping !== 'tables' && pick.bool(0.25))
    ? `<tfoot><tr><td colspan="${width}">合計 ${truth.keys.length}件（有効期限は発行から90日です）</td></tr></tfoot>`
    : '';
  const table = (caption: string, bodies: string[]): string =>
    lines(
      '<table class="report">',
      caption ? `<caption>${caption}</caption>` : '',
      head,
      bodies,
      foot,
      '</table>',
    );
  const lazy = Array.from(
    { length: truth.keyListing.lazy },
    () => `<tr class="loading" aria-busy="true"><td colspan="${width}">読み込み中…</td></tr>`,
  );
  if (truth.keys.length + lazy.length === 0) {
    return table('', [
      `<tbody><tr><td colspan="${width}">該当するデータはありません。</td></tr></tbody>`,
    ]);
  }
  if (grouping === 'tables') {
    return lines(
      groups.map(([name, keys]) =>
        table(`アプリ登録者: ${ink.text(name)}`, ['<tbody>', ...keys.map(row), '</tbody>']),
      ),
      lazy.length > 0 ? `<table class="report">${head}<tbody>${lazy.join('')}</tbody></table>` : '',
    );
  }
  const bodies = groups.map(([name, keys]) => {
    const heading =
      grouping === 'headingRows'
        ? `<tr class="group"><th colspan="${width}" scope="rowgroup">${ink.text(name)}</th></tr>`
        : '';
    return lines('<tbody>', heading, keys.map(row), '</tbody>');
  });
  const one = grouping === 'none' ? ['<tbody>', ...truth.keys.map(row)] : bodies;
  return table('', [...one, ...lazy, '</tbody>']);
}

function eventTable(desk: Desk): string {
  const { truth, pick, ink, values } = desk;
  const columns = chooseEventColumns(values, pick, ink);
  const rows = truth.events.map((event) =>
    lines(
      '<tr>',
      columns.map(
        (c) =>
          `<td>${c.id === 'state' ? state(desk, event.stateText) : ink.text(c.text(event))}</td>`,
      ),
      '</tr>',
    ),
  );
  const lazy = Array.from(
    { length: truth.eventListing.lazy },
    () => `<tr aria-busy="true"><td colspan="${columns.length}">読み込み中…</td></tr>`,
  );
  const none = `<tr><td colspan="${columns.length}">該当するデータはありません。</td></tr>`;
  return lines(
    '<table class="report"><thead><tr>',
    columns.map((c) => `<th scope="col">${ink.text(c.heading)}</th>`),
    '</tr></thead><tbody>',
    rows,
    lazy,
    rows.length + lazy.length === 0 ? none : '',
    '</tbody></table>',
  );
}

function tools({ ink, truth }: Desk, which: 'keyListing' | 'eventListing'): string {
  const { filteredBy, paged } = truth[which];
  const value = filteredBy === null ? '' : ` value="${ink.attr(filteredBy)}"`;
  const last = paged
    ? Math.max(1, Math.ceil(paged.total / Math.max(1, paged.to - paged.from + 1)))
    : 1;
  const now = paged ? Math.ceil(paged.from / Math.max(1, paged.to - paged.from + 1)) : 1;
  const options = Array.from(
    { length: Math.min(last, 9) },
    (_, i) => `<option${i + 1 === now ? ' selected' : ''}>${i + 1}</option>`,
  ).join('');
  return lines(
    `<form role="search"><label for="${which}">キーワード検索</label> <input id="${which}"${value}></form>`,
    paged
      ? `<p>検索結果 ${paged.total}件（${paged.from}件目～${paged.to}件目） <select aria-label="ページ">${options}</select>ページ目 / 全${last}ページ</p>`
      : '',
  );
}

function shell(desk: Desk, { link, script, text, linkSlug }: ShopSources, content: string): string {
  const { truth, ink } = desk;
  const { digits, name } = truth.shop;
  const { slug } = truth.shopMaybe;
  const { above, below } = samples(desk);
  return lines(
    '<!DOCTYPE html>',
    '<html lang="ja"><head><meta charset="UTF-8"><title>アプリ一覧</title></head><body>',
    '<header role="banner">',
    text
      ? `<table class="shop"><tr><th>店舗ID</th><td>${digits}</td><th>店舗名</th><td>${ink.text(name ?? '')}</td></tr></table>`
      : '',
    link
      ? `<a id="com_header_shop_url" target="_blank" href="${shopAddress(linkSlug).replace(/\/$/, '')}">${shopAddress(linkSlug)}</a>`
      : '',
    ink.knob('mallLink', desk.pick.bool(0.3)) ? desk.pick.oneOf(MALL_LINKS) : '',
    '</header><main><h1>アプリ一覧</h1>',
    above,
    content,
    below,
    '</main><footer><p>画面更新日 2026年11月26日</p></footer>',
    script ? `<script>var s={"shopid":"${digits}","shopurl":"${slug}"};s.t();</script>` : '',
    '</body></html>',
  );
}

function compose(desk: Desk): string {
  const { truth, pick, ink } = desk;
  const sources = chooseShopSources(truth, pick, ink);
  const keys = (): string =>
    lines('<h2>WEB APIアクセス許可設定</h2>', tools(desk, 'keyListing'), keyTables(desk));
  const events = (): string =>
    lines(
      '<h2>システムイベント通知サービスアクセス許可設定</h2>',
      tools(desk, 'eventListing'),
      eventTable(desk),
    );
  return shell(
    desk,
    sources,
    lines(truth.page === 'eventsOnly' ? '' : keys(), truth.page === 'keysOnly' ? '' : events()),
  );
}

/** Semantic tables: captions, groups, foot rows, row headers, sample tables beside the real one. */
export const report = family('report', ['appList', 'keysOnly', 'eventsOnly'], compose);
