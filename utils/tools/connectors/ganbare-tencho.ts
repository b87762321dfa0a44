import { SHOP_LABELS } from './shop-labels.ts';
import type { Connector } from './type.ts';
import { KEY_NAMES, KEY_WORDINGS } from './wordings.ts';

export const ganbareTencho: Connector = {
  id: 'ganbare-tencho',
  name: { ja: '頑張れ店長', en: 'Ganbare Tencho' },
  surface: 'desktop',
  surfaceBasis: 'said',
  menuPath: ['楽天ペイ_注文取得', '基本設定'],
  keyOwner: 'vendor-app',
  vendorWords: ['頑張れ店長'],
  page: { names: ['頑張れ店長'], screens: [], hosts: [] },
  fields: [
    {
      kind: 'licenseKey',
      label: 'ライセンスキー',
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
  saveButtons: [],
  test: null,
  pitfalls: [
    {
      ja: '頭が6桁の店舗IDから始まるものがライセンスキーです。',
      en: 'The license key is the one that begins with the six digits of the shop id.',
    },
    {
      ja: '失敗すると赤い窓に「[ES01-01]Un-Authorised」と出ます。',
      en: 'On failure a red window says [ES01-01]Un-Authorised.',
    },
  ],
  notes: [],
  sources: ['https://www.ganbare-tencho.com/help/'],
};
