import { SHOP_LABELS } from './shop-labels.ts';
import type { Connector } from './type.ts';
import { KEY_NAMES, KEY_WORDINGS, SECRET_NAMES, SECRET_WORDINGS } from './wordings.ts';

export const worldSwitch: Connector = {
  id: 'world-switch',
  name: { ja: 'ワールドスイッチ', en: 'World Switch' },
  vendor: 'wasab.net',
  surface: 'web',
  surfaceBasis: 'believed',
  menuPath: ['モール設定', '楽天市場'],
  keyOwner: 'shop-app',
  vendorWords: [],
  page: { names: ['ワールドスイッチ'], screens: ['モール設定'], hosts: ['wasab'] },
  fields: [
    {
      kind: 'licenseKey',
      label: 'LicenseKey',
      basis: 'quoted',
      wordings: KEY_WORDINGS,
      names: KEY_NAMES,
    },
    {
      kind: 'serviceSecret',
      label: 'serviceSecret',
      basis: 'quoted',
      wordings: SECRET_WORDINGS,
      names: SECRET_NAMES,
    },
  ],
  others: [],
  traps: [],
  shopLabels: SHOP_LABELS,
  requiredApis: [],
  after: 'paste',
  saveButtons: [],
  test: null,
  pitfalls: [],
  notes: [{ ja: '3か月ごとに入れ直します。', en: 'To be entered again every three months.' }],
  sources: ['http://wasab.net/howto/worldswitch/setting/rakuten_api/'],
};
