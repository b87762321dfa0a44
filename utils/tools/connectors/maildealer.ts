import { SHOP_LABELS } from './shop-labels.ts';
import type { Connector } from './type.ts';

export const maildealer: Connector = {
  id: 'maildealer',
  name: { ja: 'メールディーラー', en: 'Mail Dealer' },
  surface: 'web',
  surfaceBasis: 'said',
  menuPath: [
    '歯車アイコン',
    '管理設定',
    '環境設定',
    'メッセージ応対の設定',
    '楽天R-Messe',
    'アカウント設定の新規登録',
  ],
  keyOwner: 'vendor-app',
  vendorWords: ['メールディーラー', 'MailDealer'],
  page: {
    names: ['メールディーラー', 'MailDealer'],
    screens: ['楽天R-Messe', 'メッセージ応対の設定'],
    hosts: ['maildealer'],
  },
  fields: [],
  others: [],
  traps: [],
  shopLabels: SHOP_LABELS,
  requiredApis: [],
  warnsBeforeExpiry: {
    ja: '管理者のメールアドレスに「楽天R-Messe ライセンスキー更新のお願いメール」が届きます。',
    en: 'Administrators get the mail 楽天R-Messe ライセンスキー更新のお願いメール.',
  },
  saveButtons: [],
  test: null,
  pitfalls: [{ ja: 'R-Messe用のキーです。', en: 'It is the key for R-Messe.' }],
  notes: [
    {
      ja: '利用申請は「利用登録依頼フォーム」から行い、最大5営業日かかります。',
      en: 'Applying by 利用登録依頼フォーム takes up to 5 working days.',
    },
    { ja: 'メールボックス設定の権限が要ります。', en: 'The right to change mailboxes is needed.' },
  ],
  sources: [
    'https://support.maildealer.jp/config/message/',
    'https://r-support.maildealer.jp/config/basic',
    'https://support.maildealer.jp/config/startup/standard/',
  ],
};
