// Whose page is it: the places where RMS may say so (rms.md §3), and places that only look like one.
import { each, slash, tail, type Shop, type Sheet, type Variant } from '../model.ts';
import { APPS } from '../shell.ts';

const list = (
  s: Sheet,
): string => `<h2>アプリ一覧</h2><h3>${APPS}</h3><table><tr><th>アプリ登録者</th><th>アプリ名</th><th>ライセンスキー</th><th>有効期限</th><th>状態</th></tr>
${each(s.keys, (k) => `<tr><td>${k.developer}</td><td>${k.app}</td><td>${tail(k.last4)}</td><td>${slash(k.on)}</td><td>${k.word}</td></tr>`)}</table>`;
const bare = (s: Sheet, before: string, after = ''): string =>
  `<!doctype html><html lang="ja"><head><meta charset="utf-8"><title>アプリ一覧</title></head><body>${before}${list(s)}${after}</body></html>`;

const page = (
  name: string,
  shop: (s: Sheet) => Partial<Shop>,
  before: (s: Shop) => string,
  after: (s: Shop) => string = () => '',
): Variant => ({
  name: `shop-${name}`,
  draw: (s) => bare(s, before(s.shop), after(s.shop)),
  wanted: (w, s) => ({
    ...w,
    grants: [],
    shop: { digits: null, slug: null, name: null, ...shop(s) },
  }),
});
const digits = (s: Sheet) => ({ digits: s.shop.digits });
const slug = (s: Sheet) => ({ slug: s.shop.slug });

export const SHOP_PAGES: Variant[] = [
  page(
    'in-header-link',
    slug,
    (s) => `<a id="com_header_shop_url" href="https://www.rakuten.co.jp/${s.slug}/">${s.name}</a>`,
  ),
  page(
    'in-header-link-with-tracking',
    slug,
    (s) =>
      `<div><a id="com_header_shop_url" href="http://www.rakuten.co.jp/${s.slug}/?l-id=rms_header" target="_blank">店舗を見る</a></div>`,
  ),
  page(
    'in-beacon',
    (s) => ({ ...digits(s), ...slug(s) }),
    () => '',
    (s) =>
      `<img src="https://rat.rakuten.co.jp/?acc=1&shopid=${s.digits}&shopurl=${s.slug}" width=1 height=1>`,
  ),
  page(
    'in-inline-script',
    (s) => ({ ...digits(s), ...slug(s) }),
    () => '',
    (s) =>
      `<script>var RAT = {"acc":"1312","cp":{"shopid":"${s.digits}","shopurl":"${s.slug}"}};</script>`,
  ),
  page(
    'in-hidden-inputs',
    (s) => ({ ...digits(s), ...slug(s) }),
    (s) =>
      `<form><input type="hidden" name="shopid" value="${s.digits}"><input type="hidden" name="shopurl" value="${s.slug}"></form>`,
  ),
  page(
    'in-words',
    digits,
    (s) => `<div class="login-info">店舗ID：${s.digits}　店舗名：${s.name}</div>`,
  ),
  page(
    'nowhere-but-a-campaign-link',
    () => ({}),
    () =>
      '<a href="https://www.rakuten.co.jp/">楽天市場</a> <a href="https://event.rakuten.co.jp/supersale/">スーパーSALE</a>',
    () => '<a href="https://www.rakuten.co.jp/ec/">出店案内</a>',
  ),
];
