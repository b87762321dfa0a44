import { HOSTS } from '../../hosts.ts';
import { html, type Html } from '../../lib/html.ts';
import { slashDate } from '../../lib/jst.ts';
import { DAY } from '../../../../utils/model/time.ts';
import type { RmsShop } from '../model.ts';
import type { RmsWorld } from '../world.ts';
import { rmsPage } from './layout.ts';

const MENU: readonly (readonly [string, readonly string[]])[] = [
  [
    '店舗設定',
    [
      '商品登録・更新',
      '商品一括登録・更新・削除',
      '在庫表示設定',
      'カテゴリ設定',
      'デザイン設定',
      '基本情報設定',
      'R-Cabinet(画像登録)',
      'メルマガ・掲示板',
      '会社概要',
      'お買い物かご設定',
      '配送方法設定',
      'ポイント変倍設定',
    ],
  ],
  [
    '受注・決済',
    [
      '受注一覧',
      '注文検索',
      '発送後処理',
      'サブステータス設定',
      '請求額変更',
      '入金確認',
      'ラクマ連携',
      '決済方法設定',
      'キャンセル・返品',
      '受注データダウンロード',
      '注文確認メール設定',
      '送り状データ',
    ],
  ],
  [
    'データ分析',
    [
      '店舗カルテ',
      'アクセス・流入分析',
      '売上分析',
      '商品分析',
      '顧客分析',
      '広告効果測定',
      '検索順位',
      'ベンチマーク',
      'ダッシュボード',
      'レポート一覧',
      'RMSレポート',
      'データダウンロード',
    ],
  ],
  [
    '広告・アフィリエイト・楽天大学',
    [
      '広告(プロモーションメニュー)',
      'RPP広告',
      'クーポンアドバンス',
      'アフィリエイト',
      '楽天大学',
      '動画マニュアル',
      '勉強会申込',
      '広告予約状況',
      '請求確認',
      'TDA広告',
      'R-SNS',
      '店舗交流',
    ],
  ],
  [
    'コミュニケーション',
    [
      'R-Messe',
      'R-Mail',
      'レビューチェックツール',
      'クーポン',
      'お客様への返信',
      'テンプレート管理',
      'チャット設定',
      '自動応答',
      '問い合わせ履歴',
      '配信履歴',
      '配信停止一覧',
      'R-Backoffice',
    ],
  ],
  [
    '拡張サービス一覧',
    [
      '店舗様向け情報・サービス',
      '各種申請・設定変更',
      '業務支援サービス',
      'WEB APIサービス',
      '物流支援サービス',
      'オプション機能利用申込・解約',
      '店舗運営レポート',
      'RMSサービススクエア',
      '楽天スーパーロジスティクス',
      '金融サービス',
      '保険',
      '人材紹介',
    ],
  ],
];

const SETTINGS = `https://${HOSTS.mainMenu}/settings`;
const hrefOf = (name: string): string =>
  name === '各種申請・設定変更' || name === 'WEB APIサービス' ? SETTINGS : '#';

const NEWS = [
  '【重要】スーパーSALE開催に伴うサーバーメンテナンスのお知らせ',
  '【受注】サブステータスの表示改善について',
  '【R-Cabinet】画像容量の上限変更のお知らせ',
  '【決済】後払い決済の審査時間について',
  '【楽天大学】12月の講座スケジュール公開',
  '【物流】年末年始の配送遅延にともなうお願い',
  '【API】WEB APIサービス 障害情報(復旧済み)',
  '【商品】禁止商材の追加について',
];

const news = (world: RmsWorld): Html =>
  html` <table class="list" border="1" cellspacing="0" cellpadding="4" width="100%">
    <tr>
      <th>掲載日</th>
      <th>件名</th>
      <th>確認状況</th>
    </tr>
    ${NEWS.map(
      (title, i) =>
        html`<tr>
          <td>${slashDate(world.clock() - i * 3 * DAY)}</td>
          <td><a href="#">${title}</a></td>
          <td>${i < 2 ? '未読' : '既読'}</td>
        </tr>`,
    )}
  </table>`;

const figures = (world: RmsWorld): Html =>
  html` <table class="list" border="1" cellspacing="0" cellpadding="4" width="100%">
    <tr>
      <th>日付</th>
      <th>売上</th>
      <th>件数</th>
      <th>客単価</th>
      <th>転換率</th>
    </tr>
    ${Array.from(
      { length: 14 },
      (_, i) =>
        html`<tr>
          <td>${slashDate(world.clock() - (i + 1) * DAY)}</td>
          <td>${(184_300 + i * 9_137).toLocaleString('ja-JP')}円</td>
          <td>${31 + i}件</td>
          <td>${(5_940 - i * 53).toLocaleString('ja-JP')}円</td>
          <td>${(2.4 + i / 10).toFixed(2)}%</td>
        </tr>`,
    )}
  </table>`;

/** RMSメインメニュー: busy, and without a key on it. */
export const mainMenuPage = (world: RmsWorld, shop: RmsShop): Html =>
  rmsPage(world, shop, {
    title: 'RMSメインメニュー',
    guide: 'mainMenu',
    body: html`<div class="menu-columns">
        ${MENU.map(
          ([name, items]) =>
            html` <section class="panel">
              <h2>${name}</h2>
              <ul>
                ${items.map((item, i) => html`<li><a href="${hrefOf(item)}">${i + 1} ${item}</a></li>`)}
              </ul>
            </section>`,
        )}
      </div>
      <div class="two">
        <section class="panel">
          <h2>楽天からのお知らせ</h2>
          ${news(world)}
        </section>
        <section class="panel">
          <h2>直近の売上</h2>
          ${figures(world)}
        </section>
      </div>`,
  });

const REQUESTS: readonly (readonly [string, string, string])[] = [
  [
    '商材追加審査申請',
    '楽天市場でのお取り扱いにあたって事前に審査が必要な商材の審査の申請をします。申請対象や必要書類等、マニュアルに記載がございますので必ずご確認の上、ご申請ください。',
    '申請',
  ],
  [
    'マスコミ対応・プレスリリース申請',
    '楽天市場の出店者として新聞・雑誌等の取材を受けたり、プレスリリースを行う場合の事前申請をします。',
    '申請',
  ],
  [
    'SFTP/FTPサーバ用パスワード変更',
    '商品一括編集、楽天GOLD、R-Cabinet(画像登録)で利用するFTPサーバのパスワードを店舗様にて変更します。',
    '設定変更',
  ],
  [
    'WEB APIサービスアクセス許可設定',
    'WEB APIサービスの機能で、店舗様による自社開発アプリやRMSサービススクエア参加企業のアプリからの店舗様のRMS内のデータへのアクセスを許可し、楽天がシステムイベント通知を行うために必要な権限も付与します。',
    '設定変更',
  ],
];

/** 各種申請・設定変更 (seed 002, step 3): the way that staff take to アプリ一覧. */
export const settingsPage = (world: RmsWorld, shop: RmsShop): Html =>
  rmsPage(world, shop, {
    title: '各種申請・設定変更',
    guide: 'mainMenu',
    body: html`<p>
        申請について:
        楽天市場による審査や作業があります。各項目の説明および店舗運営Naviをご確認の上、申請ボタンより申請してください。<br />設定変更について:
        店舗様の作業のみで変更可能です。設定変更ボタンより対応してください。
      </p>
      <table class="list" border="1" cellspacing="0" cellpadding="4" width="100%">
        <tr>
          <th>申請名称</th>
          <th>説明</th>
          <th>申請</th>
        </tr>
        ${REQUESTS.map(
          ([name, about, word]) =>
            html`<tr>
              <td>${name}</td>
              <td>${about} <a href="#">詳しく見る&gt;&gt;</a></td>
              <td>
                <a
                  class="button"
                  href="${name.startsWith('WEB API') ? `https://${HOSTS.apps}/apisson/` : '#'}"
                  >${word}</a
                >
              </td>
            </tr>`,
        )}
      </table>`,
  });
