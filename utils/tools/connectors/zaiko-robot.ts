import { SHOP_LABELS } from './shop-labels.ts';
import type { Connector } from './type.ts';
import { KEY_NAMES, KEY_WORDINGS } from './wordings.ts';

export const zaikoRobot: Connector = {
  id: 'zaiko-robot',
  name: { ja: 'zaiko Robot', en: 'zaiko Robot' },
  vendor: 'HUNGLEAD (hunglead.com)',
  surface: 'web',
  surfaceBasis: 'believed',
  menuPath: ['管理者情報', 'FTPアカウント◯ 楽天'],
  keyOwner: 'vendor-app',
  vendorWords: ['zaiko Robot'],
  page: {
    names: ['zaiko Robot'],
    screens: ['管理者情報', 'FTPアカウント', 'ショップ連動設定'],
    hosts: ['zaiko-robot'],
  },
  fields: [
    {
      kind: 'licenseKey',
      label: 'システム企業ライセンス',
      basis: 'quoted',
      wordings: ['システム企業ライセンス', ...KEY_WORDINGS],
      names: KEY_NAMES,
    },
  ],
  others: [
    { kind: 'text', label: '表示用ショップ名', basis: 'quoted' },
    { kind: 'choice', label: 'ショップ連動設定', basis: 'quoted' },
    { kind: 'choice', label: 'zaiko Robotコード生成ルール', basis: 'quoted' },
  ],
  traps: [],
  shopLabels: SHOP_LABELS,
  requiredApis: [],
  after: 'paste',
  saveButtons: [],
  test: null,
  pitfalls: [
    {
      ja: 'ほかの店舗のlicenseKeyのエラーで保存できないときは、その店舗の「ショップ連動設定」を「連動しない」にすると保存できます。',
      en: 'If another shop’s licenseKey error keeps it from saving, set ショップ連動設定 of that shop to 連動しない.',
    },
  ],
  notes: [
    {
      ja: '「システム企業ライセンス」を保存すると、「楽天側SKU移行前」などの表示と［楽天SKUデータ取得］が使えます。',
      en: 'After saving システム企業ライセンス the SKU state and 楽天SKUデータ取得 appear.',
    },
  ],
  sources: ['https://hunglead.com/zaiko-robot-manual/?p=962'],
};
