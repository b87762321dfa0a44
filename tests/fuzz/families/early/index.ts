import { lines } from '../../ink.ts';
import { fullKey } from '../../keys.ts';
import { chooseShopSources, shopAddress } from '../../shop.ts';
import type { ShopSources } from '../../shop.ts';
import { family } from '../family.ts';
import { recheckDates } from '../../truth.ts';
import type { Desk } from '../family.ts';

// The layouts before 2025: 「利用製品一覧」 with the products of other companies, and the page
// 「2-1 WEB API」 with the shop's own pair of keys. PHP of its time, XHTML, everything in capitals.

function frame(
  { truth, ink }: Desk,
  { link, script, text, linkSlug }: ShopSources,
  title: string,
  content: string,
): string {
  const { digits, name } = truth.shop;
  const { slug } = truth.shopMaybe;
  return lines(
    '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">',
    `<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="ja" lang="ja"><head><title>${title}</title>`,
    script
      ? `<script type="text/javascript">//<![CDATA[\nvar shopid='${digits}';var shopurl='${slug}';\n//]]></script>`
      : '',
    '</head><body><div id="wrapper"><div id="header">',
    text ? `<p class="shopinfo">店舗名：${ink.text(name ?? '')}（店舗ID：${digits}）</p>` : '',
    link
      ? `<p><a href="${shopAddress(linkSlug)}" id="com_header_shop_url">${shopAddress(linkSlug)}</a></p>`
      : '',
    '</div><div id="side"><ul><li>1 サービス</li><li>2 利用設定<ul><li>2-1 WEB API</li></ul></li><li>3 サポート</li></ul></div>',
    `<div id="main"><h2>${title}</h2>`,
    content,
    '</div><div id="footer"><address>Copyright (c) Rakuten, Inc. 1997-2018</address></div></div></body></html>',
  );
}

const stateHtml = ({ ink, pick }: Desk): ((text: string) => string) => {
  const style = ink.choice('state', pick.oneOf(['plain', 'strong', 'span']));
  return (text) => {
    if (style === 'strong') return `<strong>${ink.text(text)}</strong>`;
    return style === 'span'
      ? `<span class="status">${ink.text(text.replace(' ', '\n'))}</span>`
      : ink.text(text);
  };
};

function products(desk: Desk): string {
  const { truth, pick, ink, values } = desk;
  truth.keys = truth.keys.filter((k) => k.owner === 'vendor');
  if (truth.keys.length === 0) truth.pageClasses = ['none', 'keys'];
  recheckDates(truth);
  // Nobody knows whether this old list shows the products out of use too.
  if (truth.keyCoverage === 'complete') truth.keyCoverage = 'either';
  const { filteredBy, paged, lazy } = truth.keyListing;
  const state = stateHtml(desk);
  const columns: [string, (key: (typeof truth.keys)[number]) => string][] = [
    ['システム開発企業', (k) => ink.text(k.developer ?? '')],
    ['製品名', (k) => ink.text(k.app ?? '')],
    ['ライセンスキー', (k) => ink.text(values.last4(k))],
    ['有効期限', (k) => ink.text(values.expires(k))],
    ['状態', (k) => state(k.stateText)],
    ['', () => '<input type="button" value="確認" />'],
  ];
  const short = ink.knob('noKeyNorDate', pick.bool(0.06));
  if (short) {
    columns.splice(2, 2);
    truth.mustFlag.push('noColumn');
    for (const key of truth.keys)
      [key.last4, key.expiresOn, key.impossibleDate] = [null, null, null];
    // Two rows that say the same of an app without a key are one fact.
    const lines = truth.keys.map(({ developer, app, state }) => [developer, app, state].join());
    truth.keys = truth.keys.filter((_, i) => lines.indexOf(lines[i] ?? '') === i);
  }
  const rows = truth.keys.map((key, i) =>
    lines(
      `<tr class="${i % 2 ? 'even' : 'odd'}">`,
      columns.map(([, html]) => `<td>${html(key)}</td>`),
      '</tr>',
    ),
  );
  return lines(
    '<p class="lead">システム開発企業の製品からのアクセスを許可します。「状態」が「承認待ち」の製品は「アクセス承認」を行ってください。</p>',
    `<p>キーワード検索：<input type="text" name="q" value="${ink.attr(filteredBy ?? '')}" /></p>`,
    '<h3>ご利用中の製品</h3>',
    paged
      ? `<p class="pager">${paged.total}件中 ${paged.from}～${paged.to}件 &laquo;前へ 次へ&raquo;</p>`
      : '',
    '<table class="list" border="1"><tbody><tr>',
    columns.map(([head]) => `<th>${head}</th>`),
    '</tr>',
    rows,
    Array.from(
      { length: lazy },
      () => `<tr><td colspan="${columns.length}">読み込み中です</td></tr>`,
    ),
    rows.length + lazy === 0
      ? `<tr><td colspan="${columns.length}">ご利用中の製品はありません。</td></tr>`
      : '',
    '</tbody></table>',
  );
}

function ownKeys(desk: Desk): string {
  const { truth, pick, ink, values } = desk;
  truth.keys = truth.keys.map((k) => ({
    ...k,
    // The page names no app: the key goes by the page's own name.
    developer: '店舗様',
    app: 'WEB API',
    owner: 'shop' as const,
  }));
  truth.keyCoverage = 'either';
  const state = stateHtml(desk);
  const masked = ink.knob('masked', pick.bool(0.3));
  const rows = truth.keys.map((key) => {
    const secret = fullKey(pick, 'SP', truth.shopMaybe.digits, 'zzzz');
    const whole = key.last4 === null ? '-' : fullKey(pick, 'SL', truth.shopMaybe.digits, key.last4);
    const shown = masked ? values.last4(key) : whole;
    const pairs: [string, string][] = [
      ['サービスシークレット（serviceSecret）', masked ? '非表示' : secret],
      ['ライセンスキー（licenseKey）', ink.plain(shown)],
      ['有効期限', ink.text(values.expires(key))],
      ['状態', state(key.stateText)],
    ];
    return lines(
      '<table class="form">',
      pairs.map(([l, v]) => `<tr><th>${l}</th><td>${v}</td></tr>`),
      '</table>',
    );
  });
  return lines(
    '<h3>利用情報</h3>',
    rows,
    '<p><input type="submit" value="利用機能編集" /> <input type="submit" value="新しいキーを発行" /></p>',
    '<p class="note">※ライセンスキーの有効期限は発行日から90日間です。有効期限が切れる前に更新してください。</p>',
  );
}

function compose(desk: Desk): string {
  const sources = chooseShopSources(desk.truth, desk.pick, desk.ink);
  const isList = desk.truth.page === 'products2018';
  return frame(
    desk,
    sources,
    isList ? '利用製品一覧' : 'WEB API',
    isList ? products(desk) : ownKeys(desk),
  );
}

/** The layouts of 2018: products in use, and the shop's own pair of keys. */
export const early = family('early', ['products2018', 'webApi21'], compose);
