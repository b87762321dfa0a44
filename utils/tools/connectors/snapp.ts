import { SHOP_LABELS } from './shop-labels.ts';
import type { Connector } from './type.ts';

export const snapp: Connector = {
  id: 'snapp',
  name: { ja: 'snapp for 楽天市場', en: 'snapp for Rakuten Ichiba' },
  surface: 'vendor',
  surfaceBasis: 'believed',
  menuPath: [],
  keyOwner: 'vendor-app',
  vendorWords: ['snapp'],
  page: { names: ['snapp'], screens: [], hosts: ['snapp-100'] },
  fields: [],
  others: [],
  traps: [],
  shopLabels: SHOP_LABELS,
  requiredApis: [],
  after: 'tellVendor',
  reissue: 'never',
  saveButtons: [],
  test: null,
  pitfalls: [
    {
      ja: 'RMSでは「アップデートする」だけを押します。キーを再発行すると、サービスが使えなくなります。',
      en: 'Press only アップデートする in RMS. Issuing a new key stops the service.',
    },
    {
      ja: '誤って再発行したときは、新しいキーを提供元へ知らせます。',
      en: 'If one was issued by mistake, tell the vendor the new key.',
    },
  ],
  notes: [],
  sources: [
    'https://snapp-100.zendesk.com/hc/ja/articles/17459083463705--%E9%87%8D%E8%A6%81-2023%E5%B9%B44%E6%9C%8817%E6%97%A5-%E6%A5%BD%E5%A4%A9%E5%B8%82%E5%A0%B4API%E3%83%A9%E3%82%A4%E3%82%BB%E3%83%B3%E3%82%B9%E3%82%AD%E3%83%BC-%E6%89%BF%E8%AA%8D-%E3%81%AE%E3%81%8A%E9%A1%98%E3%81%84',
  ],
};
