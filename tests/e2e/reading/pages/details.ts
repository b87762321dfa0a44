// ライセンス情報: the page of one key, before and after the robot check, in several markups (seed 002).
import { slash, tail, type Key, type Sheet, type Variant } from '../model.ts';
import { shell } from '../shell.ts';

const ROBOT = `<p>ライセンスキーの詳細を表示する場合には、チェックボックスを選択し、「確認する」ボタンを押して下さい。</p>
<fieldset><legend>セキュリティチェック (必須)</legend><label><input type="checkbox">ロボットによる操作ではありません</label></fieldset><button>戻る</button><button>確認する</button>`;
const only = (s: Sheet): Sheet => ({ ...s, keys: s.keys.slice(2, 3) });
const keyOf = (s: Sheet): Key => s.keys[0] as Key;
const wholeKey = (k: Key): string => `310001qWeRtYuIoP12${k.last4}`;
const pairs = (k: Key): [string, string][] => [
  ['システム開発企業', k.developer],
  ['アプリ名', k.app],
  ['概要', '受注と在庫をまとめて管理します。有効期限の管理もできます。'],
  ['アプリURL', 'https://tool.example/'],
  ['有効期限', slash(k.on)],
  ['ライセンスキー', wholeKey(k)],
  ['承認状態', k.word],
];
const vertical = (list: [string, string][]): string =>
  `<h2>アプリ情報</h2><table border=1>${list.map(([h, v]) => `<tr><th>${h}</th><td>${v}</td></tr>`).join('')}</table>`;
const APIS = `<h2>アプリが利用するAPIリスト</h2><table><tr><th>API名</th><th>内容</th></tr><tr><td>rpay.order.getOrder</td><td>注文情報を取得することができます。</td></tr></table>`;
const ACTS =
  '<button>戻る</button><button>新しいライセンスキーを発行</button><button>利用停止</button>';
const FUNCTIONS = `<h2>利用機能一覧</h2><table><tr><th>機能名</th><th>内容</th><th>状態</th></tr><tr><td>license.expiryDate.get</td><td>有効期限の取得</td><td>利用中</td></tr><tr><td>rpay.order.getOrder</td><td>注文の取得</td><td>停止中</td></tr></table>`;
const PAST = (k: Key): string =>
  `<details><summary>過去の利用情報を見る</summary><table><tr><th>ライセンスキー</th><th>有効期限</th><th>状態</th></tr><tr><td>末尾4桁: ${k.last4?.slice(0, 2)}zz</td><td>2025/01/01</td><td>有効期限切れ</td></tr></table></details>`;

const page = (name: string, draw: (k: Key) => string, wanted: Variant['wanted']): Variant => ({
  name: `detail-${name}`,
  sheet: only,
  draw: (s) => shell(s, `<h1>ライセンス情報</h1>${draw(keyOf(s))}`, { title: 'ライセンス情報' }),
  wanted: (w, s) => ({ ...(wanted?.(w, s) ?? w), grants: [] }),
});
// The masked page names no app: it can tell of no key that was not read before.
const nothing: Variant['wanted'] = (w) => ({ ...w, keys: [] });
const read: Variant['wanted'] = (w) => w;
const past: Variant['wanted'] = (w, s) => ({
  ...w,
  optional: [
    {
      ...keyOf(s),
      last4: `${keyOf(s).last4?.slice(0, 2)}zz`,
      on: '2025-01-01',
      word: '有効期限切れ',
    },
  ],
});

export const DETAIL_PAGES: Variant[] = [
  page(
    'masked-table',
    (k) =>
      `<h2>基本情報</h2><table><tr><th>キー情報</th><th>有効期限</th><th>状態</th></tr><tr><td>${tail(k.last4)} <span style="background:#000">XXXXXXXX</span></td><td>${slash(k.on)}</td><td>${k.word}</td></tr></table>${ROBOT}`,
    nothing,
  ),
  page(
    'masked-dl',
    (k) =>
      `<h2>基本情報</h2><dl><dt>キー情報</dt><dd>${tail(k.last4)}</dd><dt>有効期限</dt><dd>${slash(k.on)}</dd><dt>状態</dt><dd>${k.word}</dd></dl>${ROBOT}`,
    nothing,
  ),
  page(
    'masked-with-recaptcha',
    (k) =>
      `<h2>基本情報</h2><div class="row"><div>キー情報</div><div>${tail(k.last4)}</div></div><div class="row"><div>有効期限</div><div>${slash(k.on)}</div></div><iframe title="reCAPTCHA" src="about:blank"></iframe><h3>セキュリティチェック(必須)</h3><button>確認する</button>`,
    nothing,
  ),
  page('revealed-table', (k) => vertical(pairs(k)) + APIS + ACTS, read),
  page(
    'revealed-dl',
    (k) =>
      `<h2>アプリ情報</h2><dl>${pairs(k)
        .map(([h, v]) => `<dt>${h}</dt><dd>${v}</dd>`)
        .join('')}</dl>${APIS}${ACTS}`,
    read,
  ),
  page(
    'revealed-input',
    (k) =>
      vertical(
        pairs(k).map(([h, v]) => [
          h,
          h === 'ライセンスキー' ? `<input readonly value="${v}"><button>コピー</button>` : v,
        ]),
      ) +
      APIS +
      ACTS,
    read,
  ),
  page(
    'revealed-two-columns',
    (k) => {
      const list = pairs(k);
      const cell = ([h, v]: [string, string]): string =>
        `<td bgcolor="#eee">${h}</td><td>${v}</td>`;
      return `<h2>アプリ情報</h2><table border=1>${[0, 2, 4]
        .map(
          (i) =>
            `<tr>${list
              .slice(i, i + 2)
              .map(cell)
              .join('')}</tr>`,
        )
        .join('')}<tr>${cell(list[6] as [string, string])}</tr></table>${APIS}${ACTS}`;
    },
    read,
  ),
  page('with-past-keys', (k) => vertical(pairs(k)) + PAST(k) + APIS + ACTS, past),
  page(
    'updated',
    (k) => `<p role="status">アップデートしました。</p>${vertical(pairs(k))}${APIS}${ACTS}`,
    read,
  ),
  page(
    'issued',
    (k) =>
      `<p class="done">新しいライセンスキーを発行しました。</p>${vertical(pairs(k))}${APIS}${ACTS}`,
    read,
  ),
  {
    ...page(
      'own-app',
      (k) =>
        vertical([
          ['アプリ登録者', '店舗様'],
          ['アプリ名', k.app],
          ['有効期限', slash(k.on)],
          ['serviceSecret', 'SP310001_aaaaBBBBccccDDDD'],
          ['licenseKey', `SL310001_aaaaBBBBcccc${k.last4}`],
          ['承認状態', k.word],
        ]) +
        FUNCTIONS +
        ACTS,
      read,
    ),
    sheet: (s) => ({ ...s, keys: s.keys.slice(0, 1) }),
  },
];
