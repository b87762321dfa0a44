import { chooseEventColumns, chooseKeyColumns } from '../../columns.ts';
import { lines } from '../../ink.ts';
import { chooseShopSources, shopAddress } from '../../shop.ts';
import type { ShopSources } from '../../shop.ts';
import type { Listing } from '../../truth.ts';
import { family } from '../family.ts';
import type { Desk } from '../family.ts';
import { LAYOUTS, renderSheet, STYLE } from './layouts.ts';
import type { Layout } from './layouts.ts';

const skeletons = (count: number, width: number): string[][] =>
  Array.from({ length: count }, () =>
    Array.from({ length: width }, () => '<span class="skeleton"></span>'),
  );

function stateWriter({ ink, pick }: Desk): (stateText: string) => string {
  const style = ink.choice('state', pick.oneOf(['plain', 'em', 'lines', 'svg', 'bracket']));
  return (stateText) => {
    const [word = '', more] = stateText.split(' ');
    const first = ink.text(word);
    if (style === 'svg')
      return `<svg class="dot" width="8" height="8" aria-hidden="true"><circle r="4"></circle></svg>${ink.text(stateText)}`;
    if (more === undefined || style === 'plain') return ink.text(stateText);
    if (style === 'em') return `${first}<em class="warn">${more}</em>`;
    return style === 'lines'
      ? `<div>${first}</div><div class="warn">${more}</div>`
      : `${first}<small>（${more}）</small>`;
  };
}

/** The truth's state texts as this page prints them. */
function bracketed(desk: Desk): void {
  if (!desk.ink.knobs.includes('state:bracket')) return;
  for (const row of [...desk.truth.keys, ...desk.truth.events]) {
    row.stateText = row.stateText.replace(/ (.+)$/, '（$1）');
  }
}

function keySheet(desk: Desk, layout: Layout, state: (t: string) => string): string {
  const { truth, pick, ink, values } = desk;
  const columns = chooseKeyColumns(truth, values, pick, ink).filter((c) => c.heading !== '');
  const rows = truth.keys.map((key) =>
    columns.map((c) => {
      if (c.id === 'state') return state(key.stateText);
      return c.id === 'detail' ? '<a href="#">詳細</a>' : ink.text(c.text(key, 0));
    }),
  );
  rows.push(...skeletons(truth.keyListing.lazy, columns.length));
  if (rows.length === 0) return '<p class="empty">該当するデータはありません。</p>';
  return renderSheet(desk, layout, {
    names: columns.map((c) => c.heading),
    heads: columns.map((c) => ink.text(c.heading)),
    rows,
  });
}

function eventSheet(desk: Desk, layout: Layout, state: (t: string) => string): string {
  const { truth, pick, ink, values } = desk;
  const columns = chooseEventColumns(values, pick, ink);
  const rows = truth.events.map((event) =>
    columns.map((c) => (c.id === 'state' ? state(event.stateText) : ink.text(c.text(event)))),
  );
  rows.push(...skeletons(truth.eventListing.lazy, columns.length));
  if (rows.length === 0) return '<p class="empty">該当するデータはありません。</p>';
  return renderSheet(desk, layout, {
    names: columns.map((c) => c.heading),
    heads: columns.map((c) => c.heading),
    rows,
  });
}

function tools({ ink }: Desk, { filteredBy, paged }: Listing): string {
  const value = filteredBy === null ? '' : ` value="${ink.attr(filteredBy)}"`;
  return lines(
    `<search><label>キーワード検索: <input type="search"${value}></label></search>`,
    paged
      ? `<nav class="pager"><a rel="prev" href="#">‹ 前へ</a> <span>${paged.from}–${paged.to} / ${paged.total}件</span> <a rel="next" href="#">次へ ›</a></nav>`
      : '',
  );
}

function shell({ truth, ink }: Desk, sources: ShopSources, content: string): string {
  const { digits, name } = truth.shop;
  const { slug } = truth.shopMaybe;
  return lines(
    '<!doctype html>',
    `<html lang="ja"><head><meta charset="utf-8"><title>アプリ一覧 - RMS</title><style>\n${STYLE}\n</style>`,
    sources.script
      ? `<script>\n  const analytics = { shopid: ${digits}, shopurl: "${slug}" };\n</script>`
      : '',
    '</head><body><header>',
    sources.link
      ? `<a id="com_header_shop_url" href='${shopAddress(sources.linkSlug)}'><span>店舗トップ</span></a>`
      : '',
    sources.text ? `<p>店舗名: <b>${ink.text(name ?? '')}</b> 店舗ID: <b>${digits}</b></p>` : '',
    '</header><article><h1>アプリ一覧</h1>',
    content,
    '</article><footer>© Rakuten Group, Inc.</footer></body></html>',
  );
}

function compose(desk: Desk): string {
  const { truth, pick, ink } = desk;
  const sources = chooseShopSources(truth, pick, ink);
  const layout = ink.choice('layout', pick.oneOf(LAYOUTS));
  const state = stateWriter(desk);
  const html: string[] = [];
  if (truth.page !== 'eventsOnly') {
    html.push(
      '<h2>WEB APIアクセス許可設定</h2>',
      tools(desk, truth.keyListing),
      keySheet(desk, layout, state),
    );
  }
  if (truth.page !== 'keysOnly') {
    html.push(
      '<h2>システムイベント通知サービスアクセス許可設定</h2>',
      tools(desk, truth.eventListing),
      eventSheet(desk, layout, state),
    );
  }
  bracketed(desk);
  return shell(desk, sources, lines(html));
}

/** Rows and columns by style sheet or by data-label: no table, or one that folds up. */
export const grid = family('grid', ['appList', 'keysOnly', 'eventsOnly'], compose);
