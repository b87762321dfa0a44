import type { Sheet } from './model.ts';

export const NEW = '<!doctype html>';
export const OLD = '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN">';

export const APPS = 'WEB APIアクセス許可設定';
export const EVENTS = 'システムイベント通知サービスアクセス許可設定';

/** A page of RMS that names its shop in the header and in the analytics beacon (rms.md §3). */
export function shell(
  { shop }: Sheet,
  body: string,
  { title = 'アプリ一覧', doctype = NEW, head = '', charset = 'utf-8' } = {},
): string {
  return `${doctype}<html lang="ja"><head><meta charset="${charset}"><title>${title} | RMS</title>
<style>.sr{position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0,0,0,0)}.off{display:none}</style>
${head}</head><body>
<div id="com_header"><a href="https://mainmenu.rms.rakuten.co.jp/">RMSメインメニュー</a>
<a id="com_header_shop_url" href="https://www.rakuten.co.jp/${shop.slug}/" target="_blank">${shop.name}</a>
<a href="/logout">ログアウト</a></div>
${body}
<div id="com_footer">Rakuten Merchant Server &copy; Rakuten Group, Inc.</div>
<img src="/rat/beacon.gif?acc=1&shopid=${shop.digits}&shopurl=${shop.slug}" width="1" height="1" alt="">
</body></html>`;
}
