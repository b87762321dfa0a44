import { SHOP_LABELS } from './shop-labels.ts';
import type { Connector } from './type.ts';
import { EXPIRY_NAMES, EXPIRY_WORDINGS, KEY_NAMES, KEY_WORDINGS } from './wordings.ts';

export const matomaruEcTencho: Connector = {
  id: 'matomaru-ec-tencho',
  name: { ja: 'まとまるEC店長', en: 'Matomaru EC Tencho' },
  vendor: 'ブランジスタ (brangista.com)',
  surface: 'web',
  surfaceBasis: 'believed',
  menuPath: ['EC店長', '申込管理', '店舗管理', '(店舗を選択)', '編集'],
  keyOwner: 'vendor-app',
  vendorWords: ['EC店長', 'ブランジスタ'],
  page: {
    names: ['まとまるEC店長', 'EC店長'],
    screens: ['店舗管理', '申込管理'],
    hosts: ['ec-tencho'],
  },
  fields: [
    {
      kind: 'licenseKey',
      label: 'ライセンスキー',
      basis: 'prose',
      wordings: KEY_WORDINGS,
      names: KEY_NAMES,
    },
    {
      kind: 'expiresOn',
      label: '有効期間',
      basis: 'prose',
      wordings: ['有効期間', ...EXPIRY_WORDINGS],
      names: EXPIRY_NAMES,
    },
  ],
  others: [
    { kind: 'shopUrl', label: '店舗ID', basis: 'quoted' },
    { kind: 'shopUrl', label: '店舗URL', basis: 'quoted' },
    { kind: 'text', label: 'メール AUTH ID', basis: 'prose' },
  ],
  traps: [],
  shopLabels: SHOP_LABELS,
  requiredApis: [],
  after: 'paste',
  warnsBeforeExpiry: {
    ja: '入れた有効期間を過ぎると、トップページに警告が出ます（前の警告は書かれていません）。',
    en: 'Its top page warns once the date entered has passed; nothing is said of a warning before.',
  },
  saveButtons: ['実行'],
  test: { buttons: ['チェック'], ok: [], failed: ['API接続失敗'], unclear: [] },
  pitfalls: [
    {
      ja: '「ライセンスキーの先頭の店舗IDが不正です」と出たら、「メール AUTH ID」にキーの先頭の数字6桁を入れます。',
      en: 'If it says that the shop id at the head of the key is wrong, enter the first six digits of the key as メール AUTH ID.',
    },
    {
      ja: '「楽天から変更」を押すとRMSが別の画面で開きます。',
      en: '楽天から変更 opens RMS in another window.',
    },
  ],
  notes: [
    {
      ja: '有効期間は実際とずれても接続に影響しません。2〜3日前倒しで入れてもかまいません。',
      en: '有効期間 does not affect the link; it may be two or three days early.',
    },
    {
      ja: '「チェック」を押すと、その後にステータスが変わります。',
      en: 'Press チェック; the status changes after it.',
    },
    {
      ja: '「店舗ID」は rakuten.co.jp/ の後ろの部分です。',
      en: '店舗ID is the part after rakuten.co.jp/.',
    },
  ],
  sources: [
    'https://ec-tencho.liveagent.jp/466888-%E6%A5%BD%E5%A4%A9API%E3%81%AE%E6%9B%B4%E6%96%B0',
    'https://support.ec-tencho.jp/799007-%E2%91%A0-%E6%A5%BD%E5%A4%A9%E5%BA%97%E8%88%97%E7%AE%A1%E7%90%86',
    'https://support.ec-tencho.jp/310635-%E2%91%A1-%E6%A5%BD%E5%A4%A9API%E5%88%A9%E7%94%A8%E7%94%B3%E8%AB%8B',
    'https://ec-tencho.liveagent.jp/100239-%25E6%25A5%25BD%25E5%25A4%25A9%25E5%25B8%2582%25E5%25A0%25B4%25E6%25B3%25A8%25E6%2596%2587%25E5%258F%2596%25E8%25BE%25BC%25E8%25A8%25AD%25E5%25AE%259AAPI%25E8%25A8%25AD%25E5%25AE%259A',
  ],
};
