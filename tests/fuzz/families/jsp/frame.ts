import { lines } from '../../ink.ts';
import { MALL_LINKS, shopAddress } from '../../shop.ts';
import type { ShopSources } from '../../shop.ts';
import type { Desk } from '../family.ts';

// An old JSP, grown over the years: tables for layout, font tags, upper and lower case mixed.

const MENU: [string, string[]][] = [
  ['1 サービス', ['1-1 サービス一覧', '1-2 申込、利用規約確認', '1-3 API活用例']],
  ['2 利用設定', ['2-1 アプリ一覧', '2-2 アプリ登録']],
  ['3 サポート', ['3-1 楽天からのお知らせ', '3-2 お問い合わせ', '3-4 障害情報(試験運用中)']],
];

function header({ truth, ink }: Desk, sources: ShopSources): string {
  const { digits, name } = truth.shop;
  const link = `<a href="${shopAddress(sources.linkSlug)}" id="com_header_shop_url" target="_blank">店舗ページを見る</a>`;
  const text = `店舗ID:${digits} / 店舗名:${ink.text(name ?? '')}`;
  return lines(
    '<table width="100%" border="0" cellspacing="0" cellpadding="3" bgcolor="#bf0000"><tr>',
    '<td><img src="/img/rms_logo.gif" width="120" height="30" alt="RMS"></td>',
    `<td align="right"><font size="-1" color="#ffffff">${sources.text ? text : '&nbsp;'}</font></td>`,
    `<td align="right" nowrap>${sources.link ? link : ''} | <a href="/logout">ログアウト</a></td>`,
    '</tr></table>',
  );
}

function menu(): string {
  const items = MENU.map(([head, entries]) =>
    lines(
      `<tr><td bgcolor="#dddddd"><b>${head}</b></td></tr>`,
      entries.map((entry) => `<tr><td>&nbsp;<a href="#">${entry}</a></td></tr>`),
    ),
  );
  return lines('<table width="160" border="1" cellspacing="0" cellpadding="2">', items, '</table>');
}

function script({ truth }: Desk, sources: ShopSources): string {
  if (!sources.script) return '';
  const { digits } = truth.shop;
  const { slug } = truth.shopMaybe;
  return lines(
    '<script type="text/javascript">',
    '<!--',
    `var shopid = "${digits}"; var shopurl = '${slug}';`,
    'var rowTemplate = "<table><tr><th>有効期限</th><th>状態</th></tr></table>";',
    '//-->',
    '</script>',
  );
}

const LEGEND = [
  ['承認待ち', 'アクセス承認を行ってください。'],
  ['利用中', '有効なライセンスキーがあります。'],
  ['利用中 更新あり', 'APIが追加されました。「アップデートする」を選択してください。'],
  ['有効期限切れ', '新しいライセンスキーを発行してください。'],
];

/** The legend of the states: a table with the word 状態 that holds no keys. */
export function legend(): string {
  return lines(
    '<table border="1" cellpadding="2"><tr><td bgcolor="#eeeeee">状態</td><td bgcolor="#eeeeee">説明</td></tr>',
    LEGEND.map(([state, what]) => `<tr><td>${state}</td><td>${what}</td></tr>`),
    '</table>',
  );
}

/** A whole page around its content. */
export function frame(desk: Desk, sources: ShopSources, title: string, content: string): string {
  const { pick, ink } = desk;
  const notice = ink.knob('maintenanceNotice', pick.bool(0.2))
    ? '<p><font color="red">【メンテナンスのお知らせ】2026/11/30 02:00～08:00の間、ご利用いただけません。</font></p>'
    : '';
  const legendHere = ink.knob('legend', pick.bool(0.3)) ? legend() : '';
  const top = pick.bool(0.5);
  return lines(
    '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN" "http://www.w3.org/TR/html4/loose.dtd">',
    `<html lang="ja"><head><meta http-equiv="Content-Type" content="text/html; charset=UTF-8"><title>${title}</title>`,
    script(desk, sources),
    '</head><body bgcolor="#ffffff" text="#333333">',
    header(desk, sources),
    '<font size="-1"><a href="/">メインメニュー</a> &gt; WEB APIサービス &gt; アプリ一覧</font>',
    '<table width="980" border="0" cellspacing="8"><tr><td valign="top" width="160">',
    menu(),
    '</td><td valign="top">',
    notice,
    top ? legendHere : '',
    content,
    top ? '' : legendHere,
    ink.knob('mallLinks', pick.bool(0.3)) ? [...MALL_LINKS] : '',
    '<p align="right"><a href="#top">▲ページの上部に戻る</a></p>',
    '</td></tr></table>',
    '<hr><center><font size="-2">最終更新日:2025/04/01 Rakuten Merchant Server &copy; Rakuten Group, Inc.</font></center>',
    '</body></html>',
  );
}
