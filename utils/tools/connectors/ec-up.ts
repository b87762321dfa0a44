import { SHOP_LABELS } from './shop-labels.ts';
import type { Connector } from './type.ts';
import { KEY_NAMES, KEY_WORDINGS } from './wordings.ts';

export const ecUp: Connector = {
  id: 'ec-up',
  name: { ja: 'EC-UP', en: 'EC-UP' },
  surface: 'web',
  surfaceBasis: 'believed',
  menuPath: ['ダッシュボード', 'ライセンスキー「変更」(右上)'],
  keyOwner: 'vendor-app',
  vendorWords: ['EC-UP'],
  page: { names: ['EC-UP'], screens: ['ダッシュボード'], hosts: ['ec-up'] },
  fields: [
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
  requiredApis: [],
  after: 'paste',
  reissue: 'ok',
  stopOldFirst: true,
  saveButtons: ['送信'],
  test: null,
  pitfalls: [
    {
      ja: '有効なキーは2つまでです。古いキーが残っていると発行がエラーになります。RMSで古いキーを「確認」>「利用停止」にしてから発行します。',
      en: 'Two valid keys at most: stop the old one in RMS (確認 > 利用停止) before a new one is issued, or issuing fails.',
    },
  ],
  notes: [
    {
      ja: 'アプリ名「EC-UP」の行がなければ、提供元へ問い合わせます。',
      en: 'If there is no row EC-UP, ask the vendor.',
    },
  ],
  sources: [
    'https://docs.channel.io/ec-up/ja/articles/%E3%83%A9%E3%82%A4%E3%82%BB%E3%83%B3%E3%82%B9%E3%82%AD%E3%83%BC%E3%81%AE%E6%9B%B4%E6%96%B0%E6%96%B9%E6%B3%95%E3%82%92%E6%95%99%E3%81%88%E3%81%A6%E3%81%8F%E3%81%9F%E3%81%95%E3%81%84-b88308fa',
  ],
};
