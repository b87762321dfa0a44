import { SHOP_LABELS } from './shop-labels.ts';
import type { Connector } from './type.ts';
import { EXPIRY_NAMES, EXPIRY_WORDINGS, KEY_NAMES, KEY_WORDINGS } from './wordings.ts';

export const lmail: Connector = {
  id: 'lmail',
  name: { ja: 'Lmail for 楽天市場', en: 'Lmail for Rakuten Ichiba' },
  vendor: 'MQM (mqm.co.jp)',
  surface: 'web',
  surfaceBasis: 'believed',
  menuPath: ['1.基本情報設定', '1-1.オーダー取込み設定'],
  keyOwner: 'vendor-app',
  vendorWords: ['Lmail'],
  page: { names: ['Lmail'], screens: ['基本情報設定', 'オーダー取込み設定'], hosts: [] },
  fields: [
    {
      kind: 'licenseKey',
      label: 'ライセンスキー',
      basis: 'prose',
      wordings: KEY_WORDINGS,
      names: KEY_NAMES,
    },
    {
      kind: 'expiresOn',
      label: '有効期限',
      basis: 'prose',
      wordings: EXPIRY_WORDINGS,
      names: EXPIRY_NAMES,
    },
  ],
  others: [],
  traps: [],
  shopLabels: SHOP_LABELS,
  requiredApis: [],
  after: 'paste',
  stops: {
    ja: 'オーダーの取り込みが止まり、ステップメールが送られません。',
    en: 'Orders are not taken in, and the step mails are not sent.',
  },
  saveButtons: [],
  saved: ['APIライセンスキーを正しく設定しました。'],
  test: null,
  pitfalls: [
    {
      ja: 'オーダー取込みが停止のままだと、ステップメールが送られません。',
      en: 'While オーダー取込み stays stopped no step mails go out.',
    },
  ],
  notes: [
    {
      ja: 'ボタン「現在のライセンスキーを取得」で、発行済みのキーと有効期限が入る版があります。',
      en: 'Some versions take key and date by the button 現在のライセンスキーを取得.',
    },
    { ja: '接続テストと保存のボタンは絵です。', en: 'The buttons for test and save are pictures.' },
  ],
  sources: ['https://lmail.mqm.co.jp/BlogDetail.aspx?id=12078a42-451e-43de-a15b-7523cdb581a6'],
};
