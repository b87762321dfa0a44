import type { CarriedInfo } from '../../../utils/model/carry.ts';
import type { License, Shop } from '../../../utils/model/ledger.ts';
import type { Known } from '../../../utils/tools/desk-types.ts';

export const KEY = 'SL123456_abcdEFGH0123A9FR';
export const SECRET = 'SP123456_zyxwVUTS98765432';

const shop = (id: string, slug: string, name: string, digits: string): Shop => ({
  id,
  slug,
  name,
  digits,
  identified: true,
  namedByPerson: false,
  firstSeenAt: 0,
  lastSeenAt: 0,
});

const license = (id: string, appId: string): License => ({
  id,
  shopId: 'shop-a',
  appId,
  last4: 'A9FR',
  expiry: { on: '2027-02-18', basis: 'page' },
  conflict: null,
  state: 'active',
  stateText: '利用中',
  updateSeenSince: null,
  issuedSeenAt: null,
  firstSeenAt: 0,
  lastSeenAt: 0,
  missedReadings: 0,
  goneAt: null,
});

/** Two shops; the key's is `shop-a`. */
export const KNOWN: Known = {
  shops: [
    shop('shop-a', 'sample-shop', 'サンプル商店', '123456'),
    shop('shop-b', 'other-shop', 'よその商店', '654321'),
  ],
  apps: [
    { id: 'own', shopId: 'shop-a', developer: '店舗様', name: '自店舗利用', owner: 'shop' },
    {
      id: 'ne',
      shopId: 'shop-a',
      developer: 'NE株式会社',
      name: 'ネクストエンジン',
      owner: 'vendor',
    },
    {
      id: 'goq',
      shopId: 'shop-a',
      developer: '株式会社GoQSystem',
      name: 'GoQ System',
      owner: 'vendor',
    },
  ],
  licenses: [license('l-own', 'own'), license('l-ne', 'ne'), license('l-goq', 'goq')],
  bindings: [],
  placements: [],
  customTools: [],
};

const carried = (id: string, appId: string, hasSecret: boolean): CarriedInfo => {
  const app = KNOWN.apps.find((each) => each.id === appId);
  return {
    id,
    shopId: 'shop-a',
    appId,
    licenseId: `l-${appId}`,
    developer: app?.developer ?? null,
    app: app?.name ?? null,
    last4: 'A9FR',
    hasSecret,
    carriedAt: 0,
    idleUntil: 1_800_000,
    keepUntil: null,
    warnings: [],
  };
};

/** The carried keys of the tests, by id: `vendor` is ネクストエンジン's. */
export const carriedKey = {
  vendor: carried('vendor', 'ne', false),
  goq: carried('goq', 'goq', false),
  own: carried('own', 'own', true),
};
