import { SHOP_LABELS } from './shop-labels.ts';
import type { Connector } from './type.ts';
import { KEY_NAMES, KEY_WORDINGS, SECRET_NAMES, SECRET_WORDINGS } from './wordings.ts';

export const smartship: Connector = {
  id: 'smartship',
  name: { ja: 'Smartship (Qxpress)', en: 'Smartship (Qxpress)' },
  vendor: 'Qxpress',
  surface: 'web',
  surfaceBasis: 'believed',
  menuPath: ['Smartship', 'Order', 'Sales Site API', 'API Setting'],
  keyOwner: 'shop-app',
  vendorWords: [],
  page: {
    names: ['Smartship', 'Qxpress'],
    screens: ['Sales Site API', 'API Setting'],
    hosts: ['qxpress'],
  },
  fields: [
    {
      kind: 'serviceSecret',
      label: 'serviceSecreat Key',
      basis: 'quoted',
      wordings: ['serviceSecreat Key', 'serviceSecret Key', ...SECRET_WORDINGS],
      names: SECRET_NAMES,
    },
    {
      kind: 'licenseKey',
      label: 'License Key',
      basis: 'quoted',
      wordings: KEY_WORDINGS,
      names: KEY_NAMES,
    },
  ],
  others: [{ kind: 'shopId', label: 'Shop ID', basis: 'quoted' }],
  traps: [],
  shopLabels: SHOP_LABELS,
  requiredApis: [],
  after: 'paste',
  saveButtons: ['Register'],
  test: { buttons: ['Test Connection'], ok: [], failed: [], unclear: [] },
  pitfalls: [],
  notes: [
    {
      ja: '［Test Connection］で確かめてから［Register］を押します。',
      en: 'Press Test Connection, then Register.',
    },
  ],
  sources: [
    'https://qxguide.oopy.io/f352129e-be5c-4774-91a5-d1e97a7bc516',
    'https://qxguide.oopy.io/935b060c-425d-4edd-9bdf-7fde4e5b74c4',
    'https://qxguide.oopy.io/94fe94e7-5de1-4380-9773-d8f730322e23',
  ],
};
