import { SHOP_LABELS } from './shop-labels.ts';
import type { Connector } from './type.ts';
import { KEY_NAMES, KEY_WORDINGS, SECRET_NAMES, SECRET_WORDINGS } from './wordings.ts';

export const ecai: Connector = {
  id: 'ecai',
  name: { ja: 'ECAI', en: 'ECAI' },
  surface: 'web',
  surfaceBasis: 'believed',
  menuPath: ['コンテンツ', '外部連携', '楽天RMS', '連携する'],
  keyOwner: 'shop-app',
  vendorWords: [],
  page: { names: ['ECAI'], screens: ['外部連携', '楽天RMS'], hosts: ['ecai'] },
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
    'item.get',
    'item.search',
    'rpay.order.getOrder',
    'rpay.order.getSubStatusList',
    'rpay.order.searchOrder',
    'reserve.infoList.get',
  ],
  after: 'paste',
  saveButtons: ['保存する'],
  test: null,
  pitfalls: [
    {
      ja: '1つの楽天RMSにつながるLINE公式アカウントは1つだけです。',
      en: 'One RMS links to one LINE account only.',
    },
  ],
  notes: [
    {
      ja: '3か月ごとに、手で入れ直します。',
      en: 'To be entered again by hand every three months.',
    },
  ],
  sources: [
    'https://help.ecai.jp/?p=8984',
    'https://help.ecai.jp/tag/%E9%80%A3%E6%90%BA%E6%96%B9%E6%B3%95/',
  ],
};
