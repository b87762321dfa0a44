import { SHOP_LABELS } from './shop-labels.ts';
import type { Connector } from './type.ts';

export const sumaou: Connector = {
  id: 'sumaou',
  name: { ja: 'SUMAOU!', en: 'SUMAOU!' },
  surface: 'vendor',
  surfaceBasis: 'believed',
  menuPath: [],
  keyOwner: 'vendor-app',
  vendorWords: ['SUMAOU'],
  page: { names: ['SUMAOU'], screens: [], hosts: ['sumaou'] },
  fields: [],
  others: [],
  traps: [],
  shopLabels: SHOP_LABELS,
  requiredApis: [],
  saveButtons: [],
  test: null,
  pitfalls: [],
  notes: [
    {
      ja: 'RMSサービススクエアから申し込んだ場合は、申し込みと同時に承認済みです。店舗の承認は要りません。',
      en: 'Ordered in RMS Service Square it is approved at once, without the shop.',
    },
    {
      ja: '機能が増えたときに、追加の利用申請が届きます。',
      en: 'When functions are added, a further request for approval comes.',
    },
  ],
  sources: ['https://faq.sumaou.com/faq/rms-api-utilization-request'],
};
