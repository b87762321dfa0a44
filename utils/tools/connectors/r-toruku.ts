import { SHOP_LABELS } from './shop-labels.ts';
import type { Connector } from './type.ts';

export const rToruku: Connector = {
  id: 'r-toruku',
  name: { ja: 'R-とるく', en: 'R-Toruku' },
  vendor: 'medio-inc.net',
  surface: 'desktop',
  surfaceBasis: 'believed',
  menuPath: [],
  keyOwner: 'shop-app',
  vendorWords: [],
  page: { names: ['R-とるく'], screens: [], hosts: [] },
  fields: [],
  others: [],
  traps: [],
  shopLabels: SHOP_LABELS,
  requiredApis: [
    'shop.shopMaster.get',
    'rpay.order.getOrder',
    'rpay.order.searchOrder',
    'rpay.order.updateOrderShipping',
  ],
  after: 'paste',
  activation: { fromMinutes: 10, toMinutes: 30 },
  saveButtons: [],
  test: null,
  pitfalls: [
    {
      ja: 'Ver.5.40から、ブラウザでのキー取得はなくなりました。更新後は手で貼り付けます。',
      en: 'Since version 5.40 it no longer fetches the key itself: paste it after a renewal.',
    },
    {
      ja: '発行の後、RMSの準備に10〜30分ほどかかります。',
      en: 'RMS needs 10 to 30 minutes after the issue.',
    },
  ],
  notes: [
    {
      ja: 'RMSの利用機能一覧で、4つが「利用中」になったことを確かめます。',
      en: 'See that the four functions are 利用中 in RMS.',
    },
  ],
  sources: ['https://www.medio-inc.net/r-task/RakutenPay-API.html'],
};
