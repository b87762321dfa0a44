import { SHOP_LABELS } from './shop-labels.ts';
import type { Connector } from './type.ts';
import { EXPIRY_NAMES, EXPIRY_WORDINGS, KEY_NAMES, KEY_WORDINGS } from './wordings.ts';

export const talosPos: Connector = {
  id: 'talos-pos',
  name: { ja: 'タロスPOS EC連動セット', en: 'Talos POS' },
  vendor: 'talos-net.com',
  surface: 'desktop',
  surfaceBasis: 'believed',
  menuPath: ['楽天連動', '楽天サイトID設定'],
  keyOwner: 'vendor-app',
  vendorWords: ['タロス'],
  page: { names: ['タロスPOS'], screens: [], hosts: [] },
  fields: [
    {
      kind: 'licenseKey',
      label: 'ライセンスキー',
      basis: 'quoted',
      wordings: KEY_WORDINGS,
      names: KEY_NAMES,
    },
    {
      kind: 'expiresOn',
      label: 'ライセンスキー有効期限',
      basis: 'quoted',
      wordings: EXPIRY_WORDINGS,
      names: EXPIRY_NAMES,
    },
  ],
  others: [],
  traps: [],
  shopLabels: SHOP_LABELS,
  requiredApis: [],
  after: 'paste',
  warnsBeforeExpiry: {
    ja: '期限切れ1週間以内に、楽天出品登録画面と一元出品画面を開くと警告が出ます。',
    en: 'In the last week, 楽天出品登録 and 一元出品 show a warning when opened.',
  },
  saveButtons: ['F12確定'],
  test: null,
  pitfalls: [
    {
      ja: 'サービスシークレットの欄がある画面は、自店用キーの旧方式です。',
      en: 'A screen with a field for the secret is the old way, with your own app’s key.',
    },
  ],
  notes: [{ ja: '確定はF12キーです。', en: 'F12 saves.' }],
  sources: [
    'http://aspsv1.talos-net.com/webposserviceCss/talos_nexmanual/rakuten/?q=licenseKey_saihakkou',
    'http://aspsv1.talos-net.com/webposserviceCss/talos_nexmanual/rakuten/?q=rakuten_IDsettei',
  ],
};
