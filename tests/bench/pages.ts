/** The pages of the measurement: as large as a page of a busy tool, the same at every run. */

const menu = Array.from(
  { length: 120 },
  (_, n) => `<li><a href="#m${n}">${n + 1}-${(n % 7) + 1} 商品・受注・店舗の設定メニュー</a></li>`,
).join('');

const page = (title: string, main: string): string => `<!doctype html><html lang="ja"><head>
<meta charset="utf-8"><title>${title}</title></head><body>
<header><a id="com_header_shop_url" href="https://www.rakuten.co.jp/bench-shop/">計測店</a></header>
<nav><ul>${menu}</ul></nav><main><h1>${title}</h1>${main}</main></body></html>`;

const paragraphs = Array.from(
  { length: 60 },
  (
    _,
    n,
  ) => `<section><h2>お知らせ ${n}</h2><p>${'システムの変更についてのお知らせです。'.repeat(6)}</p>
<form><input name="a${n}"><select><option>選択してください</option></select></form></section>`,
).join('');

export const PAGE_WITHOUT_TABLE = page('店舗設定', paragraphs);

const pad = (n: number): string => String(n).padStart(2, '0');

function row(n: number): string {
  const day = new Date(Date.UTC(2030, 0, 1 + (n % 300)));
  const date = `${day.getUTCFullYear()}/${pad(day.getUTCMonth() + 1)}/${pad(day.getUTCDate())}`;
  const last4 = n.toString(36).toUpperCase().padStart(4, 'K');
  return `<tr><td>株式会社計測${n}</td><td>アプリ${n}</td><td>末尾4桁: ${last4}</td>
<td>${date}</td><td>利用中</td><td><a href="#d${n}">詳細</a></td></tr>`;
}

/** アプリ一覧 (rms.md §3) with so many keys, all running. */
export const listPage = (keys: number): string =>
  page(
    'アプリ一覧',
    `<h2>WEB APIアクセス許可設定</h2>
<label>キーワード検索 <input type="text" value=""></label>
<table><thead><tr><th rowspan="2">アプリ登録者<br>(システム開発企業)</th><th rowspan="2">アプリ名</th>
<th colspan="3">ライセンス情報</th><th rowspan="2">詳細</th></tr>
<tr><th>ライセンスキー</th><th>有効期限</th><th>状態</th></tr></thead>
<tbody>${Array.from({ length: keys }, (_, n) => row(n)).join('')}</tbody></table>`,
  );
