import { SHOP_LABELS } from './shop-labels.ts';
import type { Connector } from './type.ts';
import { KEY_NAMES, KEY_WORDINGS, SECRET_NAMES, SECRET_WORDINGS } from './wordings.ts';

export const niwoOms: Connector = {
  id: 'niwo-oms',
  name: { ja: 'NIWO OMS', en: 'NIWO OMS' },
  vendor: 'Niwo Partners Inc',
  surface: 'web',
  surfaceBasis: 'believed',
  menuPath: ['OMS', 'System Settings', 'Platform Authorization', 'Rakktun', 'Add Authorization'],
  keyOwner: 'shop-app',
  vendorWords: [],
  page: {
    names: ['NIWO OMS', 'NIWO'],
    screens: ['Platform Authorization', 'Add Authorization'],
    hosts: ['usniwo'],
  },
  fields: [
    {
      kind: 'serviceSecret',
      label: 'serviceSecre',
      basis: 'prose',
      wordings: ['serviceSecre', ...SECRET_WORDINGS],
      names: SECRET_NAMES,
    },
    {
      kind: 'licenseKey',
      label: 'licenseKey',
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
      ja: '確認の次のページでもう一度押さないと有効になりません。',
      en: 'It is not active until the button on the page after the confirmation is pressed too.',
    },
  ],
  notes: [{ ja: 'メニューの綴りは「Rakktun」です。', en: 'The menu spells it Rakktun.' }],
  sources: ['https://usniwo.com/wms/help-center/authorize-rakuten-niwo-oms'],
};
