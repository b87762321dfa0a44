import { guideBar } from '../lib/guide.ts';
import { html, type Html } from '../lib/html.ts';
import { page, redirect } from '../lib/reply.ts';
import { route, site } from '../lib/router.ts';
import type { Site } from '../lib/types.ts';
import { findToolShop, type NextEngineValues, type ToolShop, type ToolsState } from './model.ts';
import { toolAssets } from './assets.ts';

type Shop = ToolShop<NextEngineValues>;
const PATH = '/Usersettings/api';
const TABS = ['企業情報', '店舗', '取込設定', '出荷設定', 'メール', '商品', 'API', '権限'];
const USES = ['受注', '在庫', '商品', '発送完了報告'];

// Plain HTML: the server writes the values, a form posts them.
const fields = ({ saved }: Shop): Html =>
  html` <tr>
      <th><label for="mall_shop_url">店舗URL</label></th>
      <td>
        www.rakuten.ne.jp/
        <input id="mall_shop_url" name="shop_url" value="${saved.shopUrl}" size="24" /> /
        <p class="hint">
          www.rakuten.ne.jp/XXXX/ または /gold/XXXX/ の XXXX の部分だけを入力してください。
        </p>
      </td>
    </tr>
    <tr>
      <th><label for="mall_license_key">ライセンスキー</label></th>
      <td>
        <input
          id="mall_license_key"
          name="license_key"
          value="${saved.licenseKey}"
          size="48"
          autocomplete="off"
        />
        <p class="hint">RMSで発行されたライセンスキーを入力してください。有効期限は90日です。</p>
      </td>
    </tr>
    <tr>
      <th>利用する</th>
      <td>
        ${USES.map((use) => html`<label class="check"><input type="checkbox" name="use" value="${use}" ${saved.uses.includes(use) && 'checked'} /> ${use}</label> `)}
      </td>
    </tr>`;

const settings = (state: ToolsState, shop: Shop, message: string | null): Html =>
  html`<!doctype html>
    <html lang="ja">
      <head>
        <meta charset="utf-8" />
        <title>API設定 | ネクストエンジン</title>
        <link rel="stylesheet" href="/assets/tools.css" />
      </head>
      <body class="ne">
        ${state.guide && guideBar(['鍵番を開いて「入力」を押すと、ライセンスキーの欄に入ります。', '内容を確かめて「設定を保存」を押すのは人です。'])}
        <header>
          <b>ネクストエンジン</b>
          <nav>受注　在庫　商品　分析　<strong>設定</strong></nav>
          <span>株式会社あかねや 様</span>
        </header>
        <ul class="tabs">
          ${TABS.map((tab) => html`<li ${tab === 'API' && 'class=on'}><a href="#">${tab}</a></li>`)}
        </ul>
        <main>
          <p class="crumbs">設定 &gt; 基本 &gt; API</p>
          <h1>API設定</h1>
          <form method="get" action="${PATH}" class="picker">
            <label
              >店舗を選択
              <select name="shop" onchange="this.form.submit()">
                ${state.nextEngine.map((s) => html`<option value="${s.id}" ${s === shop && 'selected'}>${s.id}: ${s.name}(楽天)</option>`)}
              </select></label
            >
          </form>
          ${message !== null && html`<p class="done" role="status">${message}</p>`}
          <form method="post" action="${PATH}?shop=${shop.id}">
            <h2>認証情報</h2>
            <p>${shop.id}: ${shop.name}</p>
            <table class="form">
              <tbody>
                ${fields(shop)}
              </tbody>
            </table>
            <h2>エラー通知</h2>
            <table class="form">
              <tbody>
                <tr>
                  <th><label for="mail">通知先メールアドレス</label></th>
                  <td><input id="mail" name="mail" type="email" size="40" /></td>
                </tr>
                <tr>
                  <th><label for="memo">メモ</label></th>
                  <td><textarea id="memo" name="memo" rows="2" cols="48"></textarea></td>
                </tr>
              </tbody>
            </table>
            <p class="buttons"><button type="submit">設定を保存</button></p>
          </form>
        </main>
      </body>
    </html>`;

/** ネクストエンジン 設定 > 基本 > API. */
export function nextEngineSite(state: ToolsState): Site {
  const shopOf = (query: URLSearchParams): Shop | null =>
    findToolShop(state.nextEngine, query.get('shop') ?? '1');
  return site([
    ...toolAssets,
    route('GET', '/', () => redirect(PATH)),
    route('GET', PATH, ({ query }) => {
      const shop = shopOf(query);
      return shop === null ? redirect(PATH) : page(settings(state, shop, null));
    }),
    route('POST', PATH, ({ query, form }) => {
      const shop = shopOf(query);
      if (shop === null) return redirect(PATH);
      shop.saved = {
        shopUrl: form.get('shop_url') ?? '',
        licenseKey: form.get('license_key') ?? '',
        uses: form.getAll('use'),
      };
      shop.saves += 1;
      return page(settings(state, shop, '設定を保存しました。'));
    }),
  ]);
}
