import { SHOP_LABELS } from './shop-labels.ts';
import type { Connector } from './type.ts';
import { KEY_NAMES, KEY_WORDINGS } from './wordings.ts';

export const robotIn: Connector = {
  id: 'robot-in',
  name: { ja: 'Robot-in', en: 'Robot-in' },
  vendor: 'HUNGLEAD (hunglead.com)',
  surface: 'web',
  surfaceBasis: 'believed',
  menuPath: [],
  keyOwner: 'vendor-app',
  vendorWords: ['Robot-in', 'ロボットイン'],
  page: { names: ['Robot-in', 'ロボットイン'], screens: [], hosts: ['robot-in'] },
  fields: [
    {
      kind: 'licenseKey',
      label: 'licenseKey',
      basis: 'quoted',
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
      ja: 'SKUプロジェクトに対応するには「システム企業ライセンス」への変更が要ります。',
      en: 'For SKU it has to be changed to システム企業ライセンス.',
    },
  ],
  notes: [
    {
      ja: 'アプリ一覧にRobot-inがなければ、RMS Service Squareの製品ページで「ライセンスキー発行専用」を申し込みます。',
      en: 'If the app list has no Robot-in, order ライセンスキー発行専用 on its page in RMS Service Square.',
    },
  ],
  sources: [
    'https://www.hunglead.com/robot-in-manual/rakuten-skuproject-ri.html',
    'https://www.hunglead.com/robotin_manual/',
  ],
};
