import { SHOP_LABELS } from './shop-labels.ts';
import type { Connector } from './type.ts';
import { KEY_NAMES, KEY_WORDINGS, SECRET_NAMES, SECRET_WORDINGS } from './wordings.ts';

export const stockcrew: Connector = {
  id: 'stockcrew',
  name: { ja: 'STOCKCREW(SCシステム)', en: 'STOCKCREW' },
  surface: 'web',
  surfaceBasis: 'believed',
  menuPath: [],
  keyOwner: 'shop-app',
  vendorWords: [],
  page: { names: ['STOCKCREW', 'SCシステム'], screens: ['店舗設定'], hosts: ['stockcrew'] },
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
  requiredApis: [],
  after: 'paste',
  stops: { ja: 'API連携が解除されます。', en: 'The API link is undone.' },
  saveButtons: [],
  test: null,
  pitfalls: [
    { ja: '先に［店舗設定］でEC店舗を登録します。', en: 'Register the shop under 店舗設定 first.' },
  ],
  notes: [
    {
      ja: '「UnAuthorised」は、シークレットかキーの誤り、APIの未設定、期限切れのどれかです。',
      en: 'UnAuthorised means a wrong secret or key, functions not set, or an expired key.',
    },
  ],
  sources: [
    'https://knowledge.stockcrew.co.jp/help/api/rakuten/setting',
    'https://knowledge.stockcrew.co.jp/help/api/rakuten/attention',
  ],
};
