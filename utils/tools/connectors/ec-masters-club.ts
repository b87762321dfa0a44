import { SHOP_LABELS } from './shop-labels.ts';
import type { Connector } from './type.ts';
import { KEY_NAMES, KEY_WORDINGS, SECRET_NAMES, SECRET_WORDINGS } from './wordings.ts';

export const ecMastersClub: Connector = {
  id: 'ec-masters-club',
  name: { ja: 'ECマスターズクラブ', en: 'EC Masters Club' },
  vendor: '日本ECサービス株式会社',
  surface: 'web',
  surfaceBasis: 'believed',
  menuPath: ['会員登録情報の確認', 'モールログイン情報【楽天】'],
  keyOwner: 'shop-app',
  vendorWords: [],
  page: {
    names: ['ECマスターズクラブ', 'ECマスターズ'],
    screens: ['会員登録情報の確認', '楽天会員情報', '楽天WebAPI利用設定'],
    hosts: ['ec-masters'],
  },
  fields: [
    {
      kind: 'serviceSecret',
      label: 'サービスシークレット',
      basis: 'quoted',
      wordings: SECRET_WORDINGS,
      names: SECRET_NAMES,
    },
    {
      kind: 'licenseKey',
      label: 'ライセンスキー',
      basis: 'quoted',
      wordings: KEY_WORDINGS,
      names: KEY_NAMES,
    },
  ],
  others: [],
  traps: [],
  shopLabels: SHOP_LABELS,
  requiredApis: ['license.expiryDate.get'],
  after: 'paste',
  syncsTo: ['lseg'],
  saveButtons: [],
  test: null,
  pitfalls: [
    {
      ja: 'キーの先頭や末尾の1文字が抜けていることがよくあります。',
      en: 'The first or last character of the key is often lost.',
    },
    {
      ja: 'RMSの利用機能編集は、確認画面でもう一度押すまで登録されません。',
      en: '利用機能編集 in RMS is not done until the button on its confirmation screen is pressed too.',
    },
    {
      ja: '「楽天WebAPI利用設定が間違っている、または『license.expiryDate.get』が有効になっていません。」と出たら、利用機能も確かめます。',
      en: 'If it says that 楽天WebAPI利用設定 is wrong or license.expiryDate.get not active, look at the functions too.',
    },
  ],
  notes: [
    {
      ja: 'ここに入れると、LSEGへ自動で同期されます（更新したときと毎日の夜間）。LSEGに入れ直す必要はありません。',
      en: 'It passes the key on to LSEG by itself (at once and every night): no need to enter it there.',
    },
    {
      ja: 'サービスシークレットは初回だけです（基本的に変わりません）。',
      en: 'The secret is entered once; as a rule it does not change.',
    },
  ],
  sources: [
    'https://ec-masters.notion.site/de9b25e477704724a9b4a0d9f4709aec',
    'https://ec-masters.net/help/articles/9970169174425',
  ],
};
