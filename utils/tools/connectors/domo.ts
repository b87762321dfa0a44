import { SHOP_LABELS } from './shop-labels.ts';
import type { Connector } from './type.ts';
import { KEY_NAMES, KEY_WORDINGS, SECRET_NAMES, SECRET_WORDINGS } from './wordings.ts';

export const domo: Connector = {
  id: 'domo',
  name: {
    ja: 'Domo (Rakuten Merchant Server コネクター)',
    en: 'Domo (Rakuten Merchant Server connector)',
  },
  vendor: 'Domo',
  surface: 'web',
  surfaceBasis: 'believed',
  menuPath: ['Data Center', 'コネクター', '認証情報'],
  keyOwner: 'shop-app',
  vendorWords: [],
  page: {
    names: ['Domo'],
    screens: ['Data Center', 'Rakuten Merchant Server', 'コネクター'],
    hosts: ['domo'],
  },
  fields: [
    {
      kind: 'serviceSecret',
      label: 'serviceSecret',
      basis: 'quoted',
      wordings: SECRET_WORDINGS,
      names: SECRET_NAMES,
    },
    {
      kind: 'licenseKey',
      label: 'licenseKey',
      basis: 'quoted',
      wordings: KEY_WORDINGS,
      names: KEY_NAMES,
    },
  ],
  others: [],
  traps: [],
  shopLabels: SHOP_LABELS,
  requiredApis: [
    'license.expiryDate.get',
    'purchaseitem.searchOrderItem',
    'purchaseitem.getOrderItem',
    'rpay.order.searchOrder',
    'rpay.order.getOrder',
  ],
  after: 'paste',
  saveButtons: [],
  test: null,
  pitfalls: [],
  notes: [{ ja: 'RMSで各APIを「in use」にします。', en: 'Set the functions to in use in RMS.' }],
  sources: ['https://www.domo.com/docs/ja/s/article/000005249'],
};
