import { SHOP_LABELS } from './shop-labels.ts';
import type { Connector } from './type.ts';

export const ecStation: Connector = {
  id: 'ec-station',
  name: { ja: 'ECステーション', en: 'EC Station' },
  surface: 'web',
  menuPath: ['≡メニュー', 'ショップ情報', '楽天ショップ', 'その他設定'],
  keyOwner: 'shop-app',
  vendorWords: [],
  page: {
    names: ['ECステーション', 'EC Station'],
    screens: ['楽天ショップ', 'その他設定', '認証テスト'],
    hosts: ['ecsystem', 'ecstation', 'ec-station'],
  },
  fields: [
    {
      kind: 'serviceSecret',
      label: 'serviceSecret',
      basis: 'quoted',
      wordings: ['serviceSecret', 'サービスシークレット', 'Service Secret'],
      names: ['serviceSecret'],
    },
    {
      kind: 'licenseKey',
      label: 'licenseKey',
      basis: 'quoted',
      wordings: ['licenseKey', 'ライセンスキー', 'License Key'],
      names: ['licenseKey'],
    },
    {
      kind: 'expiresOn',
      label: '有効期限',
      basis: 'quoted',
      wordings: [
        '有効期限',
        'ライセンスキー有効期限',
        'ライセンスキーの有効期限',
        'licenseKey有効期限',
        'licenseKeyの有効期限',
      ],
      names: ['expiresOn', 'expiryDate', 'expireDate'],
    },
  ],
  traps: [],
  shopLabels: [...SHOP_LABELS, '楽天ショップ'],
  requiredApis: ['rpay.order.getOrder'],
  saveButtons: ['保存'],
  test: {
    buttons: ['認証テスト'],
    ok: ['成功しました', '認証テスト成功', '認証成功', '認証OK', '正常に認証'],
    failed: ['失敗しました', '認証テスト失敗', '認証失敗', '認証NG', 'エラー'],
    unclear: ['接続できません', '通信', 'タイムアウト', '時間をおいて', '集中', 'メンテナンス'],
  },
  notes: [
    {
      ja: '［認証テスト］でエラーが出ないことを確かめてから［保存］を押してください。',
      en: 'Press 認証テスト and see that there is no error before you press 保存.',
    },
    {
      ja: 'RMSの利用機能編集で rpay.order.getOrder が選ばれ、状態が「利用中」であることが必要です。',
      en: 'rpay.order.getOrder has to be selected in RMS (利用機能編集), and the state has to be 利用中.',
    },
    {
      ja: '止まるのは即返信Reメールと自動フォローメールです。',
      en: 'What stops is the instant reply and follow-up mails.',
    },
  ],
  sources: ['https://manual.ecsystem.jp/rakuten_api/'],
};
