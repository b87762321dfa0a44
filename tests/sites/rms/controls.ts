import { ACTS, type ActName, type ActResult } from './acts.ts';
import { fillShop, makeApp, makeLicense, type AddLicense } from './add.ts';
import type { Markup, RmsApp, RmsEvent, RmsLicense, RmsOptions, RmsShop } from './model.ts';
import { everyLicense, licensesOf, shopOf, type Found, type RmsWorld } from './world.ts';

/** Which license: its last four characters, or words of its app's name or developer (the newest key then). */
export type Which = string;

export interface ShopControls {
  readonly state: RmsShop;
  setMarkup(markup: Markup): void;
  /** Throws where nothing or more than one app fits. */
  license(which: Which): Found;
  app(which: Which): RmsApp;
  /** A license of a new app, or one more of the app named alike. */
  addLicense(options?: AddLicense): Found;
  /** Takes the whole app away. */
  removeApp(which: Which): void;
  removeLicense(which: Which): void;
  addEvent(event: RmsEvent): void;
  /** A list of `count` licenses of as many apps, instead of what is there. */
  fill(count: number): void;
  issue(which: Which): ActResult;
  update(which: Which): ActResult;
  approve(which: Which): ActResult;
  stop(which: Which): ActResult;
  resume(which: Which): ActResult;
}

const newest = (app: RmsApp): RmsLicense => {
  const last = app.licenses.at(-1);
  if (last === undefined) throw new Error(`no license of ${app.name}`);
  return last;
};

function find(shop: RmsShop, which: Which): Found {
  const byKey = licensesOf(shop).find(({ license }) => license.key.slice(-4) === which);
  if (byKey !== undefined) return byKey;
  const apps = shop.apps.filter((a) => a.name.includes(which) || a.developer.includes(which));
  const [app] = apps;
  if (app === undefined || apps.length > 1) {
    throw new Error(`${apps.length} apps of ${shop.name} fit 「${which}」`);
  }
  return { shop, app, license: newest(app) };
}

function remove(shop: RmsShop, { app, license }: Found): void {
  app.licenses = app.licenses.filter((one) => one !== license);
  if (app.licenses.length === 0) shop.apps = shop.apps.filter((one) => one !== app);
}

export function shopControls(world: RmsWorld, shop: RmsShop): ShopControls {
  const act = (name: ActName) => (which: Which) => ACTS[name](world, find(shop, which));
  return {
    state: shop,
    setMarkup: (markup) => {
      shop.markup = markup;
    },
    license: (which) => find(shop, which),
    app: (which) => find(shop, which).app,
    addLicense: (options = {}) => {
      const app = makeApp(shop, options);
      return { shop, app, license: makeLicense(world, shop, app, options) };
    },
    removeApp: (which) => {
      const { app } = find(shop, which);
      shop.apps = shop.apps.filter((one) => one !== app);
    },
    removeLicense: (which) => remove(shop, find(shop, which)),
    addEvent: (event) => {
      shop.events.push(event);
    },
    fill: (count) => fillShop(world, shop, count),
    issue: act('issue'),
    update: act('update'),
    approve: act('approve'),
    stop: act('stop'),
    resume: act('resume'),
  };
}

/** The RMS stand-in in a test's hands. What a shop's control does, the shop that is logged in by default does too. */
export interface RmsControls extends ShopControls {
  readonly shops: readonly RmsShop[];
  /** By id or slug; the one logged in by default without. */
  shop(idOrSlug?: string): ShopControls;
  options(changes: Partial<RmsOptions>): void;
  maintenance(on: boolean): void;
  withholdPermission(on: boolean): void;
  breakTable(on?: boolean): void;
  identity(sources: Partial<RmsOptions['identity']>): void;
  /** Every browser is logged in to this shop at its next page. */
  login(idOrSlug: string): void;
  /** Every browser is logged out. */
  logout(): void;
  /** The keys that the next issues give out. */
  planKeys(...keys: string[]): void;
  /** Every key and secret that the stand-in knows: what must not be found anywhere. */
  allSecrets(): string[];
}

export function rmsControls(world: RmsWorld): RmsControls {
  const { options } = world;
  const first = shopOf(world, world.autoLogin ?? '');
  const set = (changes: Partial<RmsOptions>): void => void Object.assign(options, changes);
  return {
    ...shopControls(world, first),
    shops: world.shops,
    shop: (id = first.id) => shopControls(world, shopOf(world, id)),
    options: set,
    maintenance: (on) => set({ maintenance: on }),
    withholdPermission: (on) => set({ permissionWithheld: on }),
    breakTable: (on = true) => set({ tableBroken: on }),
    identity: (sources) => set({ identity: { ...options.identity, ...sources } }),
    login: (id) => {
      world.sessions.clear();
      world.loggedOut.clear();
      world.autoLogin = shopOf(world, id).id;
    },
    logout: () => {
      world.sessions.clear();
      world.autoLogin = null;
    },
    planKeys: (...keys) => void world.plannedKeys.push(...keys),
    allSecrets: () =>
      everyLicense(world).flatMap(({ app, license }) => [license.key, app.serviceSecret]),
  };
}
