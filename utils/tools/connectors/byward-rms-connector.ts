import { SHOP_LABELS } from './shop-labels.ts';
import type { Connector } from './type.ts';

export const bywardRmsConnector: Connector = {
  id: 'byward-rms-connector',
  name: { ja: 'Byward Labs RMS(Shopify用)', en: 'Byward Labs RMS (for Shopify)' },
  vendor: 'Byward Labs',
  surface: 'web',
  surfaceBasis: 'believed',
  menuPath: ['RMS Account Settings', 'Update credentials'],
  keyOwner: 'unknown',
  vendorWords: [],
  page: {
    names: ['Byward Labs'],
    screens: ['RMS Account Settings', 'Update credentials'],
    hosts: ['bywardlabs'],
  },
  fields: [],
  others: [],
  traps: [],
  shopLabels: SHOP_LABELS,
  requiredApis: [],
  after: 'paste',
  saveButtons: [],
  test: null,
  pitfalls: [
    {
      ja: '［Disconnect］を押すと、公開中の商品がすべて非公開になります。更新では押しません。',
      en: 'Disconnect takes every published item down. Never press it to renew.',
    },
  ],
  notes: [
    {
      ja: '楽天のキーは3か月ごとに切れます。「Update credentials」で更新します。',
      en: 'The keys end every quarter; renew them under Update credentials.',
    },
  ],
  sources: [
    'https://bywardlabs.freshdesk.com/en/support/solutions/articles/61000056021-account-settings',
  ],
};
