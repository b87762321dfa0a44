import type { Clock } from '../../../utils/model/time.ts';
import {
  defaultOptions,
  type RmsApp,
  type RmsLicense,
  type RmsOptions,
  type RmsShop,
} from './model.ts';
import { seedShops } from './seed.ts';
import type { Session } from './sessions.ts';

/** Everything that the RMS stand-in remembers. */
export interface RmsWorld {
  clock: Clock;
  shops: RmsShop[];
  options: RmsOptions;
  sessions: Map<string, Session>;
  /** Cookies of browsers that a person logged out. */
  loggedOut: Set<string>;
  /** The shop that a browser without a session is logged in to; null = it sees the login page. */
  autoLogin: string | null;
  /** Keys to give out at the next issues, instead of random ones. */
  plannedKeys: string[];
  /** Shows the bar that says what to try. */
  guide: boolean;
}

export interface Found {
  shop: RmsShop;
  app: RmsApp;
  license: RmsLicense;
}

export function makeWorld(clock: Clock, guide: boolean): RmsWorld {
  const shops = seedShops(clock);
  return {
    clock,
    shops,
    options: defaultOptions(),
    sessions: new Map(),
    loggedOut: new Set(),
    autoLogin: shops[0]?.id ?? null,
    plannedKeys: [],
    guide,
  };
}

export const licensesOf = (shop: RmsShop): Found[] =>
  shop.apps.flatMap((app) => app.licenses.map((license) => ({ shop, app, license })));

export const everyLicense = (world: RmsWorld): Found[] => world.shops.flatMap(licensesOf);

/** By id or slug. */
export function shopOf(world: RmsWorld, idOrSlug: string): RmsShop {
  const shop = world.shops.find(({ id, slug }) => id === idOrSlug || slug === idOrSlug);
  if (shop === undefined) throw new Error(`the stand-in has no shop ${idOrSlug}`);
  return shop;
}

export function licenseById(shop: RmsShop, id: string): Found | null {
  return licensesOf(shop).find(({ license }) => license.id === id) ?? null;
}
