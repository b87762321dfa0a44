import { functionsOf } from './functions.ts';
import { randomSigns, shopKey, shopSecret, vendorKey, vendorSecret } from './keys.ts';
import type { RmsApp, RmsLicense, RmsShop } from './model.ts';
import { licenseOf } from './seed.ts';
import type { RmsWorld } from './world.ts';

/** What to add. Everything may be left out: then it is a vendor's app with a date, in use. */
export interface AddLicense {
  owner?: 'shop' | 'vendor';
  developer?: string;
  app?: string;
  key?: string;
  last4?: string;
  /** Days until it ends, from the clock's today; negative = ended. */
  daysLeft?: number;
  /** false = RMS shows 「-」. */
  showsDate?: boolean;
  state?: 'active' | 'updateAvailable' | 'awaitingApproval' | 'expired' | 'stopped';
  /** Planted instead of what RMS would show. */
  shows?: RmsLicense['shows'];
  functions?: string[];
}

const sameName = (shop: RmsShop, developer: string, name: string): RmsApp | undefined =>
  shop.apps.find((app) => app.developer === developer && app.name === name);

/** The app named alike, or a new one at the end of the list. */
export function makeApp(shop: RmsShop, add: AddLicense): RmsApp {
  const owner = add.owner ?? 'vendor';
  const developer = add.developer ?? (owner === 'shop' ? '店舗様' : '株式会社サンプルシステム');
  const name = add.app ?? 'サンプル受注管理';
  const known = sameName(shop, developer, name);
  if (known !== undefined) return known;
  const app: RmsApp = {
    id: randomSigns(8),
    owner,
    developer,
    name,
    summary: '受注・在庫の管理を行うシステムです。',
    url: 'https://sample-system.example/',
    serviceSecret: owner === 'shop' ? shopSecret(shop.id) : vendorSecret(),
    showsDate: add.showsDate ?? true,
    functions: add.functions ?? functionsOf('rpay.order.', 'license.'),
    offered: [],
    licenses: [],
  };
  shop.apps.push(app);
  return app;
}

export function makeLicense(
  world: RmsWorld,
  shop: RmsShop,
  app: RmsApp,
  add: AddLicense,
): RmsLicense {
  const make = app.owner === 'shop' ? shopKey : vendorKey;
  const days = add.daysLeft ?? (add.state === 'expired' ? -3 : 45);
  const license: RmsLicense = {
    ...licenseOf(add.key ?? make(shop.id, add.last4), days, world.clock),
    shows: add.shows ?? {},
  };
  if (add.state === 'stopped' || add.state === 'awaitingApproval') license.phase = add.state;
  if (add.state === 'updateAvailable') app.offered = ['shop.shopStatus.get'];
  app.licenses.push(license);
  return license;
}

const KINDS = ['受注管理', '在庫連動', 'メール配信', '広告運用', '倉庫連携', 'レビュー分析'];

/** `count` licenses of as many apps, with every state among them and the same at every run. */
export function fillShop(world: RmsWorld, shop: RmsShop, count: number): void {
  const states = [
    'active',
    'active',
    'active',
    'updateAvailable',
    'awaitingApproval',
    'expired',
    'stopped',
  ] as const;
  shop.apps = [];
  for (let i = 0; i < count; i += 1) {
    const n = String(i + 1).padStart(4, '0');
    const state = states[i % states.length] ?? 'active';
    const add: AddLicense = {
      developer: `株式会社システム${n}`,
      app: `${KINDS[i % KINDS.length] ?? ''}アプリ ${n}`,
      last4: n,
      state,
      showsDate: i % 4 !== 1,
      ...(state === 'expired' ? {} : { daysLeft: i % 90 }),
    };
    makeLicense(world, shop, makeApp(shop, add), add);
  }
}
