import { chooseEventColumns, chooseKeyColumns } from '../../columns.ts';
import { lines } from '../../ink.ts';
import { chooseShopSources, shopAddress } from '../../shop.ts';
import type { ShopSources } from '../../shop.ts';
import type { Listing } from '../../truth.ts';
import { family } from '../family.ts';
import type { Desk } from '../family.ts';
import { elTable, STYLE } from './table.ts';
import type { Column } from './table.ts';

const EMPTY =
  '<div class="el-table__empty-block"><span class="el-table__empty-text">該当するデータはありません</span></div>';
const SORT =
  '<span class="caret-wrapper"><i class="sort-caret ascending"></i><i class="sort-caret descending"></i></span>';
const LICENSE = new Set<string>(['last4', 'expires', 'state']);

function tagWriter({ ink, pick }: Desk): (stateText: string) => string {
  const style = ink.choice('state', pick.oneOf(['tag', 'tags', 'text', 'comment']));
  return (stateText) => {
    if (style === 'tags')
      return stateText
        .split(' ')
        .map((w) => `<span class="el-tag el-tag--light">${w}</span>`)
        .join('\n');
    if (style === 'comment') return `<!-- v-if --><span>${ink.text(stateText)}</span><!---->`;
    return style === 'tag'
      ? `<span class="el-tag">${ink.text(stateText)}</span>`
      : ink.text(stateText);
  };
}

/** Rows that the server has not filled yet: every cell is a loading icon. */
const loading = (count: number, width: number): string[][] =>
  Array.from({ length: count }, () =>
    Array.from({ length: width }, () => '<i class="el-icon-loading"></i>'),
  );

function keyTable(desk: Desk): string {
  const { truth, pick, ink, values } = desk;
  const chosen = chooseKeyColumns(truth, values, pick, ink);
  const grouped = ink.knob('groupHeading', pick.bool(0.4));
  const columns = chosen.map((c): Column => ({
    name: c.id,
    head: ink.text(c.heading) + (c.id === 'expires' && pick.bool(0.5) ? SORT : ''),
    group: grouped && LICENSE.has(c.id) ? 'ライセンス情報' : null,
  }));
  const tag = tagWriter(desk);
  const rows = truth.keys.map((key) =>
    chosen.map((c) => {
      if (c.id === 'state') return tag(key.stateText);
      if (c.id === 'detail')
        return '<button type="button" class="el-button el-button--text"><span>詳細</span></button>';
      return `<span>${ink.text(c.text(key, 0))}</span>`;
    }),
  );
  const isFixed = ink.knob('fixedColumn', pick.bool(0.4));
  const side = pick.oneOf(['left', 'right'] as const);
  // Hidden by a rule, the columns of the copy are only told apart where style sheets are read.
  if (isFixed) desk.need('css');
  const fixed = isFixed ? (side === 'left' ? 0 : columns.length - 1) : null;
  rows.push(...loading(truth.keyListing.lazy, columns.length));
  return elTable(desk, { columns, rows, fixed, side, empty: EMPTY });
}

function eventTable(desk: Desk): string {
  const { truth, pick, ink, values } = desk;
  const chosen = chooseEventColumns(values, pick, ink);
  const columns = chosen.map((c): Column => ({
    name: c.id,
    head: ink.text(c.heading),
    group: null,
  }));
  const tag = tagWriter(desk);
  const rows = truth.events.map((event) =>
    chosen.map((c) => (c.id === 'state' ? tag(event.stateText) : ink.text(c.text(event)))),
  );
  rows.push(...loading(truth.eventListing.lazy, columns.length));
  return elTable(desk, { columns, rows, fixed: null, side: 'left', empty: EMPTY });
}

function search({ ink }: Desk, { filteredBy }: Listing): string {
  const value = filteredBy === null ? '' : ` value="${ink.attr(filteredBy)}"`;
  return `<form class="el-form el-form--inline"><div class="el-form-item"><label class="el-form-item__label">キーワード検索</label><div class="el-input"><input type="text" autocomplete="off" class="el-input__inner"${value}></div></div></form>`;
}

function pager({ paged }: Listing): string {
  if (!paged) return '';
  const size = Math.max(1, paged.to - paged.from + 1);
  const count = Math.ceil(paged.total / size);
  const now = Math.ceil(paged.from / size);
  const numbers = Array.from(
    { length: Math.min(count, 6) },
    (_, i) => `<li class="number${i + 1 === now ? ' active' : ''}">${i + 1}</li>`,
  );
  return lines(
    `<div class="el-pagination"><span class="el-pagination__total">全 ${paged.total} 件</span>`,
    `<span class="el-pagination__sizes">${size}件/ページ</span><button type="button" class="btn-prev"${now === 1 ? ' disabled="disabled"' : ''}><i class="el-icon-arrow-left"></i></button>`,
    `<ul class="el-pager">${numbers.join('')}</ul><button type="button" class="btn-next"${now === count ? ' disabled="disabled"' : ''}><i class="el-icon-arrow-right"></i></button></div>`,
  );
}

function shell({ truth, ink }: Desk, sources: ShopSources, content: string): string {
  const { digits, name } = truth.shop;
  const { slug } = truth.shopMaybe;
  return lines(
    `<!DOCTYPE html><html lang="ja"><head><meta charset="utf-8"><title>RMS</title><style>${STYLE}</style></head><body>`,
    '<div id="app" data-v-app=""><div class="el-container is-vertical"><header class="el-header">',
    sources.link
      ? `<a id="com_header_shop_url" href="${shopAddress(sources.linkSlug)}" class="el-link">${ink.plain(name ?? '店舗')}</a>`
      : '',
    sources.text
      ? `<span data-v-1>店舗ID：${digits}</span><span data-v-1>店舗名：${ink.text(name ?? '')}</span>`
      : '',
    '</header><div class="el-container"><aside class="el-aside"><ul role="menubar" class="el-menu"><li role="menuitem">サービス一覧</li><li role="menuitem" class="is-active">アプリ一覧</li><li role="menuitem">アプリ登録</li></ul></aside>',
    '<main class="el-main"><div class="el-breadcrumb" role="navigation">利用設定 / アプリ一覧</div>',
    content,
    '</main></div></div></div>',
    sources.script ? `<script>dataLayer=[{'shopid':'${digits}','shopurl':'${slug}'}]</script>` : '',
    '<div class="el-popover el-popper" role="tooltip" aria-hidden="true" style="display: none;">状態: 利用中 有効期限: 2020/01/01</div>',
    '</body></html>',
  );
}

function compose(desk: Desk): string {
  const { truth, pick, ink } = desk;
  const sources = chooseShopSources(truth, pick, ink);
  const keys = (): string =>
    lines(
      '<h2 data-v-2>アプリ一覧</h2><h3>WEB APIアクセス許可設定</h3>',
      search(desk, truth.keyListing),
      keyTable(desk),
      pager(truth.keyListing),
    );
  const events = (): string =>
    lines(
      '<h3>システムイベント通知サービスアクセス許可設定</h3>',
      search(desk, truth.eventListing),
      eventTable(desk),
      pager(truth.eventListing),
    );
  return shell(
    desk,
    sources,
    lines(truth.page === 'eventsOnly' ? '' : keys(), truth.page === 'keysOnly' ? '' : events()),
  );
}

/** Vue with Element UI: header and body apart, fixed columns doubled. */
export const element = family('element', ['appList', 'keysOnly', 'eventsOnly'], compose, {
  sloppy: false,
});
