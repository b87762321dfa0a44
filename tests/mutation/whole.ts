import type { Coverage } from '../../utils/model/reading.ts';

const LINK = '<a id="com_header_shop_url" href="https://www.rakuten.co.jp/hanaya/">店舗を見る</a>';
const TABLE =
  '<table><tr><th>アプリ登録者</th><th>アプリ名</th><th>ライセンスキー</th><th>有効期限</th><th>状態</th></tr><tr><td>甲社</td><td>甲</td><td>末尾4桁: AAAA</td><td>2026/05/26</td><td>利用中</td></tr></table>';
const page = (more: string): string => `${LINK}<h2>アプリ一覧</h2>${more}`;

/** Lists that show all that there is, and lists that do not, each by one sign alone. */
export const LISTS: readonly [html: string, coverage: Coverage][] = [
  [page(TABLE), 'complete'],
  [page(`<p>キーワード検索 <input type="text" value=""></p>${TABLE}`), 'complete'],
  [page(`<p>キーワード検索 <input type="text" value="甲"></p>${TABLE}`), 'partial'],
  [page(`${TABLE}<p><a href="?page=2">次へ</a></p>`), 'partial'],
  [page(`${TABLE}<p><b>1</b> <a href="?page=2">2</a></p>`), 'partial'],
  [page(`${TABLE}<p>全40件中 1-1件</p>`), 'partial'],
  [page(`<div aria-busy="true">${TABLE}</div>`), 'partial'],
];
