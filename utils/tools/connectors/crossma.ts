import { SHOP_LABELS } from './shop-labels.ts';
import type { Connector } from './type.ts';
import { KEY_NAMES, KEY_WORDINGS, SECRET_NAMES, SECRET_WORDINGS } from './wordings.ts';

export const crossma: Connector = {
  id: 'crossma',
  name: { ja: 'クロスマ', en: 'Crossma' },
  surface: 'web',
  surfaceBasis: 'believed',
  menuPath: ['設定', '初期設定', 'モール設定', '楽天設定'],
  keyOwner: 'shop-app',
  vendorWords: [],
  page: { names: ['クロスマ'], screens: ['楽天設定', 'モール設定'], hosts: ['crossma'] },
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
      label: 'サービスシークレット',
      basis: 'prose',
      wordings: SECRET_WORDINGS,
      names: SECRET_NAMES,
    },
  ],
  others: [{ kind: 'shopUrl', label: '店舗URL', basis: 'prose' }],
  traps: [],
  shopLabels: SHOP_LABELS,
  requiredApis: [],
  after: 'paste',
  reissue: 'ok',
  stopOldAfter: true,
  activation: { fromMinutes: 60, toMinutes: 90 },
  warnsBeforeExpiry: {
    ja: '期限が切れる前後に、管理画面とメールで知らせます。',
    en: 'It tells by screen and mail shortly before and after the end.',
  },
  saveButtons: ['この内容で更新'],
  test: null,
  pitfalls: [
    {
      ja: '新しいキーが使えるようになるまで1〜1.5時間かかります。時間を置いてから設定してください。',
      en: 'A new key takes 1 to 1.5 hours to wake up: set it after that.',
    },
  ],
  notes: [
    {
      ja: '新しいキーを発行したら、RMSで古いキーを利用停止にします（期限切れなら不要です）。',
      en: 'After a new key, stop the old one in RMS (unless it has expired).',
    },
    {
      ja: '更新のときは、サービスシークレットと店舗URLは変えません。',
      en: 'The secret and 店舗URL stay as they are.',
    },
  ],
  sources: [
    'https://crossma.jp/manual/api-rakuten-update',
    'https://crossma-media.com/manual/manual_7/355/',
    'https://crossma-media.com/manual/manual_1/%E9%80%A3%E5%8B%95%E8%A8%AD%E5%AE%9A/349/',
  ],
};
