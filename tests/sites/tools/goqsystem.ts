import { guideBar } from '../lib/guide.ts';
import { html, raw, scriptJson, type Html } from '../lib/html.ts';
import { json, page, redirect } from '../lib/reply.ts';
import { route, site } from '../lib/router.ts';
import type { Site } from '../lib/types.ts';
import { toolAssets } from './assets.ts';
import { findToolShop, type GoqValues, type ToolShop, type ToolsState } from './model.ts';

type Shop = ToolShop<GoqValues>;
const PATH = '/goq21/settings/mall/rakuten';
const MALLS = [
  '楽天市場',
  'Yahoo!ショッピング',
  'Amazon',
  'au PAY マーケット',
  'Qoo10',
  '自社カート',
];

const IMPORTS = raw(
  '<script type="importmap">{"imports":{"preact":"/assets/preact.mjs","preact/hooks":"/assets/hooks.mjs"}}</script>',
);

const settings = (state: ToolsState, shop: Shop): Html =>
  html`<!doctype html>
    <html lang="ja">
      <head>
        <meta charset="utf-8" />
        <title>モール詳細設定 楽天市場 - GoQSystem</title>
        <link rel="stylesheet" href="/assets/tools.css" />
        ${IMPORTS}
      </head>
      <body class="goq">
        ${state.guide && guideBar(['ごくシステムで使うのは「RMS Service Squareライセンスキー」の欄です。下の serviceSecret と licenceKey は古い方式の欄で、鍵番は触りません。', '入力のあと「設定を保存して次へ進む」を押すのは人です。'])}
        <header>
          <b>GoQSystem</b>
          <nav>受注管理　商品管理　在庫連携　<strong>各種設定</strong></nav>
          <span
            >店舗: ${shop.name}
            <select aria-label="店舗の切替" onchange="location.search='?shop='+this.value">
              ${state.goqSystem.map((s) => html`<option value="${s.id}" ${s === shop && 'selected'}>${s.name}</option>`)}
            </select></span
          >
        </header>
        <main>
          <p class="crumbs">受注管理 &gt; 各種設定 &gt; モール詳細設定 &gt; 楽天市場</p>
          <h1>モール詳細設定</h1>
          <ul class="tabs">
            ${MALLS.map((mall) => html`<li ${mall === '楽天市場' && 'class=on'}><a href="#">${mall}</a></li>`)}
          </ul>
          <div id="form-root"></div>
        </main>
        <script>
          window.goqShop = ${scriptJson({ id: shop.id, saved: shop.saved })};
        </script>
        <script type="module" src="/assets/goq-form.js"></script>
      </body>
    </html>`;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

function valuesOf(body: string): GoqValues {
  const fields = JSON.parse(body) as Record<string, unknown>;
  return {
    shopUrl: text(fields['shopUrl']),
    userId: text(fields['userId']),
    squareKey: text(fields['squareKey']),
    serviceSecret: text(fields['serviceSecret']),
    licenceKey: text(fields['licenceKey']),
    days: text(fields['days']),
    automatic: fields['automatic'] === true,
  };
}

/** GoQSystem 各種設定 > モール詳細設定 > 楽天市場: inputs that a framework controls. */
export function goqSite(state: ToolsState): Site {
  const shopOf = (query: URLSearchParams): Shop | null =>
    findToolShop(state.goqSystem, query.get('shop') ?? '1');
  return site([
    ...toolAssets,
    route('GET', '/', () => redirect(PATH)),
    route('GET', PATH, ({ query }) => {
      const shop = shopOf(query);
      return shop === null ? redirect(PATH) : page(settings(state, shop));
    }),
    route('POST', `${PATH}/save`, ({ query, request }) => {
      const shop = shopOf(query);
      if (shop === null) return json({ ok: false }, 404);
      shop.saved = valuesOf(request.body);
      shop.saves += 1;
      return json({ ok: true });
    }),
  ]);
}
