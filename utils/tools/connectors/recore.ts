import { SHOP_LABELS } from './shop-labels.ts';
import type { Connector } from './type.ts';
import { KEY_NAMES, KEY_WORDINGS, SECRET_NAMES, SECRET_WORDINGS } from './wordings.ts';

export const recore: Connector = {
  id: 'recore',
  name: { ja: 'RECORE', en: 'RECORE' },
  surface: 'web',
  surfaceBasis: 'believed',
  menuPath: ['設定', 'ECアカウント'],
  keyOwner: 'shop-app',
  vendorWords: [],
  page: { names: ['RECORE'], screens: ['ECアカウント'], hosts: ['recore-pos'] },
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
  saveButtons: [],
  test: null,
  pitfalls: [
    {
      ja: 'RMSの利用機能編集は【確認する】の後に【登録する】まで押さないと保存されません。',
      en: '利用機能編集 in RMS is saved only by 登録する, after 確認する.',
    },
  ],
  notes: [{ ja: 'CSV商品一括編集の申込が条件です。', en: 'CSV商品一括編集 is needed.' }],
  sources: [
    'https://docs.channel.io/helprecore/ja/articles/%E6%A5%BD%E5%A4%A9%E3%81%A8%E3%81%AE%E7%B4%90%E4%BB%98%E3%81%91%E3%81%AB%E3%81%A4%E3%81%84%E3%81%A6%E5%88%9D%E6%9C%9F%E8%A8%AD%E5%AE%9A-bbafb839',
    'https://help.recore-pos.com/archives/1633',
  ],
};
