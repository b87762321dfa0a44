import { SHOP_LABELS } from './shop-labels.ts';
import type { Connector } from './type.ts';
import { EXPIRY_NAMES, EXPIRY_WORDINGS, KEY_NAMES, KEY_WORDINGS } from './wordings.ts';

export const tatempoGuide: Connector = {
  id: 'tatempo-guide',
  name: { ja: 'タテンポガイド', en: 'Tatempo Guide' },
  surface: 'web',
  surfaceBasis: 'believed',
  menuPath: ['システム', '共通設定', 'ECサイト', '楽天市場', 'ECサイト固有情報設定'],
  keyOwner: 'vendor-app',
  vendorWords: ['タテンポガイド'],
  page: { names: ['タテンポガイド'], screens: ['ECサイト固有情報設定'], hosts: ['tatempo'] },
  fields: [
    {
      kind: 'licenseKey',
      label: '【受注API・在庫API】新認証方式ライセンスキー',
      basis: 'quoted',
      wordings: ['【受注API・在庫API】新認証方式ライセンスキー', ...KEY_WORDINGS],
      names: KEY_NAMES,
    },
    {
      kind: 'expiresOn',
      label: '認証キー有効期限',
      basis: 'quoted',
      wordings: ['認証キー有効期限', ...EXPIRY_WORDINGS],
      names: EXPIRY_NAMES,
    },
  ],
  others: [
    {
      kind: 'shopUrl',
      label: '【API】ショップURL (受注・在庫・決済API利用時設定)',
      basis: 'quoted',
    },
    { kind: 'text', label: '認証キー', basis: 'quoted' },
  ],
  traps: ['認証キー'],
  shopLabels: SHOP_LABELS,
  requiredApis: [],
  after: 'paste',
  saveButtons: ['保存'],
  test: null,
  pitfalls: [
    {
      ja: '在庫APIを使うときは、「認証キー」と「認証キー有効期限」に仮の値でも入れておかないと動きません。',
      en: 'With the stock API, 認証キー and 認証キー有効期限 need some value, or it does not work.',
    },
    {
      ja: '承認待ちが利用中になってから、キーを入れます。',
      en: 'Enter the key once 承認待ち has become 利用中.',
    },
  ],
  notes: [{ ja: 'はじめはすべてのAPIが使用停止です。', en: 'At first all functions are off.' }],
  sources: ['https://help.tatempo.guide/raku_webapi', 'https://help.tatempo.guide/raku_api_koyu/'],
};
