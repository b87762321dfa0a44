import { SHOP_LABELS } from './shop-labels.ts';
import type { Connector } from './type.ts';
import { KEY_NAMES, KEY_WORDINGS } from './wordings.ts';

export const relation: Connector = {
  id: 'relation',
  name: { ja: 'Re:lation', en: 'Re:lation' },
  vendor: 'ingage (ingage.jp)',
  surface: 'web',
  surfaceBasis: 'believed',
  menuPath: [],
  keyOwner: 'vendor-app',
  vendorWords: ['Re:lation', 'ingage'],
  page: { names: ['Re:lation'], screens: ['R-Messe'], hosts: ['relationapp'] },
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
    { ja: 'R-Messe連携オプションのキーです。', en: 'It is the key of the R-Messe option.' },
  ],
  notes: [
    {
      ja: '受信箱の管理者の権限が要ります。',
      en: 'The rights of an inbox administrator are needed.',
    },
  ],
  sources: [
    'https://faq.relationapp.jp/fa/support/web/knowledge12641.html?suid=5218f1f5-ec48-4081-9d10-3d383a0d6b22',
  ],
};
