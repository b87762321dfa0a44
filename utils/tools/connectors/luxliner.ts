import { SHOP_LABELS } from './shop-labels.ts';
import type { Connector } from './type.ts';

export const luxliner: Connector = {
  id: 'luxliner',
  name: { ja: 'Luxliner', en: 'Luxliner' },
  surface: 'web',
  surfaceBasis: 'believed',
  menuPath: ['設定画面', '外部連携'],
  keyOwner: 'unknown',
  vendorWords: [],
  page: {
    names: ['Luxliner'],
    screens: ['外部連携', 'Chatwork連携', 'Zendesk連携'],
    hosts: ['luxliner'],
  },
  // Settings of other services: what the vault holds of them is filled, a Rakuten key never.
  fields: [
    {
      kind: 'apiToken',
      part: {
        id: 'chatwork',
        name: { ja: 'Chatwork', en: 'Chatwork' },
        words: ['Chatwork連携', 'Chatwork'],
      },
      label: 'APIトークン',
      basis: 'quoted',
      wordings: ['APIトークン'],
      names: [],
    },
    {
      kind: 'zendeskSubdomain',
      label: 'サブドメイン',
      basis: 'quoted',
      wordings: ['サブドメイン', 'Zendeskサブドメイン'],
      names: [],
    },
    {
      kind: 'zendeskEmail',
      label: 'メールアドレス',
      basis: 'quoted',
      wordings: ['メールアドレス', 'Zendeskメールアドレス'],
      names: [],
    },
    {
      kind: 'apiToken',
      part: {
        id: 'zendesk',
        name: { ja: 'Zendesk', en: 'Zendesk' },
        words: ['Zendesk連携', 'Zendesk'],
      },
      label: 'APIトークン',
      basis: 'quoted',
      wordings: ['APIトークン'],
      names: [],
    },
    {
      kind: 'listUrl',
      label: 'ネット商人登録用URL',
      basis: 'quoted',
      wordings: ['ネット商人登録用URL', '登録用URL'],
      names: [],
    },
    {
      kind: 'listPlan',
      label: 'ネット商人プランID',
      basis: 'quoted',
      wordings: ['ネット商人プランID', 'プランID'],
      names: [],
    },
  ],
  others: [
    { kind: 'switch', label: 'Chatwork連携の有効化', section: 'Chatwork連携', basis: 'quoted' },
    { kind: 'switch', label: '通知メールの停止', section: 'Chatwork連携', basis: 'quoted' },
    {
      kind: 'chatworkRoom',
      label: '一般的なイベントの通知先',
      section: 'Chatwork連携',
      basis: 'quoted',
    },
    {
      kind: 'chatworkRoom',
      label: '申し込みイベントの通知先',
      section: 'Chatwork連携',
      basis: 'quoted',
    },
    {
      kind: 'chatworkRoom',
      label: '決済イベントの通知先',
      section: 'Chatwork連携',
      basis: 'quoted',
    },
    {
      kind: 'chatworkRoom',
      label: '契約イベントの通知先',
      section: 'Chatwork連携',
      basis: 'quoted',
    },
    { kind: 'switch', label: 'Zendesk連携の有効化', section: 'Zendesk連携', basis: 'quoted' },
    {
      kind: 'switch',
      label: 'ネット商人連携の有効化',
      section: 'ネット商人Pro連携',
      basis: 'quoted',
    },
  ],
  traps: [],
  shopLabels: SHOP_LABELS,
  requiredApis: [],
  saveButtons: [],
  test: null,
  pitfalls: [
    {
      ja: '楽天のライセンスキーを入れる画面ではありません。ChatworkとZendeskのAPIトークンを入れます。',
      en: 'It takes no Rakuten license key, but the API tokens of Chatwork and Zendesk.',
    },
    {
      ja: '「APIトークン」はChatworkとZendeskの2か所にあります。節の見出しで見分けてください。',
      en: 'APIトークン stands in two places, Chatwork and Zendesk: tell them apart by the heading.',
    },
    {
      ja: 'Chatworkへの送信は5分間に300回までです。超えた通知はChatworkには届かず、再送もされません（メールは届きます）。',
      en: 'Chatwork takes 300 calls in 5 minutes. Notices beyond that never reach Chatwork (mail still goes out).',
    },
  ],
  notes: [
    {
      ja: '通知先に選べるのはグループチャットだけです。',
      en: 'Only group chats can be chosen as targets.',
    },
    {
      ja: 'Zendeskのサブドメインは「https://〇〇〇〇.zendesk.com」の〇〇〇〇の部分です。',
      en: 'The Zendesk subdomain is the 〇〇〇〇 of https://〇〇〇〇.zendesk.com.',
    },
    {
      ja: 'ネット商人（アルケミーメール）の連携は動作保証の対象外です。登録した内容の変更や削除はできません。',
      en: 'The ネット商人 link comes without any guarantee, and cannot change or remove what it registered.',
    },
  ],
  sources: ['https://luxliner.it-peaks.com/?p=358'],
};
