import { SHOP_LABELS } from './shop-labels.ts';
import type { Connector } from './type.ts';
import { KEY_NAMES, KEY_WORDINGS, SECRET_NAMES, SECRET_WORDINGS } from './wordings.ts';

export const imgUp: Connector = {
  id: 'img-up',
  name: { ja: 'IMG-UP', en: 'IMG-UP' },
  vendor: 'グリニッジ株式会社',
  surface: 'web',
  surfaceBasis: 'believed',
  menuPath: [],
  keyOwner: 'shop-app',
  vendorWords: [],
  page: { names: ['IMG-UP'], screens: [], hosts: ['img-up'] },
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
      label: 'ライセンスキー',
      basis: 'prose',
      wordings: KEY_WORDINGS,
      names: KEY_NAMES,
    },
  ],
  others: [],
  traps: [],
  shopLabels: SHOP_LABELS,
  requiredApis: [
    'license.expiryDate.get',
    'cabinet.file.delete',
    'cabinet.file.insert',
    'cabinet.file.update',
    'cabinet.folder.files.get',
    'cabinet.folders.get',
    'cabinet.usage.get',
    'itemapi_2.0.items.search',
    'itemapi_2.0.items.get',
    'itemapi_2.0.items.patch',
  ],
  after: 'paste',
  stops: {
    ja: '期限切れの間は連携できません。',
    en: 'The link does not work while the key has expired.',
  },
  saveButtons: [],
  test: null,
  pitfalls: [],
  notes: [
    {
      ja: 'serviceSecretはSP、ライセンスキーはSLで始まると説明されています。',
      en: 'Its help says that the secret begins with SP and the key with SL.',
    },
  ],
  sources: ['https://img-up.greenwich.co.jp/manual/1089_1252.html'],
};
