import { lines } from './ink.ts';
import { makeDate } from './make-truth.ts';
import { pickFrom } from './pick.ts';
import type { Pick } from './pick.ts';
import type { Family } from './families/family.ts';
import type { PageClass } from '../../utils/model/reading.ts';

/** A page that holds no key. */
export interface OtherPage {
  name: string;
  html: string;
  /** What it may be called; the best name first. It never gives a row. */
  pageClasses: PageClass[];
}

const page = (title: string, ...body: (string | string[])[]): string =>
  lines(
    `<!DOCTYPE html><html lang="ja"><head><meta charset="utf-8"><title>${title}</title></head><body>`,
    ...body,
    '</body></html>',
  );

const MENU =
  '<ul class="menu"><li>1 店舗様向け情報・サービス</li><li>2 受注・決済管理</li><li>6 WEB APIサービス</li><li>2-1 アプリ一覧</li></ul>';
const FOOT = '<footer>Rakuten Merchant Server &copy; Rakuten Group, Inc.</footer>';

type Writer = (pick: Pick) => string;

const login: Writer = (pick) =>
  page(
    'R-Login',
    '<h1>RMSログイン</h1><form method="post" action="/"><dl><dt>R-Login ID</dt><dd><input name="login_id"></dd><dt>パスワード</dt><dd><input type="password" name="passwd"></dd></dl>',
    pick.bool(0.5)
      ? '<p class="error">セッションの有効期限が切れました。再度ログインしてください。</p>'
      : '',
    '<button>次へ</button></form><p>パスワードの有効期限は90日です。</p>',
  );

const loginNotice: Writer = (pick) =>
  page(
    'エラー',
    `<h2>${pick.oneOf(['ログインしていないか、タイムアウトになりました。', 'セッションがタイムアウトしました。'])}</h2>`,
    '<p>お手数ですが、再度ログインしてください。</p><a href="https://glogin.rms.rakuten.co.jp/?sp_id=1">RMSへログイン</a>',
  );

const noPermission: Writer = (pick) =>
  page(
    'アプリ一覧',
    MENU,
    '<h1>アプリ一覧</h1>',
    `<p class="error">${pick.oneOf(['このページを表示する権限がありません。', 'この機能の利用権限がありません。店舗の管理者にお問い合わせください。', 'アクセス権限がありません。'])}</p>`,
    FOOT,
  );

const maintenance: Writer = (pick) =>
  page(
    pick.oneOf(['503 Service Temporarily Unavailable', 'メンテナンス中']),
    '<h1>ただいまメンテナンス中です</h1>',
    `<p>WEB APIサービスは下記の期間、システムメンテナンスのためご利用いただけません。</p><table><tr><th>期間</th><td>${makeDate(pick).replaceAll('-', '/')} 02:00 ～ 08:00</td></tr><tr><th>状態</th><td>停止中</td></tr></table>`,
  );

const robotCheck: Writer = () =>
  page(
    'ライセンス情報',
    MENU,
    '<h2>ライセンス情報</h2><p>ライセンスキーの詳細を表示する場合には、チェックボックスを選択し、「確認する」ボタンを押して下さい。</p>',
    '<div><b>セキュリティチェック</b> (必須)<br><label><input type="checkbox">ロボットによる操作ではありません</label></div><button>戻る</button><button>確認する</button>',
    FOOT,
  );

const mainMenu: Writer = (pick) =>
  page(
    'RMS メインメニュー',
    '<h1>R-Storefront メインメニュー</h1>',
    '<table><tr><th>店舗設定</th><td>商品登録 / 在庫一覧</td></tr><tr><th>拡張サービス一覧</th><td>WEB APIサービス 利用中</td></tr></table>',
    `<ul><li>${makeDate(pick).replaceAll('-', '/')} 【重要】ライセンスキー（licenseKey）の有効期限について</li><li>2025/04/01 アプリ一覧の画面変更</li></ul>`,
    FOOT,
  );

const orders: Writer = (pick) =>
  page(
    '注文一覧',
    '<h1>受注一覧</h1><p>キーワード検索 <input></p>',
    '<table><thead><tr><th>注文番号</th><th>商品名</th><th>お届け日</th><th>支払期限</th><th>状態</th><th>詳細</th></tr></thead><tbody>',
    Array.from(
      { length: pick.int(1, 20) },
      () =>
        `<tr><td>${pick.int(200_000, 499_999)}-${makeDate(pick).replaceAll('-', '')}-${pick.int(100_000, 999_999)}</td><td>${pick.oneOf(['鍵 キーホルダー', 'ライセンスプレート', 'アプリ連動体重計'])}</td><td>${makeDate(pick).replaceAll('-', '/')}</td><td>${makeDate(pick)}</td><td>${pick.oneOf(['承認待ち', '発送待ち', '停止中', '完了'])}</td><td><a>詳細</a></td></tr>`,
    ),
    '</tbody></table>',
  );

const coupons: Writer = (pick) =>
  page(
    'クーポン一覧',
    '<h1>クーポン一覧</h1><table><tr><th>クーポン名</th><th>有効期限</th><th>状態</th><th>詳細</th></tr>',
    Array.from(
      { length: pick.int(1, 10) },
      (_, i) =>
        `<tr><td>${i + 1}周年クーポン</td><td>${makeDate(pick).replaceAll('-', '/')}</td><td>${pick.oneOf(['利用中', '停止中', '有効期限切れ'])}</td><td>詳細</td></tr>`,
    ),
    '</table>',
  );

const news: Writer = (pick) =>
  page(
    '楽天からのお知らせ',
    MENU,
    '<h1>3-1 楽天からのお知らせ</h1><table><tr><th>掲載日</th><th>件名</th></tr>',
    Array.from(
      { length: pick.int(1, 8) },
      () =>
        `<tr><td>${makeDate(pick).replaceAll('-', '/')}</td><td><a href="#">${pick.oneOf(['【楽天市場】licenseKeyの有効期限のお知らせ', 'アプリ一覧の状態表示について', 'ライセンスキー再発行手順の変更'])}</a></td></tr>`,
    ),
    '</table>',
  );

const newsMail: Writer = (pick) =>
  page(
    'お知らせ詳細',
    '<h1>【楽天市場】licenseKeyの有効期限のお知らせ</h1><pre>',
    `店舗様\n\nご利用中のlicenseKeyの有効期限が近づいています。\n\nアプリ名：自社システム\nライセンスキー：末尾4桁 A9FR\n有効期限：${makeDate(pick).replaceAll('-', '/')}\n\n「新しいライセンスキーを発行」より更新してください。`,
    '</pre>',
  );

const outages: Writer = (pick) =>
  page(
    '障害情報(試験運用中)',
    '<h1>3-4 障害情報(試験運用中)</h1><table border="1"><tr><th>API名</th><th>発生日時</th><th>復旧日時</th><th>状態</th></tr>',
    Array.from(
      { length: pick.int(1, 5) },
      () =>
        `<tr><td>${pick.oneOf(['受注API', 'ライセンス管理API', '商品API'])}</td><td>${makeDate(pick).replaceAll('-', '/')} 11:03</td><td>-</td><td>${pick.oneOf(['対応中', '復旧済み', '停止中'])}</td></tr>`,
    ),
    '</table>',
  );

const emptyList: Writer = (pick) =>
  page(
    'アプリ一覧',
    MENU,
    '<h1>アプリ一覧</h1><h2>WEB APIアクセス許可設定</h2><p>キーワード検索:<input></p>',
    '<table><tr><th rowspan="2">アプリ登録者 (システム開発企業)</th><th rowspan="2">アプリ名</th><th colspan="3">ライセンス情報</th><th rowspan="2">詳細</th></tr><tr><th>ライセンスキー</th><th>有効期限</th><th>状態</th></tr>',
    `<tr><td colspan="6">${pick.oneOf(['該当するデータはありません', '該当するデータはありません。', '登録されているアプリはありません。'])}</td></tr></table>`,
    FOOT,
  );

const WRITERS: [string, PageClass[], Writer][] = [
  ['login', ['loggedOut'], login],
  ['loginNotice', ['loggedOut'], loginNotice],
  ['noPermission', ['noPermission'], noPermission],
  ['maintenance', ['maintenance'], maintenance],
  ['robotCheck', ['robotCheck'], robotCheck],
  ['mainMenu', ['none'], mainMenu],
  ['orders', ['none'], orders],
  ['coupons', ['none'], coupons],
  ['news', ['none'], news],
  ['newsMail', ['none'], newsMail],
  ['outages', ['none'], outages],
  ['emptyList', ['none', 'keys'], emptyList],
];

/** Names of all pages without keys. */
export const OTHER_PAGES: readonly string[] = WRITERS.map(([name]) => name);

/** One page without keys, wholly determined by its seed; `only` names one. */
export function otherPage(seed: number, only?: string): OtherPage {
  const pick = pickFrom(seed);
  const chosen = pick.oneOf(WRITERS);
  const [name, pageClasses, write] = WRITERS.find((one) => one[0] === only) ?? chosen;
  return { name, html: write(pick), pageClasses };
}

const NOBODY = { digits: null, slug: null, name: null };

/** The pages without keys as a family: of each the truth is that it holds nothing. */
export const otherFamily: Family = {
  name: 'other',
  pages: ['other'],
  write(given, pick) {
    const { name, html, pageClasses } = otherPage(pick.int(0, 2 ** 30));
    const truth = {
      ...given,
      pageClasses,
      shop: NOBODY,
      shopMaybe: NOBODY,
      keys: [],
      events: [],
      keyCoverage: 'either' as const,
      eventCoverage: 'either' as const,
      mustFlag: [],
    };
    return { family: `other: ${name}`, html, truth, readable: true, needs: 'dom', knobs: [] };
  },
};
