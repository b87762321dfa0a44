import { SHOP_LABELS } from './shop-labels.ts';
import type { Connector } from './type.ts';

export const biiino: Connector = {
  id: 'biiino',
  name: { ja: 'Biiino(ビーノ) for 楽天市場', en: 'Biiino' },
  surface: 'vendor',
  surfaceBasis: 'believed',
  menuPath: [],
  keyOwner: 'vendor-app',
  vendorWords: ['Biiino', 'ビーノ'],
  page: { names: ['Biiino', 'ビーノ'], screens: [], hosts: ['biiino'] },
  fields: [],
  others: [],
  traps: [],
  shopLabels: SHOP_LABELS,
  requiredApis: [],
  saveButtons: [],
  test: null,
  pitfalls: [
    {
      ja: '店舗が新しいキーを発行すると有効なキーが複数になり、ビーノ側と食い違って承認依頼の表示が消えません。提供元の案内なしに発行しないでください。',
      en: 'A new key issued by the shop makes several valid ones: Biiino no longer agrees, and the request for approval stays. Do not issue one unless they ask.',
    },
    {
      ja: '食い違ったときは、RMSの「過去の利用情報を見る」から古いキーを利用停止にします。',
      en: 'If it has happened, stop the old key under 過去の利用情報を見る in RMS.',
    },
  ],
  notes: [],
  sources: ['https://lab.biiino.com/faq/licensekey-update-error/'],
};
