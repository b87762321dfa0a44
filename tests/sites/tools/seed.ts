import { slashDate } from '../lib/jst.ts';
import type { RmsApp, RmsShop } from '../rms/model.ts';
import type { RmsWorld } from '../rms/world.ts';
import type { ToolShop, ToolsState } from './model.ts';

const appOf = (shop: RmsShop, developer: string): RmsApp | undefined =>
  shop.apps.find((app) => app.developer === developer);
const keyOf = (app: RmsApp | undefined): string => app?.licenses.at(-1)?.key ?? '';

function inTool<V>(shops: readonly RmsShop[], values: (shop: RmsShop) => V): ToolShop<V>[] {
  return shops.map((shop, i) => ({
    id: String(i + 1),
    name: shop.name,
    slug: shop.slug,
    saved: values(shop),
    saves: 0,
  }));
}

/** Every tool knows every shop, and holds the keys that RMS shows now. */
export function seedTools({ shops, guide }: RmsWorld): ToolsState {
  return {
    guide,
    nextEngine: inTool(shops, (shop) => ({
      shopUrl: shop.slug,
      licenseKey: keyOf(appOf(shop, 'NE株式会社')),
      uses: ['受注'],
    })),
    goqSystem: inTool(shops, (shop) => ({
      shopUrl: shop.slug,
      userId: '',
      squareKey: keyOf(appOf(shop, '株式会社GoQSystem')),
      serviceSecret: '',
      licenceKey: '',
      days: '7',
      automatic: true,
    })),
    ecStation: inTool(shops, (shop) => {
      const own = appOf(shop, '店舗様');
      const license = own?.licenses.at(-1);
      return {
        serviceSecret: own?.serviceSecret ?? '',
        licenseKey: keyOf(own),
        expiresOn: license === undefined ? '' : slashDate(license.expiresAt),
      };
    }),
  };
}
