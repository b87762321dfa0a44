import { lines } from '../../ink.ts';
import { chooseShopSources, shopAddress } from '../../shop.ts';
import type { ShopSources } from '../../shop.ts';
import { family } from '../family.ts';
import type { Desk } from '../family.ts';
import { makeDetail, UPDATE_TEXT } from './parts.ts';
import type { DetailText } from './parts.ts';

// The detail page as a single-page application writes it: definition lists, rows of divs, dialogs.

type Pair = [label: string, html: string];

function pairList({ ink, pick }: Desk, rows: Pair[]): string {
  const style = ink.choice('pairs', pick.oneOf(['dl', 'dlDivs', 'divs', 'labels', 'descriptions']));
  if (style === 'dl')
    return lines(
      '<dl>',
      rows.map(([l, v]) => `<dt>${l}</dt>\n<dd>${v}</dd>`),
      '</dl>',
    );
  if (style === 'dlDivs')
    return lines(
      '<dl>',
      rows.map(([l, v]) => `<div><dt>${l}：</dt><dd>${v}</dd></div>`),
      '</dl>',
    );
  if (style === 'labels') {
    return lines(
      rows.map(
        ([l, v], i) =>
          `<div class="field"><label id="l${i}">${l}</label><div aria-labelledby="l${i}">${v}</div></div>`,
      ),
    );
  }
  if (style === 'descriptions') {
    return lines(
      '<div class="ant-descriptions-view"><table><tbody>',
      rows.map(
        ([l, v]) =>
          `<tr class="ant-descriptions-row"><th class="ant-descriptions-item-label"><span>${l}</span></th><td class="ant-descriptions-item-content"><span>${v}</span></td></tr>`,
      ),
      '</tbody></table></div>',
    );
  }
  return lines(
    rows.map(
      ([l, v]) =>
        `<div class="row"><div class="label">${l}</div><div class="value">${v}</div></div>`,
    ),
  );
}

function masked(desk: Desk): string {
  const { truth, ink, values } = desk;
  const rows = truth.keys.map((key) =>
    pairList(desk, [
      ['キー情報', ink.text(values.last4(key))],
      ['有効期限', ink.text(values.expires(key))],
      ['状態', `<span class="chip">${ink.text(key.stateText)}</span>`],
    ]),
  );
  return lines(
    '<section><h2>基本情報</h2>',
    rows.map((row) => `<div class="panel">${row}</div>`),
    '</section><form><h3>セキュリティチェック <em>必須</em></h3><div class="captcha"><span role="checkbox" aria-checked="false" tabindex="0"></span>ロボットによる操作ではありません</div>',
    '<button type="button">戻る</button><button type="submit" disabled>確認する</button></form>',
  );
}

function shown(desk: Desk, text: DetailText): string {
  const { truth, ink, pick, values } = desk;
  const key = truth.keys[0];
  if (!key || !truth.detail) return '';
  const { apis, updateOffered, issuedNow } = truth.detail;
  const copy = pick.bool(0.5)
    ? ' <button type="button" aria-label="ライセンスキーをコピー">コピー</button>'
    : '';
  let rows: Pair[] = [
    ['システム開発企業', ink.text(key.developer ?? '')],
    ['アプリ名', `<strong>${ink.text(key.app ?? '')}</strong>`],
    ['概要', ink.text(text.summary)],
    ['アプリURL', ink.plain(text.url)],
    ['有効期限', ink.text(values.expires(key))],
    ['ライセンスキー', key.last4 === null ? '未発行' : `<code>${text.key}</code>${copy}`],
    ['承認状態', `<span class="chip">${ink.text(key.stateText)}</span>`],
  ];
  if (text.secret) rows.push(['サービスシークレット', `<code>${text.secret}</code>`]);
  if (ink.knob('pairsMoved', pick.bool(0.2))) rows = pick.shuffle(rows);
  return lines(
    issuedNow ? '<div role="status" class="toast">新しいライセンスキーを発行しました</div>' : '',
    '<section><h2>アプリ情報</h2>',
    pairList(desk, rows),
    '</section><section><h2>アプリが利用するAPIリスト</h2><ul class="apis">',
    apis.map(([name, what]) => `<li><code>${name}</code> <span>${ink.plain(what)}</span></li>`),
    '</ul></section>',
    updateOffered
      ? `<div role="alert">${UPDATE_TEXT}</div><button>アップデートする</button>`
      : '<button>新しいライセンスキーを発行</button>',
    '<dialog><p>新しいライセンスキーを発行しますか？ 有効期限: 90日</p><button>OK</button></dialog>',
  );
}

function shell(
  { truth, ink }: Desk,
  { link, script, text, linkSlug }: ShopSources,
  content: string,
): string {
  const { digits, name } = truth.shop;
  const { slug } = truth.shopMaybe;
  return lines(
    '<!doctype html><html lang="ja"><head><meta charset="utf-8"><title>ライセンス情報</title>',
    script ? `<script>window.__shop = {"shopid": "${digits}", "shopurl": "${slug}"}</script>` : '',
    '</head><body><header><span class="brand">RMS</span>',
    link
      ? `<a id="com_header_shop_url" href="${shopAddress(linkSlug)}?l-id=rms"><img src="shop.svg" alt="店舗ページ"></a>`
      : '',
    text
      ? `<dl class="me"><dt>店舗ID</dt><dd>${digits}</dd><dt>店舗名</dt><dd>${ink.text(name ?? '')}</dd></dl>`
      : '',
    '</header><main><nav aria-label="breadcrumb"><a href="/">アプリ一覧</a> / ライセンス情報</nav><h1>ライセンス情報</h1>',
    content,
    '</main></body></html>',
  );
}

function compose(desk: Desk): string {
  const sources = chooseShopSources(desk.truth, desk.pick, desk.ink);
  const text = makeDetail(desk);
  return shell(
    desk,
    sources,
    desk.truth.detail?.stage === 'masked' ? masked(desk) : shown(desk, text),
  );
}

/** The detail page of one app as labels and values of an application. */
export const detailModern = family('detailModern', ['detail'], compose, { sloppy: false });
