import { SHOP_LABELS } from './shop-labels.ts';
import type { Connector } from './type.ts';
import { KEY_NAMES, KEY_WORDINGS } from './wordings.ts';

export const nextEngine: Connector = {
  id: 'next-engine',
  name: { ja: 'ネクストエンジン', en: 'Next Engine' },
  surface: 'web',
  surfaceBasis: 'believed',
  menuPath: ['設定', '基本', 'API'],
  keyOwner: 'vendor-app',
  vendorWords: ['ネクストエンジン', 'Next Engine', 'NextEngine', 'NE株式会社', 'Hamee'],
  page: {
    names: ['ネクストエンジン', 'Next Engine', 'NextEngine'],
    screens: ['API設定', '認証情報'],
    hosts: ['next-engine'],
  },
  fields: [
    {
      kind: 'licenseKey',
      label: 'ライセンスキー',
      basis: 'prose',
      wordings: KEY_WORDINGS,
      names: KEY_NAMES,
    },
  ],
  others: [
    { kind: 'choice', label: '店舗を選択', basis: 'prose' },
    { kind: 'shopUrl', label: '店舗URL', basis: 'prose' },
    { kind: 'choice', label: '利用する (機能チェック)', basis: 'prose' },
  ],
  traps: [],
  shopLabels: SHOP_LABELS,
  requiredApis: [],
  after: 'paste',
  saveButtons: ['設定を保存', '保存'],
  test: null,
  pitfalls: [
    {
      ja: 'RMSの「WEB APIサービス」（自店用）のキーは使いません。アプリ登録者がネクストエンジンの会社になっている行のキーです。',
      en: 'It does not take the key of your own app, but of the row whose developer is the company of Next Engine.',
    },
    {
      ja: '承認待ちの間はキーが表示されていても使えません。',
      en: 'While approval is pending the key is shown but does not work.',
    },
  ],
  notes: [
    {
      ja: '「利用中 更新あり」は「アップデートする」だけで、キーは変わりません。',
      en: 'For 利用中 更新あり press アップデートする; the key stays the same.',
    },
    {
      ja: '店舗URLの欄は、アドレスの最後の部分（www.rakuten.ne.jp/XXXX/ の XXXX）だけです。',
      en: '店舗URL is the last part of the address only (XXXX of www.rakuten.ne.jp/XXXX/).',
    },
    {
      ja: 'はじめてのときは、店舗URLを申込フォームで知らせてから承認依頼が届くまで1〜3日かかります。',
      en: 'The first time, the request for approval comes 1 to 3 days after the application form.',
    },
  ],
  sources: [
    'https://manual.next-engine.net/main/stock/stk_settei-unyou/zaiko_rakuten/10051/',
    'https://manual.next-engine.net/main/orders/ord_torikomi-shori/juchu_torikomi/juchu__rakuten/20948',
    'http://manual.ec-doc.net/startup/rakuten/jyuchu/dd003/',
    'http://manual.ec-doc.net/startup/rakuten/jyuchu/dd004/',
    'https://next-engine.net/more-ne_20180703tue.html',
  ],
};
