const STATES = ['利用中', '利用中<br><font color="red">更新あり</font>', '承認待ち', '停止中'];
const HEAD =
  '<tr><th rowspan="2">アプリ登録者<br>(システム開発企業)</th><th rowspan="2">アプリ名</th><th colspan="3">ライセンス情報</th><th rowspan="2">詳細</th></tr>' +
  '<tr><th>ライセンスキー</th><th>有効期限</th><th>状態</th></tr>';

const two = (n: number): string => String(n).padStart(2, '0');

/** Today's アプリ一覧 (rms.md §3) with so many keys. */
export function listOf(rows: number): string {
  const body = Array.from({ length: rows }, (_, n) => {
    const last4 = n.toString(36).toUpperCase().padStart(4, '0');
    const on = `2027/${two(1 + (n % 12))}/${two(1 + (n % 28))}`;
    return `<tr><td>株式会社${n % 40}システム</td><td>受注管理 ${n}</td><td>末尾4桁: ${last4}</td><td>${on}</td><td>${STATES[n % 4]}</td><td><a href="#${n}">詳細</a></td></tr>`;
  });
  return pageOf(
    'アプリ一覧',
    `<h2>アプリ一覧 / WEB APIアクセス許可設定</h2><p>キーワード検索 <input type="text"></p><table border="1">${HEAD}${body.join('')}</table>`,
  );
}

/** A busy RMS page without any table or word of ours. */
export const PLAIN = pageOf(
  '商品管理',
  Array.from({ length: 200 }, (_, n) => `<p>商品 ${n}: 在庫を更新しました。</p>`).join(''),
);

function pageOf(title: string, body: string): string {
  return `<!doctype html><html lang="ja"><head><meta charset="utf-8"><title>${title}</title><style>td,th{padding:4px 8px}.menu a{color:#333}</style></head><body><div class="head"><a id="com_header_shop_url" href="https://www.rakuten.co.jp/hanaya/">店舗を見る</a></div>${body}</body></html>`;
}
