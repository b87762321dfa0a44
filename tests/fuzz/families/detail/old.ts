import { lines } from '../../ink.ts';
import { chooseShopSources, shopAddress } from '../../shop.ts';
import type { ShopSources } from '../../shop.ts';
import { family } from '../family.ts';
import type { Desk } from '../family.ts';
import { makeDetail, UPDATE_TEXT } from './parts.ts';
import type { DetailText } from './parts.ts';

// The detail page as server-side tables: labels in th or in grey td, headings in table rows.

type Pair = [label: string, html: string];

function pairs(desk: Desk, rows: Pair[], title: string): string {
  const { ink, pick } = desk;
  const style = ink.choice('pairs', pick.oneOf(['th', 'td', 'four', 'titleRow']));
  const label = (text: string): string =>
    style === 'td'
      ? `<td class="head" bgcolor="#eee">${text}</td>`
      : `<th align="left">${text}</th>`;
  if (style === 'four') {
    const cut = rows.filter((_, i) => i % 2 === 0).map((row, i) => [row, rows[i * 2 + 1]] as const);
    return lines(
      `<h3>${title}</h3><table border="1">`,
      cut.map(([a, b]) =>
        lines(
          '<tr>',
          label(a[0]),
          `<td>${a[1]}</td>`,
          b ? `${label(b[0])}<td>${b[1]}</td>` : '<td colspan="2"></td>',
          '</tr>',
        ),
      ),
      '</table>',
    );
  }
  const top = style === 'titleRow' ? `<tr><td colspan="2"><b>${title}</b></td></tr>` : '';
  return lines(
    style === 'titleRow' ? '' : `<h3>${title}</h3>`,
    '<table border="1" cellpadding="4">',
    top,
    rows.map(([l, html]) => lines('<tr>', label(l), `<td>${html || '&nbsp;'}</td>`, '</tr>')),
    '</table>',
  );
}

function masked(desk: Desk): string {
  const { truth, ink, values } = desk;
  const rows = truth.keys.map((key) =>
    lines(
      '<tr>',
      [values.last4(key), values.expires(key), key.stateText].map((t) => `<td>${ink.text(t)}</td>`),
      '</tr>',
    ),
  );
  return lines(
    '<h3>基本情報</h3><table border="1"><tr><th>キー情報</th><th>有効期限</th><th>状態</th></tr>',
    rows,
    '</table><p>ライセンスキーの詳細を表示する場合には、チェックボックスを選択し、「確認する」ボタンを押して下さい。</p>',
    '<fieldset><legend>セキュリティチェック(必須)</legend><label><input type="checkbox"> ロボットによる操作ではありません</label></fieldset>',
    '<input type="button" value="戻る"> <input type="submit" value="確認する">',
  );
}

function shown(desk: Desk, text: DetailText): string {
  const { truth, ink, pick, values } = desk;
  const key = truth.keys[0];
  if (!key || !truth.detail) return '';
  const asInput = ink.knob('keyInInput', key.last4 !== null && pick.bool(0.2));
  const keyHtml = asInput ? `<input type="text" readonly size="40" value="${text.key}">` : text.key;
  const rows: Pair[] = [
    [key.owner === 'shop' ? 'アプリ登録者' : 'システム開発企業', ink.text(key.developer ?? '')],
    ['アプリ名', ink.text(key.app ?? '')],
    ['概要', ink.text(text.summary)],
    ['アプリURL', `<a href="${ink.attr(text.url)}">${ink.plain(text.url)}</a>`],
    ['有効期限', ink.text(values.expires(key))],
    ['ライセンスキー', keyHtml],
    ['承認状態', ink.text(key.stateText)],
  ];
  if (text.secret) rows.splice(5, 0, ['サービスシークレット', text.secret]);
  const functions = text.secret && ink.knob('functionStates', pick.bool(0.6));
  const { apis, updateOffered, issuedNow } = truth.detail;
  return lines(
    issuedNow
      ? '<p class="done"><font color="blue">新しいライセンスキーを発行しました。</font></p>'
      : '',
    pairs(desk, rows, 'アプリ情報'),
    functions ? '<h3>利用機能一覧</h3>' : '<h3>アプリが利用するAPIリスト</h3>',
    `<table border="1"><tr><th>API名</th><th>内容</th>${functions ? '<th>状態</th>' : ''}</tr>`,
    apis.map(
      ([name, what], i) =>
        `<tr><td>${name}</td><td>${ink.plain(what)}</td>${functions ? `<td>${i % 3 ? '利用中' : '利用しない'}</td>` : ''}</tr>`,
    ),
    '</table>',
    updateOffered ? `<p>${UPDATE_TEXT}</p>` : '',
    '<input type="button" value="戻る">',
    updateOffered
      ? '<input type="submit" value="アップデートする">'
      : '<input type="submit" value="新しいライセンスキーを発行">',
    key.state === 'awaitingApproval'
      ? '<input type="submit" value="アクセス承認">'
      : '<input type="submit" value="利用停止">',
    '<p><a href="#">過去の利用情報を見る</a></p>',
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
    '<html><head><meta charset="utf-8"><title>ライセンス情報</title>',
    script
      ? `<script>s.prop1="shopid=${digits}";var shopid="${digits}",shopurl="${slug}";</script>`
      : '',
    '</head><body><table width="100%"><tr><td>RMS</td><td align="right">',
    text ? `店舗名：${ink.text(name ?? '')}<br>店舗ID：${digits}` : '',
    link ? `<a id="com_header_shop_url" href="${shopAddress(linkSlug)}">店舗</a>` : '',
    '</td></tr></table><table><tr><td valign="top"><ul><li>2-1 アプリ一覧</li><li>2-2 アプリ登録</li><li>3-4 障害情報(試験運用中)</li></ul></td><td>',
    '<h2>ライセンス情報</h2>',
    content,
    '<p><a href="#">▲ ページの上に戻る</a></p></td></tr></table><p>Rakuten Merchant Server &copy; Rakuten Group, Inc.</p></body></html>',
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

/** The detail page of one app in server-side tables. */
export const detailOld = family('detailOld', ['detail'], compose);
