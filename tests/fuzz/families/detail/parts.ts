import { fullKey } from '../../keys.ts';
import { makeKeys } from '../../make-truth.ts';
import type { KeyTruth } from '../../truth.ts';
import { recheckDates } from '../../truth.ts';
import type { Desk } from '../family.ts';

const APIS: [string, string][] = [
  ['rpay.order.searchOrder', '注文を検索することができます。'],
  [
    'rpay.order.getOrder',
    '注文の詳細情報を取得することができます。This function enables the acquisition of orders.',
  ],
  ['cabinet.file.delete', '画像IDを指定して画像を削除フォルダに移動することができます。'],
  ['shop.shopStatus.get', '特定のショップの移行状況や利用状況を確認できます。'],
  ['license.expiryDate.get', 'ライセンスキーの有効期限を取得することができます。'],
  ['item.search', '商品の状態を検索することができます。'],
  ['inventory.update', '在庫数を更新することができます（2025/04/01 提供開始）。'],
];

const SUMMARIES = [
  '多店舗の受注・在庫・商品を一元管理できます。',
  '有効期限の近いライセンスキーをお知らせするアプリです。状態: 利用中の店舗様が対象です。',
  '2014年10月6日リリース。導入実績1,200社。\n一括メール送信、送り状データの取込に対応。',
];

export interface DetailText {
  summary: string;
  url: string;
  /** The whole key, or what stands in its place. */
  key: string;
  /** serviceSecret, for a shop's own app. */
  secret: string | null;
}

/** Makes the truth of a detail page and the texts that stand on it. Some masked pages list two keys. */
export function makeDetail({ truth, pick, ink }: Desk): DetailText {
  const key = truth.keys[0];
  const stage = ink.choice('stage', pick.oneOf(['masked', 'shown', 'shown'] as const));
  const offered =
    stage === 'shown' &&
    key?.owner === 'vendor' &&
    (key.state === 'updateAvailable' || pick.bool(0.1));
  truth.keyCoverage = 'partial';
  truth.detail = {
    stage,
    updateOffered: offered,
    issuedNow:
      stage === 'shown' &&
      !offered &&
      key?.last4 !== null &&
      ink.knob('issuedNow', pick.bool(0.15)),
    apis: stage === 'shown' ? pick.some(APIS, pick.int(1, APIS.length)) : [],
  };
  if (stage === 'masked') {
    const other = ink.knob('twoKeys', pick.bool(0.2)) ? makeKeys(pick, 1) : [];
    truth.keys.push(...other);
    for (const k of truth.keys) [k.developer, k.app] = [null, null];
    truth.pageClasses = ['keys', 'robotCheck'];
    recheckDates(truth);
  }
  // The list says 更新あり, 承認状態 on this page may say 利用中 beside the offer (seen in a manual).
  if (offered && key && pick.bool(0.6)) {
    [key.state, key.stateText] = ['active', '利用中'];
  }
  if (offered && key?.state === 'active') key.orStates = ['updateAvailable'];
  const digits = truth.shopMaybe.digits;
  const whole = (k: KeyTruth): string =>
    k.last4 === null ? '-' : fullKey(pick, k.owner === 'shop' ? 'SL' : '', digits, k.last4);
  return {
    summary: pick.oneOf(SUMMARIES),
    url: pick.oneOf([
      'http://goqsystem.com/',
      'https://www.rakuten.co.jp/',
      'https://example.jp/?app=2025/05/26',
    ]),
    key: key ? whole(key) : '-',
    secret: key?.owner === 'shop' ? fullKey(pick, 'SP', digits, 'SPzz') : null,
  };
}

/** What RMS says where an update is offered (seed 002). */
export const UPDATE_TEXT =
  'アプリがアップデートされ、店舗情報へのアクセスが追加されました。このアプリによる、上記のデータアクセスを承認する場合には、「アップデートする」ボタンを選択してください。アップデートによる新しいAPIの追加により、ライセンスの有効期限が切れる場合があります。ご了承ください。アップデートしない場合でも、これまでご利用の機能は継続してご利用いただけます。';
