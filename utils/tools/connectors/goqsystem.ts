import { SHOP_LABELS } from './shop-labels.ts';
import type { Connector } from './type.ts';

export const goqsystem: Connector = {
  id: 'goqsystem',
  name: { ja: 'GoQSystem', en: 'GoQSystem' },
  surface: 'web',
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
  traps: ['licenceKey', 'licenseKey', 'serviceSecret', 'ライセンスキー', 'サービスシークレット'],
  shopLabels: SHOP_LABELS,
  requiredApis: [],
  saveButtons: ['設定を保存して次へ進む'],
  test: null,
  notes: [
    {
      ja: '以前の serviceSecret と licenceKey の欄には入れません。切り替わるまで、その2つの欄は消さずに残してください。消すと受注の取り込みが止まります。',
      en: 'Leave the old serviceSecret and licenceKey fields as they are. Clearing them before the switch stops the orders.',
    },
    {
      ja: 'キーを替えた後10〜30分は、受注の取り込みができないことがあります。',
      en: 'For 10 to 30 minutes after a new key, orders may not arrive.',
    },
    {
      ja: 'アップデートの後も、もう一度キーを表示して貼り直す手順です。',
      en: 'After アップデートする, show the key again and fill it again.',
    },
  ],
  sources: ['https://goqsystem.com/blog/15827', 'https://goqsystem.com/manual/659'],
};
