import { SHOP_LABELS } from './shop-labels.ts';
import type { Connector } from './type.ts';
import { KEY_NAMES, KEY_WORDINGS } from './wordings.ts';

export const sokuhan: Connector = {
  id: 'sokuhan',
  name: { ja: '速販', en: 'Sokuhan' },
  surface: 'desktop',
  surfaceBasis: 'believed',
  menuPath: [],
  keyOwner: 'vendor-app',
  vendorWords: ['速販'],
  page: { names: ['速販'], screens: [], hosts: ['sokuhan'] },
  fields: [
    {
      kind: 'licenseKey',
      label: 'APIライセンスキー',
      basis: 'prose',
      wordings: KEY_WORDINGS,
      names: KEY_NAMES,
    },
  ],
  others: [],
  traps: [],
  shopLabels: SHOP_LABELS,
  requiredApis: [],
  after: 'paste',
  reissue: 'ok',
  oldKeyWorksOn: true,
  saveButtons: [],
  test: null,
  pitfalls: [
    {
      ja: '自店用のキーではなく、アプリ登録者が速販の会社になっている行のキーです。',
      en: 'Not the key of your own app, but of the row whose developer is the company of 速販.',
    },
  ],
  notes: [
    {
      ja: '期限の前でも新しいキーを発行できます。古いキーは期限まで使えます。',
      en: 'A new key may be issued before the end; the old one works until its own.',
    },
    {
      ja: 'はじめてのときは「速販UX」マイページの 各種申請 > 楽天店舗URL申請 で店舗URLを申請し、承認のメールを待ちます。',
      en: 'The first time, apply with the shop URL in 速販UX (各種申請 > 楽天店舗URL申請) and wait for the mail of approval.',
    },
  ],
  sources: [
    'https://manual.sokuhan.jp/renkei/mallcart/rakuten/rakuten/',
    'https://manualc2.sokuhan.jp/manualc2/faq/faq-o58/',
    'https://manual.sokuhan.jp/renkei/mallcart/rakuten/api-set',
    'https://manual.sokuhan.jp/renkei/mallcart/rakuten/rakutenstart',
  ],
};
