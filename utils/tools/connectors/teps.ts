import { SHOP_LABELS } from './shop-labels.ts';
import type { Connector } from './type.ts';
import { KEY_NAMES, KEY_WORDINGS, SECRET_NAMES, SECRET_WORDINGS } from './wordings.ts';

export const teps: Connector = {
  id: 'teps',
  name: { ja: 'TēPs', en: 'TēPs' },
  surface: 'web',
  surfaceBasis: 'believed',
  menuPath: ['コネクション'],
  keyOwner: 'shop-app',
  vendorWords: [],
  page: { names: ['TēPs'], screens: ['コネクション'], hosts: ['teps'] },
  fields: [
    {
      kind: 'serviceSecret',
      label: 'サービスシークレット',
      basis: 'prose',
      wordings: SECRET_WORDINGS,
      names: SECRET_NAMES,
    },
    {
      kind: 'licenseKey',
      label: 'ライセンスキー',
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
  saveButtons: [],
  test: null,
  pitfalls: [
    {
      ja: '新しいキーを発行したら、コネクションを作り直します。',
      en: 'After a new key the コネクション has to be made anew.',
    },
    {
      ja: '要る機能は使うノートごとに違います。商品APIは商品一括登録の申込が条件です。',
      en: 'The functions depend on the ノート in use; the item API needs 商品一括登録.',
    },
  ],
  notes: [
    {
      ja: '「Un Authorized」「Bad Request」は、キーの誤り・期限切れ・利用機能の不足のどれかです。',
      en: 'Un Authorized and Bad Request mean a wrong key, an expired one, or a missing function.',
    },
  ],
  sources: [
    'https://help.teps.io/rakuten-connection-error',
    'https://help.teps.io/%E6%A5%BD%E5%A4%A9%E5%B8%82%E5%A0%B4rms-%E5%90%84%E3%83%8E%E3%83%BC%E3%83%88%E5%88%A9%E7%94%A8%E6%99%82%E3%81%AE%E4%BA%8B%E5%89%8D%E8%A8%AD%E5%AE%9A',
  ],
};
