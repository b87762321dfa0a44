import { SHOP_LABELS } from './shop-labels.ts';
import type { Connector } from './type.ts';
import { KEY_NAMES, KEY_WORDINGS } from './wordings.ts';

export const sunlogi: Connector = {
  id: 'sunlogi',
  name: { ja: 'サンロジ', en: 'Sunlogi' },
  vendor: 'sunseer',
  surface: 'web',
  surfaceBasis: 'believed',
  menuPath: ['外部連携設定', 'API連携設定', '新規登録'],
  keyOwner: 'unknown',
  vendorWords: [],
  page: {
    names: ['サンロジ'],
    screens: ['外部連携設定', 'API連携設定'],
    hosts: ['sunlogi', 'sunseer'],
  },
  fields: [
    {
      kind: 'licenseKey',
      label: 'ライセンスキー',
      basis: 'prose',
      wordings: KEY_WORDINGS,
      names: KEY_NAMES,
    },
  ],
  others: [
    { kind: 'choice', label: 'テンプレート', basis: 'quoted' },
    { kind: 'text', label: 'API名', basis: 'quoted' },
    { kind: 'shopUrl', label: '店舗URL', basis: 'quoted' },
  ],
  traps: [],
  shopLabels: SHOP_LABELS,
  requiredApis: [],
  after: 'paste',
  saveButtons: [],
  test: null,
  pitfalls: [],
  notes: [{ ja: '自動実行は10分に1回です。', en: 'It runs every 10 minutes.' }],
  sources: ['https://sunseer.notion.site/API-API-a2b9e2f0efd040c9ba035bb2a9cc40d4'],
};
