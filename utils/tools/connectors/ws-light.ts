import { SHOP_LABELS } from './shop-labels.ts';
import type { Connector } from './type.ts';
import { KEY_NAMES, KEY_WORDINGS, SECRET_NAMES, SECRET_WORDINGS } from './wordings.ts';

export const wsLight: Connector = {
  id: 'ws-light',
  name: { ja: 'WSライト', en: 'WS Light' },
  vendor: 'wasabi-inc.biz',
  surface: 'web',
  surfaceBasis: 'believed',
  menuPath: ['モール設定', '楽天市場モール設定'],
  keyOwner: 'shop-app',
  vendorWords: [],
  page: { names: ['WSライト'], screens: ['楽天市場モール設定'], hosts: ['wasabi-inc'] },
  fields: [
    {
      kind: 'serviceSecret',
      label: 'API serviceSecret',
      basis: 'quoted',
      wordings: SECRET_WORDINGS,
      names: SECRET_NAMES,
    },
    {
      kind: 'licenseKey',
      label: 'API licenseKey',
      basis: 'quoted',
      wordings: KEY_WORDINGS,
      names: KEY_NAMES,
    },
  ],
  others: [
    { kind: 'shopUrl', label: '店舗URL', basis: 'quoted' },
    { kind: 'text', label: '店舗別商品名マスタID', basis: 'quoted' },
    { kind: 'text', label: '店舗別販売価格マスタID', basis: 'quoted' },
  ],
  traps: [],
  shopLabels: SHOP_LABELS,
  requiredApis: [],
  after: 'paste',
  saveButtons: [],
  test: null,
  pitfalls: [
    {
      ja: '店舗URL・serviceSecret・licenseKeyの3つとも必須です。',
      en: 'All three of shop URL, secret and key are needed.',
    },
  ],
  notes: [
    {
      ja: '店舗URLは、RMSの右上のメニューで確かめます。',
      en: 'Look the shop URL up in the menu at the top right of RMS.',
    },
  ],
  sources: ['https://wasabi-inc.biz/help/manual/light_mallsetthing-rakuten'],
};
