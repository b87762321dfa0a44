import { SHOP_LABELS } from './shop-labels.ts';
import type { Connector } from './type.ts';
import {
  EXPIRY_NAMES,
  EXPIRY_WORDINGS,
  KEY_NAMES,
  KEY_WORDINGS,
  SECRET_NAMES,
  SECRET_WORDINGS,
} from './wordings.ts';

export const ecStation: Connector = {
  id: 'ec-station',
  name: { ja: 'ECステーション', en: 'EC Station' },
  surface: 'web',
  surfaceBasis: 'believed',
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
      wordings: SECRET_WORDINGS,
      names: SECRET_NAMES,
    },
    {
      kind: 'licenseKey',
      label: 'licenseKey',
      basis: 'quoted',
      wordings: KEY_WORDINGS,
      names: KEY_NAMES,
    },
    {
      kind: 'expiresOn',
      label: '有効期限',
      basis: 'quoted',
      wordings: EXPIRY_WORDINGS,
      names: EXPIRY_NAMES,
    },
  ],
  others: [],
  traps: [],
  shopLabels: [...SHOP_LABELS, '楽天ショップ'],
  requiredApis: ['rpay.order.getOrder'],
  after: 'paste',
  stops: {
    ja: '即返信Reメールと自動フォローメールが止まります。',
    en: 'The instant reply and follow-up mails stop.',
  },
  saveButtons: ['保存'],
  test: {
    buttons: ['認証テスト'],
    ok: ['成功しました', '認証テスト成功', '認証成功', '認証OK', '正常に認証'],
    failed: ['失敗しました', '認証テスト失敗', '認証失敗', '認証NG', 'エラー'],
    unclear: ['接続できません', '通信', 'タイムアウト', '時間をおいて', '集中', 'メンテナンス'],
  },
  pitfalls: [
    {
      ja: 'RMSの利用機能編集で rpay.order.getOrder が選ばれ、状態が「利用中」であることが必要です。',
      en: 'rpay.order.getOrder has to be selected in RMS (利用機能編集), and the state has to be 利用中.',
    },
    {
      ja: 'キーの前後に半角スペースが付くと認証に失敗します。',
      en: 'A space before or after the key makes the test fail.',
    },
  ],
  notes: [
    {
      ja: '［認証テスト］でエラーが出ないことを確かめてから［保存］を押してください。',
      en: 'Press 認証テスト and see that there is no error before you press 保存.',
    },
    {
      ja: 'APIの設定だけでは動きません。メール送受信の設定と稼働の設定も要ります。',
      en: 'The API settings alone start nothing: the mail settings and the 稼働 setting are needed too.',
    },
    {
      ja: '要る機能は使うサービスで違います。チラシクリエイターは rpay.order.searchOrder・coupon.get・coupon.search も、ページクリエイターは item.update（商品一括登録の申込が条件）です。',
      en: 'Which functions are needed depends on the service: チラシクリエイター also rpay.order.searchOrder, coupon.get and coupon.search; ページクリエイター item.update (only with 商品一括登録).',
    },
  ],
  sources: ['https://manual.ecsystem.jp/rakuten_api/'],
};
