import { html, raw, type Piece } from '../../../sites/lib/html.ts';
import { page } from '../../../sites/lib/reply.ts';
import { HOSTS } from '../../../sites/hosts.ts';
import type { Sites } from '../../../sites/start.ts';

export interface PlantedRow {
  developer?: string;
  app: string;
  last4: string;
  /** As the page writes it. */
  expiry: string;
  state?: string;
}

export interface PlantedPage {
  /** Digits of the shop whose page it says that it is; null = it does not say. */
  shop: string | null;
  rows: PlantedRow[];
  /** Markup before and after the list, and further header and body cells. */
  before?: string;
  after?: string;
  moreHeads?: string;
  moreCells?: string;
}

const cell = (text: Piece) => html`<td>${text}</td>`;

const list = ({ rows, moreHeads = '', moreCells = '' }: PlantedPage) =>
  html`<table border="1">
    <thead>
      <tr>
        <th>アプリ登録者<br />(システム開発企業)</th>
        <th>アプリ名</th>
        <th>ライセンスキー</th>
        <th>有効期限</th>
        <th>状態</th>
        <th>詳細</th>
        ${raw(moreHeads)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (row) =>
          html`<tr>
            ${cell(row.developer ?? '株式会社テスト')}${cell(row.app)}
            ${cell(`末尾4桁: ${row.last4}`)}${cell(row.expiry)}${cell(row.state ?? '利用中')}
            <td><a href="#">詳細</a></td>
            ${raw(moreCells)}
          </tr>`,
      )}
    </tbody>
  </table>`;

const identity = (shop: string) =>
  html`<a id="com_header_shop_url" href="https://www.rakuten.co.jp/shop-${shop}/">店</a>
    <script>
      var ral = { shopid: '${raw(shop)}', shopurl: 'shop-${raw(shop)}' };
    </script>`;

/** アプリ一覧 with whatever a test plants in it. */
export const listMarkup = (planted: PlantedPage) =>
  html`<!doctype html>
    <html lang="ja">
      <head>
        <meta charset="utf-8" />
        <title>アプリ一覧 | RMS</title>
      </head>
      <body>
        <div id="com_header">${planted.shop !== null && identity(planted.shop)}</div>
        <h2>アプリ一覧</h2>
        <h3>WEB APIアクセス許可設定</h3>
        ${raw(planted.before ?? '')}${list(planted)}${raw(planted.after ?? '')}
      </body>
    </html>`;

/** Serves pages of RMS's own host under /apisson/planted/<name>, as the map has them at that time; the rest is the stand-in's. */
export function plantPages(
  sites: Sites,
  pages: Map<string, PlantedPage>,
): (name: string) => string {
  const prefix = '/apisson/planted/';
  sites.serve(HOSTS.apps, ({ request }) => {
    const planted = pages.get(decodeURIComponent(request.path.slice(prefix.length)));
    return request.path.startsWith(prefix) && planted ? page(listMarkup(planted)) : null;
  });
  return (name) => `https://${HOSTS.apps}${prefix}${encodeURIComponent(name)}`;
}
