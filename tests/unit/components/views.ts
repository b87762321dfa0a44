import type { LicenseView, ShopView } from '../../../utils/overview/types.ts';

/** A license of whom nothing is wanted; say what differs. */
export const view = (over: Partial<LicenseView> = {}): LicenseView => ({
  licenseId: 'l1',
  appId: 'a1',
  shopId: 's1',
  shopMark: '123456',
  developer: '株式会社GoQSystem',
  app: 'GoQ System',
  last4: 'IANT',
  expiresOn: '2026-12-06',
  daysLeft: 60,
  ageDays: null,
  state: 'active',
  stateText: '利用中',
  update: false,
  updateSinceDays: null,
  conflictOn: null,
  level: 'fine',
  need: null,
  replaced: false,
  seenAt: Date.parse('2026-12-04T10:12:00+09:00'),
  stale: false,
  connectorIds: [],
  works: null,
  apis: null,
  functions: null,
  retestAt: null,
  ...over,
});

export const shopView = (over: Partial<ShopView> = {}): ShopView => ({
  id: 's1',
  mark: '123456',
  label: '店舗A',
  pending: false,
  proposalShopId: null,
  readAt: null,
  level: 'fine',
  ...over,
});
