// Pages without keys: nothing to read and nothing to cry about (promise 4).
import { type Sheet, type Variant } from '../model.ts';
import { APPS, EVENTS, shell } from '../shell.ts';

const quiet: Variant['wanted'] = (w) => ({ ...w, keys: [], grants: [], alarm: false });
const page = (name: string, title: string, body: string, more: Partial<Variant> = {}): Variant => ({
  name: `none-${name}`,
  draw: (s: Sheet) => shell(s, `<h1>${title}</h1>${body}`, { title }),
  wanted: quiet,
  ...more,
});
const bare = (name: string, title: string, body: string): Variant => ({
  name: `none-${name}`,
  draw: () =>
    `<!doctype html><html lang="ja"><head><meta charset="utf-8"><title>${title}</title></head><body><h1>${title}</h1>${body}</body></html>`,
  wanted: quiet,
});
const LIST_HEAD =
  '<tr><th>アプリ登録者</th><th>アプリ名</th><th>ライセンスキー</th><th>有効期限</th><th>状態</th><th>詳細</th></tr>';
const EVENT_HEAD =
  '<tr><th>会社名</th><th>サービス名</th><th>利用開始日</th><th>状態</th><th>詳細</th></tr>';
const rows = (...list: string[][]): string =>
  `<table border=1>${list.map((r, i) => `<tr>${r.map((c) => (i === 0 ? `<th>${c}</th>` : `<td>${c}</td>`)).join('')}</tr>`).join('')}</table>`;

export const NONE_PAGES: Variant[] = [
  bare(
    'login',
    'R-Login',
    '<form method=post><p>R-Login ID<input name=login_id></p><p>パスワード<input type=password name=passwd></p><button>次へ</button></form><p>セッションの有効期限が切れました。再度ログインしてください。</p>',
  ),
  bare(
    'login-on-the-list',
    'アプリ一覧',
    '<p>一定時間操作がなかったため、ログアウトしました。</p><form><label>ユーザID<input></label><label>パスワード<input type=password></label><input type=submit value=ログイン></form>',
  ),
  bare(
    'maintenance',
    'システムメンテナンスのお知らせ',
    '<p>WEB APIアクセス許可設定は、下記の時間帯メンテナンスのためご利用いただけません。</p><p>2026/11/22 02:00 ～ 08:00</p>',
  ),
  page(
    'permission',
    'アプリ一覧',
    '<p class="error">権限がありません。店舗様の管理者にお問い合わせください。</p>',
  ),
  page(
    'empty-both',
    'アプリ一覧',
    `<h2>${APPS}</h2><table>${LIST_HEAD}<tr><td colspan="6">データがありません</td></tr></table><h2>${EVENTS}</h2><table>${EVENT_HEAD}<tr><td colspan="5">データがありません</td></tr></table>`,
  ),
  page(
    'empty-data-tables',
    'アプリ一覧',
    `<h2>${APPS}</h2><table class="dataTable"><thead>${LIST_HEAD}</thead><tbody><tr class="odd"><td valign="top" colspan="6" class="dataTables_empty">テーブルにデータがありません</td></tr></tbody></table><div>0 件中 0 から 0 まで表示</div>`,
  ),
  page(
    'empty-words',
    'アプリ一覧',
    `<h2>${APPS}</h2><p>登録されているアプリはありません。</p><h2>${EVENTS}</h2><p>該当するデータが見つかりませんでした。</p>`,
  ),
  page(
    'menu',
    'RMSメインメニュー',
    '<ul><li>1 店舗設定</li><li>2 受注管理</li><li>拡張サービス一覧<ul><li><a href="#">6 WEB APIサービス</a></li><li>アプリ一覧</li><li>WEB APIサービスアクセス許可設定</li></ul></li></ul>',
    { host: 'mainmenu' },
  ),
  page(
    'news-article',
    'お知らせ',
    '<h2>【WEB API】ライセンスキーの有効期限のお知らせ</h2><p>アプリ一覧に表示されるライセンスキーの有効期限は90日です。有効期限が切れる前に、WEB APIアクセス許可設定で新しいライセンスキーを発行してください。状態が「利用中 更新あり」の場合はアップデートしてください。有効期限：2026/12/31</p>',
  ),
  page(
    'news-list',
    '3-1 楽天からのお知らせ',
    rows(
      ['掲載日', '件名', '状態'],
      ['2026/11/10', 'ライセンスキーの有効期限について', '未読'],
      ['2026/10/01', 'アプリ名の変更について', '既読'],
    ),
    { host: 'webservice' },
  ),
  page(
    'manual',
    'アプリ一覧 マニュアル',
    `<h2>画面の説明</h2>${rows(['項目', '説明'], ['アプリ登録者', 'アプリを登録した企業名です。'], ['アプリ名', 'アプリの名称です。'], ['ライセンスキー', '末尾4桁を表示します。'], ['有効期限', 'ライセンスキーの有効期限です。'], ['状態', '利用中、承認待ちなどを表示します。'])}`,
    { host: 'webservice' },
  ),
  page(
    'coupons',
    'クーポン一覧',
    rows(
      ['クーポン名', '有効期限', '状態', '詳細'],
      ['500円OFF', '2026/12/31', '利用中', '詳細'],
      ['送料無料', '2026/01/31', '有効期限切れ', '詳細'],
    ),
  ),
  page(
    'functions',
    '利用機能編集',
    rows(
      ['機能名', '内容', '利用'],
      ['license.expiryDate.get', 'ライセンスキーの有効期限を取得します。', '利用する'],
      ['rpay.order.getOrder', '注文情報を取得します。', '利用しない'],
    ) + '<button>確認する</button>',
  ),
  page(
    'registration',
    'アプリ登録',
    rows(
      ['項目', '入力'],
      ['アプリ名', '<input name=app>'],
      ['アプリURL', '<input name=url>'],
      ['概要', '<textarea></textarea>'],
    ) + '<p>登録するとライセンスキーが発行されます。</p><button>登録する</button>',
  ),
  page(
    'faq',
    'よくあるご質問',
    '<dl><dt>ライセンスキーとは</dt><dd>アプリが店舗様のデータを利用するための鍵です。</dd><dt>有効期限</dt><dd>90日間です。</dd><dt>状態</dt><dd>利用中</dd></dl>',
    { host: 'webservice' },
  ),
  page(
    'portal',
    'サービス一覧',
    rows(
      ['API名', '内容', '提供状況'],
      ['LicenseManagementAPI', 'ライセンスキーの有効期限を取得', '提供中'],
    ),
    { host: 'webservice' },
  ),
  page(
    'passwords',
    'パスワード有効期限',
    rows(['ユーザ名', '有効期限', '状態'], ['店長', '2026/12/31', '利用中']),
  ),
  page(
    'event-help',
    '障害情報',
    rows(['会社名', '内容', '状態'], ['楽天グループ株式会社', '受注情報通知の遅延', '復旧済み']),
  ),
];
