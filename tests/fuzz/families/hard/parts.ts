import { lines } from '../../ink.ts';
import { recheckDates, WHOLE } from '../../truth.ts';
import { chooseShopSources, shopAddress } from '../../shop.ts';
import type { Desk } from '../family.ts';

/** Keeps at most `count` keys: the shop of this page has no more, and its list shows them all. */
export function keepFew({ truth }: Desk, count: number): void {
  truth.keys = truth.keys.slice(0, count);
  if (truth.keyListing.filteredBy === null) {
    truth.keyListing = WHOLE;
    truth.keyCoverage = 'complete';
  }
  recheckDates(truth);
}

/** A plain page around a list of keys. */
export function plainPage({ truth, pick, ink }: Desk, content: string): string {
  const { link, script, text, linkSlug } = chooseShopSources(truth, pick, ink);
  const { digits, name } = truth.shop;
  const { slug } = truth.shopMaybe;
  const { filteredBy } = truth.keyListing;
  return lines(
    '<!doctype html><html lang="ja"><head><meta charset="utf-8"><title>アプリ一覧</title>',
    script ? `<script>var shopid = "${digits}", shopurl = "${slug}";</script>` : '',
    '</head><body>',
    text ? `<div>店舗ID: ${digits}<br>店舗名: ${ink.text(name ?? '')}</div>` : '',
    link ? `<a href="${shopAddress(linkSlug)}" id="com_header_shop_url">店舗へ</a>` : '',
    '<h1>アプリ一覧</h1><h2>WEB APIアクセス許可設定</h2>',
    `<p>キーワード検索 <input type="text" value="${ink.attr(filteredBy ?? '')}"></p>`,
    truth.keys.length > 0 ? content : '<p>該当するデータはありません。</p>',
    '</body></html>',
  );
}
