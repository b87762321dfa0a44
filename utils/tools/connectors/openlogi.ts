import { SHOP_LABELS } from './shop-labels.ts';
import type { Connector } from './type.ts';
import { KEY_NAMES, KEY_WORDINGS } from './wordings.ts';

export const openlogi: Connector = {
  id: 'openlogi',
  name: { ja: 'オープンロジ', en: 'OPENLOGI' },
  surface: 'web',
  surfaceBasis: 'believed',
  menuPath: ['連携設定', '(楽天市場の店舗を選択)', '認証情報変更'],
  keyOwner: 'unknown',
  vendorWords: [],
  page: {
    names: ['オープンロジ', 'OPENLOGI'],
    screens: ['連携設定', '認証情報変更'],
    hosts: ['openlogi'],
  },
  fields: [
    {
      kind: 'licenseKey',
      label: 'LicenseKey',
      basis: 'quoted',
      wordings: KEY_WORDINGS,
      names: KEY_NAMES,
    },
  ],
  others: [],
  traps: [],
  shopLabels: SHOP_LABELS,
  requiredApis: ['itemapi_2.0.items.search'],
  after: 'paste',
  reissue: 'ok',
  saveButtons: [],
  test: null,
  pitfalls: [],
  notes: [
    {
      ja: '更新のときは LicenseKey だけを入れて保存します。',
      en: 'To renew, enter LicenseKey only, and save.',
    },
  ],
  sources: [
    'https://help.openlogi.com/print/faq/541?category_id=67&site_domain=default',
    'https://help.openlogi.com/faq/show/543',
  ],
};
