import { chooseEventColumns, chooseKeyColumns } from '../../columns.ts';
import type { KeyColumn } from '../../columns.ts';
import { lines } from '../../ink.ts';
import { makeKeys } from '../../make-truth.ts';
import { chooseShopSources, shopAddress } from '../../shop.ts';
import type { ShopSources } from '../../shop.ts';
import type { KeyTruth } from '../../truth.ts';
import { family } from '../family.ts';
import type { Desk } from '../family.ts';
import { wrapTable } from './wrap.ts';

// jQuery and its plug-in DataTables: hidden sort keys in the cells, a foot that repeats the head,
// rows that open below a row, and a filter that hides rows and leaves them in the document.

const hiddenSpan = (text: string): string => `<span style="display:none">${text}</span>`;

function cellHtml(desk: Desk, state: (t: string) => string, sortKeys: boolean) {
  const { ink } = desk;
  return (column: KeyColumn, key: KeyTruth): string => {
    const text = ink.text(column.text(key, 0));
    if (column.id === 'detail')
      return '<td><a class="btn" href="#"><i class="fa fa-search"></i>詳細</a></td>';
    if (column.id === 'state') return `<td>${state(key.stateText)}</td>`;
    if (column.id !== 'expires' || !sortKeys) return `<td>${text}</td>`;
    const order = (key.expiresOn ?? '9999-12-31').replaceAll('-', '');
    return `<td data-order="${order}">${hiddenSpan(order)}${text}</td>`;
  };
}

function stateWriter({ ink, pick }: Desk): (text: string) => string {
  const style = ink.choice('state', pick.oneOf(['label', 'sorted', 'icon', 'text']));
  return (text) => {
    if (style === 'sorted') return `${hiddenSpan('3')}${ink.text(text)}`;
    if (style === 'icon')
      return ink
        .text(text)
        .replace(
          '更新あり',
          '<i class="fa fa-refresh text-danger"></i><b class="text-danger">更新あり</b>',
        );
    return style === 'label'
      ? `<span class="label label-default">${ink.text(text)}</span>`
      : ink.text(text);
  };
}

/** Rows that the filter, or the developer, has hidden; nobody sees them. */
function hiddenRows(
  { pick, truth, ink }: Desk,
  row: (key: KeyTruth, how: string) => string,
): string[] {
  if (!ink.knob('hiddenRows', pick.bool(truth.keyListing.filteredBy === null ? 0.12 : 0.7)))
    return [];
  const how = pick.oneOf(['style="display: none;"', 'hidden', 'style="visibility:collapse"']);
  const others = makeKeys(pick, pick.int(1, 3));
  for (const key of others)
    for (const [heading] of truth.keys[0]?.extra ?? []) key.extra.push([heading, '']);
  return others.map((key) => row(key, how));
}

function keyTable(desk: Desk): string {
  const { truth, pick, ink, values } = desk;
  const columns = chooseKeyColumns(truth, values, pick, ink);
  const cell = cellHtml(desk, stateWriter(desk), ink.knob('sortKeys', pick.bool(0.4)));
  const row = (key: KeyTruth, attributes: string): string =>
    lines(
      `<tr role="row" ${attributes}>`,
      columns.map((c) => cell(c, key)),
      '</tr>',
    );
  const opened = ink.knob('openedRow', pick.bool(0.2));
  const rows = truth.keys.map((key, i) => {
    const child =
      opened && i === 0
        ? `<tr class="child"><td class="child" colspan="${columns.length}"><ul><li><span class="dtr-title">最終アクセス</span> <span class="dtr-data">2026/11/25 10:00</span></li></ul></td></tr>`
        : '';
    return lines(row(key, `class="${i % 2 ? 'even' : 'odd'}"`), child);
  });
  const unseen = hiddenRows(desk, row);
  const body = unseen.length > 0 && pick.bool(0.5) ? [...unseen, ...rows] : [...rows, ...unseen];
  const wait = Array.from(
    { length: truth.keyListing.lazy },
    () =>
      `<tr class="loading"><td colspan="${columns.length}" class="dataTables_processing">処理中...</td></tr>`,
  );
  return wrapTable(desk, {
    id: 'apps',
    heads: columns.map((c) => ink.text(c.heading)),
    body: [...body, ...wait],
    empty: rows.length + wait.length === 0,
    listing: truth.keyListing,
    total: truth.keys.length,
  });
}

function eventTable(desk: Desk): string {
  const { truth, pick, ink, values } = desk;
  const columns = chooseEventColumns(values, pick, ink);
  const state = stateWriter(desk);
  const rows = truth.events.map((event) =>
    lines(
      '<tr>',
      columns.map(
        (c) => `<td>${c.id === 'state' ? state(event.stateText) : ink.text(c.text(event))}</td>`,
      ),
      '</tr>',
    ),
  );
  const wait = Array.from(
    { length: truth.eventListing.lazy },
    () => `<tr><td colspan="${columns.length}">処理中...</td></tr>`,
  );
  return wrapTable(desk, {
    id: 'events',
    heads: columns.map((c) => c.heading),
    body: [...rows, ...wait],
    empty: rows.length + wait.length === 0,
    listing: truth.eventListing,
    total: truth.events.length,
  });
}

function shell(
  { truth, ink }: Desk,
  { link, script, text, linkSlug }: ShopSources,
  content: string,
): string {
  const { digits, name } = truth.shop;
  const { slug } = truth.shopMaybe;
  return lines(
    '<!DOCTYPE html>',
    '<html lang="ja"><head><meta charset="utf-8"><title>アプリ一覧</title></head><body>',
    '<div class="navbar navbar-inverse"><div class="container-fluid">',
    link
      ? `<a id="com_header_shop_url" target="_blank" href="${shopAddress(linkSlug)}">${ink.text('店舗ページ確認')}</a>`
      : '',
    text
      ? `<span class="navbar-text">店舗ID <span class="badge">${digits}</span></span><span class="navbar-text">店舗名 <span>${ink.text(name ?? '')}</span></span>`
      : '',
    '</div></div><div class="container"><div class="page-header"><h1>アプリ一覧</h1></div>',
    content,
    '</div>',
    script
      ? `<script>$(function(){ _rat.set({shopid: '${digits}', shopurl: '${slug}'}); });</script>`
      : '',
    '<script type="text/html" id="row"><tr><td>{{developer}}</td><td>{{app}}</td><td>末尾4桁: {{last4}}</td><td>{{有効期限}}</td><td>{{状態}}</td></tr></script>',
    '</body></html>',
  );
}

function compose(desk: Desk): string {
  const sources = chooseShopSources(desk.truth, desk.pick, desk.ink);
  const { page } = desk.truth;
  const keys = (): string => lines('<h3>WEB APIアクセス許可設定</h3>', keyTable(desk));
  const events = (): string =>
    lines('<h3>システムイベント通知サービスアクセス許可設定</h3>', eventTable(desk));
  return shell(
    desk,
    sources,
    lines(page === 'eventsOnly' ? '' : keys(), page === 'keysOnly' ? '' : events()),
  );
}

/** A plug-in's tables: hidden sort keys, hidden rows, repeated foot, sizing heads. */
export const dataTables = family('dataTables', ['appList', 'keysOnly', 'eventsOnly'], compose);
