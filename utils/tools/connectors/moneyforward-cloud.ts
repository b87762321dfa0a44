import { SHOP_LABELS } from './shop-labels.ts';
import type { Connector } from './type.ts';
import { KEY_NAMES, KEY_WORDINGS, SECRET_NAMES, SECRET_WORDINGS } from './wordings.ts';

export const moneyforwardCloud: Connector = {
  id: 'moneyforward-cloud',
  name: { ja: 'マネーフォワード クラウド', en: 'Money Forward Cloud' },
  vendor: 'moneyforward.com',
  surface: 'web',
  surfaceBasis: 'believed',
  menuPath: [],
  keyOwner: 'shop-app',
  vendorWords: [],
  page: { names: ['マネーフォワード'], screens: [], hosts: ['moneyforward'] },
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
      label: 'ライセンスキー',
      basis: 'quoted',
      wordings: KEY_WORDINGS,
      names: KEY_NAMES,
    },
  ],
  others: [{ kind: 'shopUrl', label: '店舗URL', basis: 'prose' }],
  traps: [],
  shopLabels: SHOP_LABELS,
  requiredApis: ['rpay.order.getOrder', 'rpay.order.searchOrder'],
  after: 'paste',
  saveButtons: [],
  test: null,
  pitfalls: [],
  notes: [
    {
      ja: '店舗URLは www.rakuten.co.jp/XXX の XXX です。',
      en: 'The shop URL is the XXX of www.rakuten.co.jp/XXX.',
    },
  ],
  sources: ['https://biz.moneyforward.com/support/tax-return/faq/error/er10.html'],
};
