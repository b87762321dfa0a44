import { SHOP_LABELS } from './shop-labels.ts';
import type { Connector } from './type.ts';

export const crossMall: Connector = {
  id: 'cross-mall',
  name: { ja: 'CROSS MALL', en: 'CROSS MALL' },
  surface: 'web',
  surfaceBasis: 'believed',
  menuPath: ['システム設定', '店舗情報', '(店舗名)', '編集', 'API連携'],
  keyOwner: 'unknown',
  vendorWords: [],
  page: { names: ['CROSS MALL'], screens: ['店舗情報', 'API連携'], hosts: ['crossmall'] },
  fields: [],
  others: [],
  traps: [],
  shopLabels: SHOP_LABELS,
  requiredApis: [],
  after: 'paste',
  stopBeforeChange: {
    ja: 'キーを替える前に、注文データ受信と在庫データ送信を「停止」にし、止まったことを確かめます。替えてから再開します。',
    en: 'Before the key is changed, stop 注文データ受信 and 在庫データ送信 and see that they stopped; start them again afterwards.',
  },
  saveButtons: ['更新'],
  test: null,
  pitfalls: [
    {
      ja: '「編集」で《更新不可》が出たら、CSV処理 > サービス開始/停止 で注文データ受信と在庫データ送信を「停止」にしてからやり直します。',
      en: 'If 編集 shows 《更新不可》, stop both under CSV処理 > サービス開始/停止 and try again.',
    },
    {
      ja: '名前の似た「クロスマ」は別のツールです。',
      en: 'クロスマ is another tool with a similar name.',
    },
  ],
  notes: [
    {
      ja: 'エラーのときだけ「(CROSSMALL)楽天市場 在庫更新APIエラー」というメールが届きます。',
      en: 'It mails only when there is an error: (CROSSMALL)楽天市場 在庫更新APIエラー.',
    },
  ],
  sources: [
    'https://support.crossmall.jp/hc/ja/articles/4416738353561--%E6%A5%BD%E5%A4%A9%E5%B8%82%E5%A0%B4-%E5%9C%A8%E5%BA%AB%E6%9B%B4%E6%96%B0API%E3%82%A8%E3%83%A9%E3%83%BC%E3%81%8C%E7%99%BA%E7%94%9F%E3%81%97%E3%81%A6%E3%81%97%E3%81%BE%E3%81%A3%E3%81%9F',
    'https://support.crossmall.jp/hc/ja/articles/42728423139097--%E3%82%B9%E3%82%BF%E3%83%BC%E3%83%88%E6%BA%96%E5%82%99-%EF%BD%8Dakeshop-%E6%8E%A5%E7%B6%9A%E3%81%99%E3%82%8B%E3%81%9F%E3%82%81%E3%81%AB%E5%BF%85%E8%A6%81%E3%81%AA%E8%A8%AD%E5%AE%9A',
  ],
};
