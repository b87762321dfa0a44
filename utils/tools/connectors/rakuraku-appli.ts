import { SHOP_LABELS } from './shop-labels.ts';
import type { Connector } from './type.ts';
import { KEY_NAMES, KEY_WORDINGS, SECRET_NAMES, SECRET_WORDINGS } from './wordings.ts';

export const rakurakuAppli: Connector = {
  id: 'rakuraku-appli',
  name: { ja: 'らくらくアプリ', en: 'Rakuraku Appli' },
  vendor: 'd-apri.com',
  surface: 'web',
  surfaceBasis: 'believed',
  menuPath: ['ショップ設定'],
  keyOwner: 'shop-app',
  vendorWords: [],
  page: { names: ['らくらくアプリ'], screens: ['ショップ設定'], hosts: ['d-apri'] },
  fields: [
    {
      kind: 'serviceSecret',
      label: '【RMS API】シークレットキー',
      basis: 'quoted',
      wordings: ['シークレットキー', ...SECRET_WORDINGS],
      names: SECRET_NAMES,
    },
    {
      kind: 'licenseKey',
      label: '【RMS API】ライセンスキー',
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
      ja: '要る機能はアプリごとに違います。「自動タイムセール」は shop.categories.get・shop.category.update・item.get・item.search・item.update・shop.dsgn.navitemplate.list.get の6つです。',
      en: 'The functions differ from app to app; 自動タイムセール needs shop.categories.get, shop.category.update, item.get, item.search, item.update and shop.dsgn.navitemplate.list.get.',
    },
  ],
  notes: [
    {
      ja: '受注APIを使うと、ライセンスキーに90日の期限が付きます（2016年頃の説明）。',
      en: 'With the order API the key ends after 90 days (help of about 2016).',
    },
  ],
  sources: [
    'http://develop.d-apri.com/support/help/rms_api.html',
    'http://develop.d-apri.com/manual/app/auto_sale.html',
  ],
};
