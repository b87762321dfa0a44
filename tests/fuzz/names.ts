// Names as companies and their apps have them, and names that look like something else.

export const DEVELOPERS = [
  '株式会社GoQSystem',
  'NE株式会社',
  'Hamee株式会社',
  '㈱速販システム',
  '株式会社Ｅ－ストア企画',
  '(株)アイルズ',
  '合同会社ロジレス・ラボ',
  'シッピーノ株式会社',
  'コマースロボティクス㈱',
  'ＴＥＭＰＯＳＴＡＲ運営（株）',
  '有限会社山田商店',
  '株式会社  ダブルスペース',
  'ｶﾌﾞｼｷｶﾞｲｼｬﾎﾞｰﾝ',
  'BOSS Solutions Co., Ltd.',
] as const;

/** Companies whose name holds a word or a sign that means something on the page. */
export const AWKWARD_DEVELOPERS = [
  '有効期限管理株式会社',
  '株式会社ライセンス・ラボ',
  '状態監視サービス㈱',
  '詳細設計合同会社',
  '店舗様サポート株式会社',
  '利用中株式会社',
  'アプリ登録者協会',
  'A&B <システム> 株式会社',
  '"カギ"ソリューションズ\'21',
  '株式会社2025/12/31企画',
  '株式会社末尾4桁',
  '承認待ち行列株式会社',
  'API2',
  'R&D&amp;Co.',
  '株式会社楽天市場出店者向け受注在庫商品物流広告会員情報一元管理クラウドプラットフォーム総合開発研究所ホールディングス',
] as const;

export const APPS = [
  'GoQ System (ごくシステム)',
  'ネクストエンジン',
  '速販管理画面',
  'らくらく在庫シンクロ',
  'EC-UP 受注連携',
  'ロジレス',
  'シッピーノ 出荷自動化',
  'クロスモール',
  'レビュー促進メール「即返信」',
  'Ｒ－Ｃａｂｉｎｅｔ画像連携',
  'TēPs for 楽天',
  '問い合わせ一元化ツール Ver.3',
  '商品登録アシスト（CSV不要）',
  'ﾗｸﾗｸ受注',
] as const;

/** Apps whose name looks like a state, a date, a heading, markup or the end of a key. */
export const AWKWARD_APPS = [
  '有効期限チェッカー',
  'ライセンスキー管理',
  '状態見える化',
  '詳細',
  'API2',
  'A9FR',
  '1234',
  '2025/05/26版 受注連携',
  '令和7年度対応 送り状',
  '利用中アプリ一覧',
  '更新あり通知くん',
  '停止中検知',
  '<b>太字</b>タグ作成',
  'A&B "連携" <beta>',
  'アプリ名',
  '末尾4桁ツール',
  'ﾃｽﾄ　全角　空白',
  '🔑かぎばん',
  '受注・在庫・商品・カテゴリ・クーポン・問い合わせ・会員・広告・レビュー・楽天ペイ・物流・請求を全部まとめて自動化する多店舗一元管理システム プレミアムプラン（2026年改定版）',
] as const;

/** What a shop's own app is called, RMS's own placeholder first. */
export const OWN_APPS = [
  '(アプリ名を登録してください)',
  '自社システム',
  '自社受注管理',
  'ECステーション用',
  'らくらくライン',
] as const;

export const SERVICES = [
  '受注情報通知',
  '問い合わせユーザアクション通知',
  '商品情報更新通知',
  '在庫変動通知',
  'ライセンス有効期限通知',
  '状態変更通知サービス',
] as const;

export const SHOPS = [
  { slug: 'yamada-coffee', name: '山田珈琲店' },
  { slug: 'hana_zakka', name: '雑貨＆花 はなや 楽天市場店' },
  { slug: 'k2sports', name: 'Ｋ２スポーツ' },
  { slug: 'auc-toolbox', name: '工具のトゥールBOX' },
  { slug: 'shop', name: 'SHOP' },
  { slug: '0120kome', name: '米蔵 <本店>' },
] as const;

/** Texts of a state that nobody has seen; some begin like a known one. */
export const STRANGE_STATES = [
  '審査中',
  '利用中止',
  '利用停止処理中',
  '要再申請',
  '承認済み',
  '失効',
  '一時利用不可',
  '未承認',
  '停止予定',
  '有効期限切れ間近',
  '新規',
] as const;
