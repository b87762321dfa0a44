import { SHOP_LABELS } from './shop-labels.ts';
import type { Connector } from './type.ts';

export const rakubo: Connector = {
  id: 'rakubo',
  name: { ja: 'Rakubo', en: 'Rakubo' },
  surface: 'web',
  surfaceBasis: 'believed',
  menuPath: ['店舗', '(店舗名)'],
  keyOwner: 'unknown',
  vendorWords: [],
  page: { names: ['Rakubo'], screens: ['店舗管理', '店舗設定'], hosts: ['rakubo'] },
  fields: [],
  others: [
    { kind: 'shopId', label: '楽天店舗ID', basis: 'quoted' },
    { kind: 'text', label: '店舗管理名(非表示)', basis: 'quoted' },
    { kind: 'text', label: '店舗表示名', basis: 'quoted' },
    { kind: 'text', label: '長い店舗表示名', basis: 'quoted' },
  ],
  traps: [],
  shopLabels: SHOP_LABELS,
  requiredApis: [],
  saveButtons: [],
  test: null,
  pitfalls: [
    {
      ja: '楽天店舗IDと店舗URLは、登録した後に変えられません。',
      en: '楽天店舗ID and the shop URL cannot be changed once registered.',
    },
  ],
  notes: [
    {
      ja: 'キーを入れる欄は、公開されている説明にはありません。',
      en: 'Its public help shows no field for a key.',
    },
  ],
  sources: [
    'https://docs.rakubo.com/%E3%81%AF%E3%81%98%E3%82%81%E3%81%AB/%E3%81%94%E7%99%BB%E9%8C%B2%E6%83%85%E5%A0%B1/%E5%BA%97%E8%88%97%E7%AE%A1%E7%90%86/%E5%BA%97%E8%88%97%E8%A8%AD%E5%AE%9A%E3%81%AE%E7%B7%A8%E9%9B%86',
    'https://docs.rakubo.com/%E3%81%AF%E3%81%98%E3%82%81%E3%81%AB/%E3%81%94%E7%99%BB%E9%8C%B2%E6%83%85%E5%A0%B1/%E5%BA%97%E8%88%97%E7%AE%A1%E7%90%86/%E5%BA%97%E8%88%97%E3%81%AE%E8%BF%BD%E5%8A%A0',
  ],
};
