import { SHOP_LABELS } from './shop-labels.ts';
import type { Connector } from './type.ts';
import { KEY_NAMES, KEY_WORDINGS } from './wordings.ts';

export const rakurakuZaiko: Connector = {
  id: 'rakuraku-zaiko',
  name: { ja: 'らくらく在庫', en: 'Rakuraku Zaiko' },
  vendor: 'グリニッジ株式会社',
  surface: 'desktop',
  surfaceBasis: 'believed',
  menuPath: ['モール設定', '楽天モール設定', '楽天ペイ情報入力フォームを表示'],
  keyOwner: 'vendor-app',
  vendorWords: ['らくらく在庫'],
  page: { names: ['らくらく在庫'], screens: [], hosts: [] },
  fields: [
    {
      kind: 'licenseKey',
      label: 'ライセンスキー',
      basis: 'prose',
      wordings: KEY_WORDINGS,
      names: KEY_NAMES,
    },
  ],
  others: [{ kind: 'text', label: '楽天ペイ開始年月', basis: 'prose' }],
  traps: [],
  shopLabels: SHOP_LABELS,
  requiredApis: [],
  after: 'paste',
  saveButtons: [],
  test: null,
  pitfalls: [{ ja: 'バージョン3.0.21以上が要ります。', en: 'Version 3.0.21 or later is needed.' }],
  notes: [
    { ja: '楽天ペイへ移った頃の説明です。', en: 'From the time of the move to Rakuten Pay.' },
  ],
  sources: [
    'https://zaiko.greenwich.co.jp/webmanuals/rakuten_pay_apiset',
    'https://zaiko.greenwich.co.jp/faq/user',
  ],
};
