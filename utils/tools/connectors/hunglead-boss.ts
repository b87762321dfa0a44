import { SHOP_LABELS } from './shop-labels.ts';
import type { Connector } from './type.ts';

export const hungleadBoss: Connector = {
  id: 'hunglead-boss',
  name: { ja: 'BOSS', en: 'BOSS' },
  vendor: 'ハングリード株式会社',
  surface: 'vendor',
  surfaceBasis: 'believed',
  menuPath: [],
  keyOwner: 'vendor-app',
  vendorWords: ['BOSS'],
  page: { names: ['BOSS'], screens: [], hosts: ['boss-oms'] },
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
      ja: '取得範囲の追加は、RMSで「アップデートする」を押します。一覧から「更新あり」が消えれば完了です。キーの入れ直しは説明に書かれていません。',
      en: 'When it asks for more, press アップデートする in RMS; done when 更新あり is gone. Nothing is said of entering the key again.',
    },
    {
      ja: '更新ありの間も、受注と出荷に影響はないと説明されています。',
      en: 'Orders and shipping are said to go on meanwhile.',
    },
  ],
  sources: ['https://manual.boss-oms.jp/rakuten_api_scope_change/?boss_pw=manual'],
};
