import { SHOP_LABELS } from './shop-labels.ts';
import type { Connector } from './type.ts';

export const mallAssist: Connector = {
  id: 'mall-assist',
  name: { ja: 'モールアシスト', en: 'Mall Assist' },
  vendor: 'homeatlast.co.jp',
  surface: 'web',
  surfaceBasis: 'believed',
  menuPath: ['ショップ情報設定'],
  keyOwner: 'shop-app',
  vendorWords: [],
  page: { names: ['モールアシスト'], screens: ['ショップ情報設定'], hosts: ['homeatlast'] },
  fields: [],
  others: [
    { kind: 'shopId', label: 'ショップID', basis: 'quoted' },
    { kind: 'shopUrl', label: 'ショップURL', basis: 'quoted' },
    { kind: 'text', label: 'GOLD URL', basis: 'quoted' },
    { kind: 'text', label: '通知先メールアドレス', basis: 'quoted' },
  ],
  traps: [],
  shopLabels: SHOP_LABELS,
  requiredApis: [],
  saveButtons: [],
  test: null,
  pitfalls: [{ ja: '商品一括サービスの申込が条件です。', en: '商品一括サービス is needed.' }],
  notes: [
    {
      ja: 'ショップIDは受注番号の先頭6桁、ショップURLは rakuten.co.jp/〇〇〇/ の〇〇〇です。',
      en: 'ショップID is the first six digits of an order number, ショップURL the 〇〇〇 of rakuten.co.jp/〇〇〇/.',
    },
    {
      ja: 'キーを入れる欄は、公開されている説明にはありません。',
      en: 'Its public help shows no field for a key.',
    },
  ],
  sources: [
    'http://homeatlast.co.jp/manual/mallassist/trial/initialsetting/rakuten',
    'http://homeatlast.co.jp/manual/mallassist/shop-settings/setting',
  ],
};
