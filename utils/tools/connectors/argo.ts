import { SHOP_LABELS } from './shop-labels.ts';
import type { Connector } from './type.ts';
import { KEY_NAMES, KEY_WORDINGS, SECRET_NAMES, SECRET_WORDINGS } from './wordings.ts';

export const argo: Connector = {
  id: 'argo',
  name: { ja: 'ARGO (argoport, 韓国)', en: 'ARGO' },
  surface: 'web',
  surfaceBasis: 'believed',
  menuPath: ['채널 생성'],
  keyOwner: 'shop-app',
  vendorWords: [],
  page: { names: ['ARGO', 'argoport'], screens: ['채널'], hosts: ['argoport'] },
  fields: [
    {
      kind: 'serviceSecret',
      label: 'serviceSecret',
      basis: 'prose',
      wordings: SECRET_WORDINGS,
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
  others: [{ kind: 'shopId', label: '쇼핑몰 ID', basis: 'prose' }],
  traps: [],
  shopLabels: SHOP_LABELS,
  requiredApis: ['license.expiryDate.get', 'itemapi_2.0.items.search'],
  after: 'paste',
  saveButtons: [],
  test: null,
  pitfalls: [
    {
      ja: 'アプリ名とショップIDは別のものです。',
      en: 'The name of the app and the shop id are different things.',
    },
  ],
  notes: [
    {
      ja: '90日ごとに変わるので、そのたびにチャネルの情報を直します。',
      en: 'It changes every 90 days: update the channel each time.',
    },
  ],
  sources: ['https://guide.argoport.com/selling-tool/rakuten-jp'],
};
