import { SHOP_LABELS } from './shop-labels.ts';
import type { Connector } from './type.ts';
import { KEY_NAMES, KEY_WORDINGS, SECRET_NAMES, SECRET_WORDINGS } from './wordings.ts';

export const commerceRobo: Connector = {
  id: 'commerce-robo',
  name: { ja: 'コマースロボ', en: 'Commerce Robo' },
  vendor: 'コマースロボティクス',
  surface: 'web',
  surfaceBasis: 'believed',
  menuPath: [],
  keyOwner: 'shop-app',
  vendorWords: [],
  page: { names: ['コマースロボ'], screens: [], hosts: ['commerce-robotics'] },
  fields: [
    {
      kind: 'serviceSecret',
      label: 'サービスシークレット',
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
  others: [{ kind: 'shopUrl', label: 'ストア名', basis: 'quoted' }],
  traps: [],
  shopLabels: SHOP_LABELS,
  requiredApis: ['items.search'],
  after: 'paste',
  saveButtons: [],
  test: null,
  pitfalls: [
    {
      ja: 'items.search には「商品一括登録の申込が必要」と表示されますが、申し込まなくても使えます。',
      en: 'RMS says that items.search needs 商品一括登録; it works without.',
    },
    {
      ja: 'RMSの注文確認は「手動で注文確認を行う」にします。',
      en: 'Set 注文確認 in RMS to 手動で注文確認を行う.',
    },
  ],
  notes: [
    { ja: '管理者権限以上の利用者が行います。', en: 'To be done by an administrator.' },
    { ja: '「ストア名」には店舗URLを入れます。', en: 'ストア名 is the shop URL.' },
  ],
  sources: [
    'https://commerce-roboticshelp.zendesk.com/hc/ja/articles/21137613660441-%E6%A5%BD%E5%A4%A9-API-%E5%88%9D%E6%9C%9F%E8%A8%AD%E5%AE%9A-SKU%E3%83%97%E3%83%AD%E3%82%B8%E3%82%A7%E3%82%AF%E3%83%88%E7%A7%BB%E8%A1%8C%E6%B8%88%E3%81%BF%E3%81%AE%E6%96%B9',
  ],
};
