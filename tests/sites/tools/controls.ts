import {
  findToolShop,
  type EcStationValues,
  type GoqValues,
  type NextEngineValues,
  type ToolShop,
  type ToolsState,
} from './model.ts';

/** One tool in a test's hands. A shop is named by the tool's number, its slug or its name. */
export interface ToolControls<Values> {
  readonly shops: readonly ToolShop<Values>[];
  /** What was saved last: a copy. The first shop without a name. */
  saved(shop?: string): Values;
  /** How often saving has worked. */
  saves(shop?: string): number;
  /** Changes what the tool holds, as if saved long ago. */
  set(shop: string, values: Partial<Values>): void;
  addShop(shop: { name: string; slug: string; saved?: Partial<Values> }): ToolShop<Values>;
}

export interface ToolsControls {
  nextEngine: ToolControls<NextEngineValues>;
  goqSystem: ToolControls<GoqValues>;
  ecStation: ToolControls<EcStationValues>;
}

function controls<V extends object>(shops: ToolShop<V>[], empty: V): ToolControls<V> {
  const find = (which: string): ToolShop<V> => {
    const shop = findToolShop(shops, which);
    if (shop === null) throw new Error(`the tool has no shop ${which}`);
    return shop;
  };
  return {
    shops,
    saved: (which = '1') => structuredClone(find(which).saved),
    saves: (which = '1') => find(which).saves,
    set: (which, values) => void Object.assign(find(which).saved, values),
    addShop: ({ name, slug, saved }) => {
      const id = String(shops.length + 1);
      const shop: ToolShop<V> = { id, name, slug, saved: { ...empty, ...saved }, saves: 0 };
      shops.push(shop);
      return shop;
    },
  };
}

export const toolsControls = (state: ToolsState): ToolsControls => ({
  nextEngine: controls(state.nextEngine, { shopUrl: '', licenseKey: '', uses: [] }),
  goqSystem: controls(state.goqSystem, {
    shopUrl: '',
    userId: '',
    squareKey: '',
    serviceSecret: '',
    licenceKey: '',
    days: '7',
    automatic: false,
  }),
  ecStation: controls(state.ecStation, { serviceSecret: '', licenseKey: '', expiresOn: '' }),
});
