import { SHOP_LABELS } from './shop-labels.ts';
import type { Connector } from './type.ts';

export const shippinno: Connector = {
  id: 'shippinno',
  name: { ja: 'シッピーノ', en: 'Shippinno' },
  surface: 'web',
  surfaceBasis: 'believed',
  menuPath: ['ストア管理一覧'],
  keyOwner: 'unknown',
  vendorWords: [],
  page: { names: ['シッピーノ', 'Shippinno'], screens: ['ストア管理一覧'], hosts: ['shippinno'] },
  fields: [],
  others: [],
  traps: [],
  shopLabels: SHOP_LABELS,
  requiredApis: [],
  saveButtons: [],
  test: null,
  pitfalls: [],
  notes: [
    {
      ja: '対象はストア種別が「楽天市場」の店舗だけです。ネクストエンジン経由なら不要です。',
      en: 'Only for stores of the kind 楽天市場; not needed by way of Next Engine.',
    },
  ],
  sources: ['https://docs.shippinno.com/?p=3626'],
};
