import { SHOP_LABELS } from './shop-labels.ts';
import type { Connector } from './type.ts';
import { KEY_NAMES, KEY_WORDINGS, SECRET_NAMES, SECRET_WORDINGS } from './wordings.ts';

export const logiless: Connector = {
  id: 'logiless',
  name: { ja: 'LOGILESS', en: 'LOGILESS' },
  surface: 'web',
  surfaceBasis: 'believed',
  menuPath: [],
  keyOwner: 'shop-app',
  vendorWords: [],
  page: { names: ['LOGILESS'], screens: [], hosts: ['logiless'] },
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
  stops: { ja: '自動連携が止まります。', en: 'The automatic link stops.' },
  saveButtons: [],
  test: null,
  pitfalls: [],
  notes: [
    {
      ja: 'RMSの利用機能は、各節の「すべて選択」ですべて「利用する」にします。',
      en: 'In RMS, set all functions to 利用する by すべて選択 in each section.',
    },
    {
      ja: '楽天SKUへ移行済みの店舗では、在庫APIは要りません。',
      en: 'Shops that moved to SKU need no stock API.',
    },
  ],
  sources: [
    'https://support.logiless.com/platforms/marketplace/rakuten/rakuten-api/',
    'https://preview-support.logiless.com/faq/12734',
    'https://support.logiless.com/faq/4884',
  ],
};
