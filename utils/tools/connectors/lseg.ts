import { SHOP_LABELS } from './shop-labels.ts';
import type { Connector } from './type.ts';
import { KEY_NAMES, KEY_WORDINGS, SECRET_NAMES, SECRET_WORDINGS } from './wordings.ts';

export const lseg: Connector = {
  id: 'lseg',
  name: { ja: 'LSEG', en: 'LSEG' },
  surface: 'web',
  surfaceBasis: 'said',
  menuPath: ['楽天', '楽天設定'],
  keyOwner: 'shop-app',
  vendorWords: [],
  page: { names: ['LSEG'], screens: ['楽天設定'], hosts: ['l-seg'] },
  fields: [
    {
      kind: 'serviceSecret',
      label: 'サービスシークレット',
      basis: 'prose',
      wordings: SECRET_WORDINGS,
      names: SECRET_NAMES,
    },
    {
      kind: 'licenseKey',
      label: 'ライセンスキー',
      basis: 'prose',
      wordings: KEY_WORDINGS,
      names: KEY_NAMES,
    },
  ],
  others: [],
  traps: [],
  shopLabels: SHOP_LABELS,
  requiredApis: [
    'license.expiryDate.get',
    'rpay.order.getOrder',
    'rpay.order.searchOrder',
    'coupon.issue',
    'coupon.update',
    'coupon.delete',
    'coupon.search',
    'coupon.get',
    'cabinet.folder.insert',
    'cabinet.file.insert',
    'cabinet.files.search',
    'shop.category.get',
    'item.get',
    'shop.shopStatus.get',
    'itemapi_2.0.items.get',
    'category.item-mappings.get',
    'category.shop-categories.get',
    'category.category-set-lists.get',
    'category.category-trees.get',
  ],
  after: 'nothing',
  saveButtons: [],
  test: null,
  pitfalls: [],
  notes: [
    {
      ja: 'キーはECマスターズクラブの会員サイトから自動で同期されます。急ぐときだけ、LSEGの 楽天 > 楽天設定 で操作します。',
      en: 'The key comes from EC Masters Club by itself. Only in a hurry use 楽天 > 楽天設定 here.',
    },
    {
      ja: 'item.get は2025年以前の版の一覧にだけあります。',
      en: 'item.get stands in the list of versions before 2025 only.',
    },
  ],
  sources: [
    'https://ec-masters.notion.site/de9b25e477704724a9b4a0d9f4709aec',
    'https://ec-masters.notion.site/2-RMS-API-56b78c32e89b42b6a888469f46d13a83',
  ],
};
