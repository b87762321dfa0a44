import { HOSTS } from '../../hosts.ts';
import { html, raw, scriptJson, type Html } from '../../lib/html.ts';
import type { RmsShop } from '../model.ts';
import type { RmsWorld } from '../world.ts';
import { rmsGuide, type GuidePage } from './guide.ts';

export interface RmsPage {
  title: string;
  body: Html;
  guide: GuidePage;
  /** The menu of the WEB API service stands on the left. */
  apiMenu?: boolean;
  /** Script files of `rms/client/`. */
  scripts?: readonly string[];
}

// Menu names and numbers as in seed 002.
const API_MENU = [
  [
    '1',
    'サービス',
    [
      ['1-1', 'サービス一覧'],
      ['1-2', '申込、利用規約確認'],
      ['1-3', 'API活用例'],
    ],
  ],
  [
    '2',
    '利用設定',
    [
      ['2-1', 'アプリ一覧'],
      ['2-2', 'アプリ登録'],
    ],
  ],
  [
    '3',
    'サポート',
    [
      ['3-1', '楽天からのお知らせ'],
      ['3-2', 'お問い合わせ'],
      ['3-3', 'テスト店舗利用申請'],
      ['3-4', '障害情報(試験運用中)'],
    ],
  ],
] as const;

const hrefOf = (number: string): string => {
  if (number === '2-1') return `https://${HOSTS.apps}/apisson/`;
  if (number === '3-1') return `https://${HOSTS.apps}/apisson/news`;
  if (number === '3-4') return `https://${HOSTS.apps}/apisson/outages`;
  return number === '1-1' ? `https://${HOSTS.portal}/merchant-portal/` : '#';
};

const apiMenu = (): Html =>
  html` <dl class="side-menu">
    ${API_MENU.map(
      ([number, name, items]) =>
        html` <dt><b>${number}</b> ${name}</dt>
          ${items.map(([n, item]) => html`<dd><a href="${hrefOf(n)}">${n} ${item}</a></dd>`)}`,
    )}
  </dl>`;

/** The sources of rms.md §3 for "whose page is it", each switchable. */
function headerLink(world: RmsWorld, shop: RmsShop): Html | null {
  if (!world.options.identity.headerLink) return null;
  const url = `https://www.rakuten.co.jp/${shop.slug}/`;
  return html`<a id="com_header_shop_url" href="${url}" target="_blank" rel="noopener">${url}</a>`;
}

function analytics(world: RmsWorld, shop: RmsShop): Html | null {
  if (!world.options.identity.analytics) return null;
  const query = new URLSearchParams({ shopid: shop.id, shopurl: shop.slug }).toString();
  return html`<script>
      var rat_params = ${scriptJson({ acc: 1312, aid: 1, shopid: shop.id, shopurl: shop.slug })};
    </script>
    <img src="/rat/beacon.gif?${query}" width="1" height="1" alt="" style="position:absolute" />`;
}

const header = (world: RmsWorld, shop: RmsShop): Html =>
  html` <div id="com_header">
    <a class="logo" href="https://${HOSTS.mainMenu}/"><span>R</span>akuten Merchant Server</a>
    <ul class="header-links">
      <li><a href="https://${HOSTS.mainMenu}/">RMSメインメニュー</a></li>
      <li><a href="#">店舗運営Navi</a></li>
      <li><a href="#">R-Messe</a></li>
      <li><a href="#">ヘルプ</a></li>
      <li><a href="https://${HOSTS.mainMenu}/logout">ログアウト</a></li>
    </ul>
    <div class="header-shop">
      店舗: ${world.options.identity.headerLink && shop.name} ${headerLink(world, shop)}
    </div>
  </div>`;

const footer = html`<p class="to-top"><a href="#">▲ ページの上に戻る</a></p>
  <div id="com_footer">Rakuten Merchant Server © Rakuten Group, Inc.</div>`;

// Markup A stands in the layout tables of an old RMS page; the others in blocks.
const columns = (shop: RmsShop, side: Html, body: Html): Html =>
  shop.markup === 'a'
    ? html`<table class="frame" width="100%" border="0" cellspacing="0" cellpadding="0">
        <tr>
          <td width="190" valign="top">${side}</td>
          <td valign="top">
            <table width="100%" border="0" cellpadding="8">
              <tr>
                <td>${body}</td>
              </tr>
            </table>
          </td>
        </tr>
      </table>`
    : html`<div class="frame">
        <nav>${side}</nav>
        <main>${body}</main>
      </div>`;

/** A page of RMS with header, menu and footer. */
export function rmsPage(world: RmsWorld, shop: RmsShop, page: RmsPage): Html {
  const body = html`<h1>${page.title}</h1>
    ${page.body}`;
  const doctype =
    shop.markup === 'a'
      ? '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN">'
      : '<!doctype html>';
  return html`${raw(doctype)}
    <html lang="ja">
      <head>
        <meta charset="utf-8" />
        <title>${page.title} - RMS</title>
        <link rel="stylesheet" href="/assets/rms.css" />
      </head>
      <body class="markup-${shop.markup}">
        ${rmsGuide(world, page.guide)}${header(world, shop)}
        ${page.apiMenu === true ? columns(shop, apiMenu(), body) : body}
        ${footer}${analytics(world, shop)}
        ${(page.scripts ?? []).map((file) => html`<script src="/assets/${file}"></script>`)}
      </body>
    </html>`;
}

/** A page without a shop: login, maintenance. */
export const barePage = (world: RmsWorld, title: string, body: Html, guide: GuidePage): Html =>
  html`<!doctype html>
    <html lang="ja">
      <head>
        <meta charset="utf-8" />
        <title>${title}</title>
        <link rel="stylesheet" href="/assets/rms.css" />
      </head>
      <body class="bare">
        ${rmsGuide(world, guide)}
        <div id="com_header">
          <span class="logo"><span>R</span>akuten Merchant Server</span>
        </div>
        <div class="bare-box">
          <h1>${title}</h1>
          ${body}
        </div>
        <div id="com_footer">Rakuten Merchant Server © Rakuten Group, Inc.</div>
      </body>
    </html>`;
