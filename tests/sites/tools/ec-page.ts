import { guideBar } from '../lib/guide.ts';
import { html, type Html } from '../lib/html.ts';
import type { EcStationValues, ToolShop, ToolsState } from './model.ts';

type Shop = ToolShop<EcStationValues>;

const field = (name: keyof EcStationValues, label: string, value: string, rest: Html): Html =>
  html` <div class="field">
    <label for="f-${name}">${label}</label
    ><input id="f-${name}" name="${name}" value="${value}" ${rest} /><span
      class="fault"
      id="fault-${name}"
      role="alert"
    ></span>
  </div>`;

const LONG = html`size="40" maxlength="40" autocomplete="off" spellcheck="false"`;

const other = (shop: Shop, values: EcStationValues, faults: readonly string[] | null): Html =>
  html` <section class="panel" id="tab-other" role="tabpanel" hidden>
    <h2>その他設定</h2>
    ${faults === null && html`<p class="done" role="status">保存しました。</p>`}
    ${(faults ?? []).map((fault) => html`<p class="error" role="alert">${fault}</p>`)}
    <form method="post" action="/shop/rakuten?shop=${shop.id}#other" id="ec-form">
      <h3>楽天WEB API設定</h3>
      <p class="hint">
        ※コピー＆ペーストの場合、不要な半角スペースなどが入らないようご注意ください。
      </p>
      ${field('serviceSecret', 'serviceSecret', values.serviceSecret, LONG)}
      ${field('licenseKey', 'licenseKey', values.licenseKey, LONG)}
      ${field('expiresOn', '有効期限', values.expiresOn, html`size="12" placeholder="YYYY/MM/DD" autocomplete="off"`)}
      <p>
        <button type="button" id="auth-test">認証テスト</button>
        <output id="auth-result" for="f-serviceSecret f-licenseKey"></output>
      </p>
      <p class="buttons"><button type="submit" id="save">保存</button></p>
    </form>
  </section>`;

const basic = (shop: Shop): Html =>
  html`<section class="panel" id="tab-basic" role="tabpanel">
      <h2>基本情報</h2>
      <div class="field">
        <label for="f-name">ショップ名</label><input id="f-name" value="${shop.name}" size="40" />
      </div>
      <div class="field">
        <label for="f-url">店舗URL</label
        ><input id="f-url" value="https://www.rakuten.co.jp/${shop.slug}/" size="50" readonly />
      </div>
    </section>
    <section class="panel" id="tab-mail" role="tabpanel" hidden>
      <h2>メール送受信設定</h2>
      <div class="field">
        <label for="f-user">POPユーザー名</label><input id="f-user" size="40" />
      </div>
      <div class="field">
        <label for="f-pass">POPパスワード</label><input id="f-pass" type="password" size="40" />
      </div>
    </section>`;

/** The page of one shop. `faults`: none yet = [], saved just now = null. */
export const ecPage = (
  state: ToolsState,
  shop: Shop,
  values: EcStationValues,
  faults: readonly string[] | null,
): Html =>
  html`<!doctype html>
    <html lang="ja">
      <head>
        <meta charset="utf-8" />
        <title>楽天ショップ - ショップ情報 | ECステーション</title>
        <link rel="stylesheet" href="/assets/tools.css" />
      </head>
      <body class="ec">
        ${state.guide && guideBar(['「その他設定」を開いてから、鍵番の「入力」を押します。', '入力のあと「認証テスト」と「保存」を押すのは人です。'])}
        <header>
          <b>ECステーション</b>
          <nav>
            ≡メニュー　<strong>ショップ情報</strong>　即返信Reメール　自動フォローメール　チラシクリエイター
          </nav>
          <span
            >ショップ:
            <select
              aria-label="ショップの切替"
              onchange="location.href='/shop/rakuten?shop='+this.value+location.hash"
            >
              ${state.ecStation.map((s) => html`<option value="${s.id}" ${s === shop && 'selected'}>${s.name}</option>`)}
            </select></span
          >
        </header>
        <main>
          <p class="crumbs">ショップ情報 &gt; 楽天ショップ</p>
          <h1>楽天ショップ: ${shop.name}</h1>
          <ul class="tabs" role="tablist">
            <li><button role="tab" data-tab="basic">基本情報</button></li>
            <li><button role="tab" data-tab="mail">メール送受信設定</button></li>
            <li><button role="tab" data-tab="other">その他設定</button></li>
          </ul>
          ${basic(shop)}${other(shop, values, faults)}
        </main>
        <script src="/assets/ec-form.js"></script>
      </body>
    </html>`;
