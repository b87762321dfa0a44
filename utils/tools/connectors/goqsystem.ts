import { SHOP_LABELS } from './shop-labels.ts';
import type { Connector } from './type.ts';

export const goqsystem: Connector = {
  id: 'goqsystem',
  name: { ja: 'GoQSystem', en: 'GoQSystem' },
  surface: 'web',
  surfaceBasis: 'believed',
  menuPath: ['受注管理', '各種設定', 'モール詳細設定', '楽天市場'],
  keyOwner: 'vendor-app',
  vendorWords: ['GoQSystem', 'GoQ System', 'ごくシステム', 'ごくーシステム'],
  page: {
    names: ['GoQSystem', 'GoQ System', 'ごくーシステム'],
    screens: ['モール詳細設定', 'WEBAPI設定', 'RMS Service Square'],
    hosts: ['goqsystem'],
  },
  fields: [
    {
      kind: 'licenseKey',
      label: 'RMS Service Squareライセンスキー',
      basis: 'quoted',
      // Never 「ライセンスキー」 alone: the old fields stand beside it until GoQSystem ends them.
      wordings: ['RMS Service Squareライセンスキー', 'RMSサービススクエアライセンスキー'],
      names: [],
    },
  ],
  others: [{ kind: 'shopUrl', label: 'ショップURL', basis: 'quoted' }],
  traps: ['licenceKey', 'licenseKey', 'serviceSecret', 'ライセンスキー', 'サービスシークレット'],
  shopLabels: SHOP_LABELS,
  requiredApis: [],
  after: 'paste',
  recopyAfterUpdate: true,
  activation: { fromMinutes: 10, toMinutes: 30 },
  warnsBeforeExpiry: {
    ja: '受注管理画面にもお知らせが出ます。RMSでライセンス管理APIを「利用する」にしていることが条件です（旧方式の説明）。',
    en: 'Its order screen shows a notice too, if the licence management API is 利用する in RMS (said of the old way).',
  },
  stops: { ja: '受注の取り込みが止まります。', en: 'Orders stop arriving.' },
  saveButtons: ['設定を保存して次へ進む'],
  test: null,
  pitfalls: [
    {
      ja: '以前の serviceSecret と licenceKey の欄には入れません。切り替わるまで、その2つの欄は消さずに残してください。消すと受注の取り込みが止まります。',
      en: 'Leave the old serviceSecret and licenceKey fields as they are. Clearing them before the switch stops the orders.',
    },
    {
      ja: 'RMSで発行しただけでは連携しません。この欄に入れて保存するまで、前のキーのままです。',
      en: 'Issuing in RMS changes nothing here: until this field is filled and saved the old key stays in use.',
    },
  ],
  notes: [
    {
      ja: 'キーを替えた後10〜30分は、受注の取り込みができないことがあります。',
      en: 'For 10 to 30 minutes after a new key, orders may not arrive.',
    },
    {
      ja: 'アップデートの後も、もう一度キーを表示して貼り直す手順です。',
      en: 'After アップデートする, show the key again and fill it again.',
    },
  ],
  sources: [
    'https://goqsystem.com/manual/659',
    'https://goqsystem.com/blog/15827',
    'http://blog.goqsystem.com/2017/04/%E3%80%90%E6%A5%BD%E5%A4%A9%E3%80%91-%E5%8F%97%E6%B3%A8%E5%8F%96%E5%BE%97api%E3%83%A9%E3%82%A4%E3%82%BB%E3%83%B3%E3%82%B9%E3%82%AD%E3%83%BC%E3%81%AE%E6%9B%B4%E6%96%B0%E6%96%B9%E6%B3%95/',
    'https://blog.goqsystem.com/724',
  ],
};
