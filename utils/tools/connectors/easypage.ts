import { SHOP_LABELS } from './shop-labels.ts';
import type { Connector } from './type.ts';
import { EXPIRY_NAMES, EXPIRY_WORDINGS, KEY_NAMES, KEY_WORDINGS } from './wordings.ts';

export const easypage: Connector = {
  id: 'easypage',
  name: { ja: 'EasyPage', en: 'EasyPage' },
  vendor: 'MQM (mqm.co.jp)',
  surface: 'web',
  surfaceBasis: 'believed',
  menuPath: ['EasyPage管理画面'],
  keyOwner: 'vendor-app',
  vendorWords: ['EasyPage'],
  page: { names: ['EasyPage'], screens: ['EasyPage管理画面'], hosts: [] },
  fields: [
    {
      kind: 'licenseKey',
      label: 'ライセンスキー',
      basis: 'prose',
      wordings: KEY_WORDINGS,
      names: KEY_NAMES,
    },
    {
      kind: 'expiresOn',
      label: '有効期限',
      basis: 'prose',
      wordings: EXPIRY_WORDINGS,
      names: EXPIRY_NAMES,
    },
  ],
  others: [],
  traps: [],
  shopLabels: SHOP_LABELS,
  requiredApis: [],
  after: 'paste',
  reissue: 'ok',
  warnsBeforeExpiry: {
    ja: '期限が切れる前に、お知らせのメールが届きます。',
    en: 'It mails before the end.',
  },
  stops: { ja: 'データの更新ができなくなります。', en: 'Its data can no longer be updated.' },
  saveButtons: [],
  test: null,
  pitfalls: [],
  notes: [],
  sources: ['https://mqm.co.jp/BlogDetail/8a4f9457-8f43-4406-8e77-d4e28eda15c8.html'],
};
