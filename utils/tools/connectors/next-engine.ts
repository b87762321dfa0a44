import { SHOP_LABELS } from './shop-labels.ts';
import type { Connector } from './type.ts';

export const nextEngine: Connector = {
  id: 'next-engine',
  name: { ja: 'ネクストエンジン', en: 'Next Engine' },
  surface: 'web',
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
      wordings: ['ライセンスキー', 'licenseKey', 'License Key'],
      names: ['licenseKey', 'rmsLicenseKey', 'rakutenLicenseKey'],
    },
  ],
  traps: [],
  shopLabels: SHOP_LABELS,
  requiredApis: [],
  saveButtons: ['設定を保存', '保存'],
  test: null,
  notes: [
    {
      ja: 'RMSの「WEB APIサービス」（自店用）のキーは使いません。アプリ登録者がネクストエンジンの会社になっている行のキーです。',
      en: 'It does not take the key of your own app, but of the row whose developer is the company of Next Engine.',
    },
    {
      ja: '「利用中 更新あり」は「アップデートする」だけで、キーは変わりません。',
      en: 'For 利用中 更新あり press アップデートする; the key stays the same.',
    },
    {
      ja: '承認待ちの間はキーが表示されていても使えません。',
      en: 'While approval is pending the key is shown but does not work.',
    },
  ],
  sources: [
    'https://manual.next-engine.net/main/stock/stk_settei-unyou/zaiko_rakuten/10051/',
    'https://manual.next-engine.net/main/orders/ord_torikomi-shori/juchu_torikomi/juchu__rakuten/20948',
    'https://next-engine.net/more-ne_20180703tue.html',
  ],
};
