import { SHOP_LABELS } from './shop-labels.ts';
import type { Connector } from './type.ts';
import { KEY_NAMES, KEY_WORDINGS } from './wordings.ts';

export const lisuto: Connector = {
  id: 'lisuto',
  name: { ja: 'LISUTO!', en: 'LISUTO!' },
  vendor: 'Lisuto (kb.lisuto.com)',
  surface: 'web',
  surfaceBasis: 'believed',
  menuPath: ['モール設定 / マーケットプレイス設定'],
  keyOwner: 'unknown',
  vendorWords: [],
  page: { names: ['LISUTO'], screens: ['モール設定', 'マーケットプレイス設定'], hosts: ['lisuto'] },
  fields: [
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
  warnsBeforeExpiry: {
    ja: '期限のお知らせはしないと明記されています。',
    en: 'It says that it does not warn.',
  },
  stops: {
    ja: '在庫の連動が止まって重複販売のおそれがあり、出品も停止もできません。',
    en: 'Stock is no longer kept in step (items may be sold twice), and nothing can be listed or stopped.',
  },
  saveButtons: [],
  test: null,
  pitfalls: [
    {
      ja: '「AuthError」は、キーの期限切れかもしれません。',
      en: 'AuthError may be an expired key.',
    },
  ],
  notes: [],
  sources: ['https://kb.lisuto.com/kb/ja/rakuten-faq-jp/'],
};
