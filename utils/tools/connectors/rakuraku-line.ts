import { SHOP_LABELS } from './shop-labels.ts';
import type { Connector } from './type.ts';
import { KEY_NAMES, KEY_WORDINGS, SECRET_NAMES, SECRET_WORDINGS } from './wordings.ts';

export const rakurakuLine: Connector = {
  id: 'rakuraku-line',
  name: { ja: 'らくらくライン', en: 'Rakuraku Line' },
  vendor: 'グリニッジ株式会社',
  surface: 'web',
  surfaceBasis: 'believed',
  menuPath: ['楽天', '楽天設定'],
  keyOwner: 'unknown',
  vendorWords: [],
  page: { names: ['らくらくライン'], screens: ['楽天設定'], hosts: ['greenwich'] },
  fields: [
    {
      kind: 'licenseKey',
      label: 'ライセンスキー',
      basis: 'prose',
      wordings: KEY_WORDINGS,
      names: KEY_NAMES,
    },
    {
      kind: 'serviceSecret',
      label: 'serviceSecret(サービスシークレット)',
      basis: 'prose',
      wordings: SECRET_WORDINGS,
      names: SECRET_NAMES,
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
    'shop.shopStatus.get',
    'itemapi_2.0.items.get',
    'category.item-mappings.get',
    'category.shop-categories.get',
    'category.category-set-lists.get',
    'category.category-trees.get',
  ],
  after: 'paste',
  saveButtons: ['保存'],
  test: { buttons: ['接続確認'], ok: ['成功'], failed: ['失敗'], unclear: [] },
  pitfalls: [
    {
      ja: '説明が2通りあります。アプリ登録者「店舗様」のキーとserviceSecretを入れる方式と、アプリ名「らくらくライン」のキーだけを入れる方式です。いま入っているキーがどちらかを確かめてください。',
      en: 'Its help knows two ways: the key and secret of your own app, or only the key of the app らくらくライン. See which one is in use.',
    },
  ],
  notes: [
    { ja: '「保存」は画面の右上です。', en: '保存 is at the top right.' },
    {
      ja: '通知メッセージを使う店舗は rpay.order.getPayment と shop.shopMaster.get も要ります。',
      en: 'Shops that use 通知メッセージ also need rpay.order.getPayment and shop.shopMaster.get.',
    },
    {
      ja: 'レビューの取得には、別にR-Loginの設定が要ります。',
      en: 'Reading reviews needs the R-Login settings besides.',
    },
  ],
  sources: ['https://line.greenwich.co.jp/?p=170'],
};
