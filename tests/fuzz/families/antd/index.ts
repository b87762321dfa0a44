import { chooseEventColumns, chooseKeyColumns } from '../../columns.ts';
import { lines } from '../../ink.ts';
import { chooseShopSources, shopAddress } from '../../shop.ts';
import type { ShopSources } from '../../shop.ts';
import { type Listing, recheckDates } from '../../truth.ts';
import { family } from '../family.ts';
import type { Desk } from '../family.ts';
import { dateHtml, headHtml, keyHtml, nameHtml, stateWriter } from './cells.ts';
import { renderGrid } from './table.ts';

type Mode = 'table' | 'aria' | 'virtual';

function keyGrid(desk: Desk, mode: Mode): string {
  const { truth, pick, ink, values } = desk;
  const columns = chooseKeyColumns(truth, values, pick, ink);
  let unrendered = 0;
  const canScroll = mode !== 'table' && truth.keys.length > 6 && truth.keyListing.paged === null;
  if (canScroll && ink.knob('rowsNotRendered', pick.bool(0.5))) {
    const shown = pick.int(4, truth.keys.length - 1);
    unrendered = truth.keys.length - shown;
    truth.keys = truth.keys.slice(0, shown);
    recheckDates(truth);
    // In ARIA the row count tells; a virtual list tells by its height only.
    truth.keyCoverage = 'partial';
    if (mode === 'virtual') desk.need('layout');
  }
  const heads = columns.map((c) => headHtml(desk, c.heading));
  const [state, last4, name, date] = [
    stateWriter(desk),
    keyHtml(desk),
    nameHtml(desk),
    dateHtml(desk),
  ];
  const rows = truth.keys.map((key) =>
    columns.map((c) => {
      if (c.id === 'state') return state(key);
      if (c.id === 'detail')
        return '<button type="button" class="ant-btn ant-btn-link"><span>詳 細</span></button>';
      if (c.id === 'last4') return last4(c.text(key, 0));
      if (c.id === 'expires') return date(c.text(key, 0), key);
      return c.id === 'extra' ? ink.text(c.text(key, 0)) : name(c.text(key, 0));
    }),
  );
  return renderGrid(desk, mode, {
    label: 'アプリ一覧',
    heads,
    rows,
    listing: truth.keyListing,
    unrendered,
  });
}

function eventGrid(desk: Desk, mode: Mode): string {
  const { truth, pick, ink, values } = desk;
  const columns = chooseEventColumns(values, pick, ink);
  const heads = columns.map((c) => headHtml(desk, c.heading));
  const state = stateWriter(desk);
  const rows = truth.events.map((event) =>
    columns.map((c) => (c.id === 'state' ? state(event) : ink.text(c.text(event)))),
  );
  const grid = {
    label: 'システムイベント通知',
    heads,
    rows,
    listing: truth.eventListing,
    unrendered: 0,
  };
  return renderGrid(desk, mode, grid);
}

function search({ ink }: Desk, { filteredBy }: Listing, id: string): string {
  const value = filteredBy === null ? '' : ` value="${ink.attr(filteredBy)}"`;
  return lines(
    '<span class="ant-input-group-wrapper ant-input-search"><label for="' +
      id +
      '">キーワード検索</label>',
    `<input id="${id}" type="text" placeholder="アプリ名、ライセンス情報など" class="ant-input"${value}></span>`,
  );
}

const card = (title: string, ...inner: string[]): string =>
  lines(
    `<div class="ant-card"><div class="ant-card-head"><div class="ant-card-head-title">${title}</div></div><div class="ant-card-body">`,
    inner,
    '</div></div>',
  );

function shell({ truth, ink }: Desk, sources: ShopSources, content: string): string {
  const { digits, name } = truth.shop;
  const { slug } = truth.shopMaybe;
  return lines(
    '<!doctype html>',
    '<html lang="ja"><head><meta charset="utf-8"><title>RMS - アプリ一覧</title><style>.tr{display:flex}.tr>*{flex:1}</style>',
    sources.script
      ? `<script>window.rat={shopid:"${digits}",shopurl:"${slug}",pgn:"app_list"};</script>`
      : '',
    '<script type="application/json" id="state">{"columns":["アプリ名","有効期限","状態"]}</script>',
    '</head><body><noscript>JavaScriptを有効にしてください。</noscript><div id="root"><section class="ant-layout">',
    '<header class="ant-layout-header"><div class="logo">RMS</div>',
    sources.link
      ? `<a id="com_header_shop_url" href="${shopAddress(sources.linkSlug)}" target="_blank" rel="noreferrer">店舗を見る</a>`
      : '',
    sources.text
      ? `<span>店舗名</span><span class="sep">：</span><span>${ink.text(name ?? '')}</span> <span>店舗ID</span><span class="sep">：</span><span>${digits}</span>`
      : '',
    '</header><nav class="ant-breadcrumb"><ol><li><span>メインメニュー</span></li><li><span>WEB APIサービス</span></li><li>アプリ一覧</li></ol></nav>',
    '<main class="ant-layout-content"><h1 class="ant-typography">アプリ一覧</h1>',
    content,
    '</main><footer class="ant-layout-footer">Rakuten Merchant Server © Rakuten Group, Inc. 2026</footer></section></div>',
    '<div class="ant-modal-root" style="display: none;"><div role="dialog" aria-hidden="true"><p>ライセンスキーの有効期限は90日です。</p><table><thead><tr><th>アプリ名</th><th>ライセンスキー</th><th>有効期限</th><th>状態</th></tr></thead><tbody><tr><td>サンプルアプリ</td><td>末尾4桁: XXXX</td><td>2020/01/01</td><td>利用中</td></tr></tbody></table></div></div>',
    '</body></html>',
  );
}

function compose(desk: Desk): string {
  const { truth, pick, ink } = desk;
  const sources = chooseShopSources(truth, pick, ink);
  const mode = ink.choice('mode', pick.oneOf<Mode>(['table', 'table', 'aria', 'virtual']));
  const keys =
    truth.page === 'eventsOnly'
      ? ''
      : card('WEB APIアクセス許可設定', search(desk, truth.keyListing, 'q1'), keyGrid(desk, mode));
  if (truth.page === 'appList' && ink.knob('secondTabNotOpened', pick.bool(0.12))) {
    truth.events = [];
    truth.eventCoverage = 'partial';
    if (truth.keys.length === 0) truth.pageClasses = ['none', 'keys'];
    const tabs =
      '<div role="tablist" class="ant-tabs-nav"><div role="tab" aria-selected="true">WEB API</div><div role="tab" aria-selected="false">システムイベント通知サービスアクセス許可設定</div></div>';
    return shell(
      desk,
      sources,
      lines(
        tabs,
        '<div role="tabpanel">',
        keys,
        '</div><div role="tabpanel" aria-hidden="true" style="display:none"></div>',
      ),
    );
  }
  const events =
    truth.page === 'keysOnly'
      ? ''
      : card(
          'システムイベント通知サービスアクセス許可設定',
          search(desk, truth.eventListing, 'q2'),
          eventGrid(desk, mode),
        );
  return shell(desk, sources, lines(keys, events));
}

/** A React page with a component library: tables, ARIA grids and virtual rows. */
export const antd = family('antd', ['appList', 'keysOnly', 'eventsOnly'], compose, {
  sloppy: false,
});
