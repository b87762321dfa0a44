import { SHOP_LABELS } from './shop-labels.ts';
import type { Connector } from './type.ts';
import { KEY_NAMES, KEY_WORDINGS } from './wordings.ts';

export const tempostar: Connector = {
  id: 'tempostar',
  name: { ja: 'TEMPOSTAR', en: 'TEMPOSTAR' },
  surface: 'web',
  surfaceBasis: 'believed',
  menuPath: ['歯車', '連携ショップ基本設定', '楽天SKU'],
  keyOwner: 'unknown',
  vendorWords: [],
  page: {
    names: ['TEMPOSTAR'],
    screens: ['連携ショップ基本設定', '楽天API連携設定', '楽天SKU'],
    hosts: ['tempostar'],
  },
  fields: [
    {
      kind: 'licenseKey',
      part: { id: 'stock', name: { ja: '在庫', en: 'Stock' }, words: ['在庫'] },
      label: 'licenseKey',
      basis: 'prose',
      wordings: KEY_WORDINGS,
      names: KEY_NAMES,
    },
    {
      kind: 'licenseKey',
      part: { id: 'order', name: { ja: '受注', en: 'Orders' }, words: ['受注'] },
      label: 'licenseKey',
      basis: 'prose',
      wordings: KEY_WORDINGS,
      names: KEY_NAMES,
    },
    {
      kind: 'licenseKey',
      part: { id: 'item', name: { ja: '商品', en: 'Items' }, words: ['商品'] },
      label: 'licenseKey',
      basis: 'prose',
      wordings: KEY_WORDINGS,
      names: KEY_NAMES,
    },
  ],
  others: [],
  traps: [],
  shopLabels: SHOP_LABELS,
  requiredApis: [],
  after: 'paste',
  saveButtons: ['更新'],
  test: { buttons: ['接続確認'], ok: [], failed: [], unclear: [] },
  pitfalls: [
    {
      ja: 'キーの欄は「楽天API連携設定」の在庫・受注・商品の3か所にあります。3か所とも新しいキーにします。',
      en: 'The key stands in three places of 楽天API連携設定: stock, orders and items. All three take the new one.',
    },
  ],
  notes: [
    {
      ja: '「更新」はページのいちばん下にあります。',
      en: '更新 is at the very bottom of the page.',
    },
    { ja: '「接続確認」はいつでも押せます。', en: '接続確認 can be pressed at any time.' },
  ],
  sources: [
    'http://www.reuse-manual.work/tempostar/ts-order/api',
    'https://manual.tempostar.net/step1/',
  ],
};
