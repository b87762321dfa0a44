import { html, type Html } from '../../lib/html.ts';
import { listModel } from '../list-model.ts';
import { brokenList } from '../lists/broken.ts';
import { classicList } from '../lists/classic.ts';
import { framedList } from '../lists/framed.ts';
import { lateList } from '../lists/late.ts';
import type { RmsShop } from '../model.ts';
import type { RmsWorld } from '../world.ts';
import { rmsPage } from './layout.ts';

const SCRIPTS = { a: ['filter-rows.js'], b: ['late-list.js'], c: [] } as const;

function body(world: RmsWorld, shop: RmsShop, query: URLSearchParams): Html {
  if (world.options.tableBroken) return brokenList();
  if (shop.markup === 'b') return lateList(world.options.lateMs);
  if (shop.markup === 'c') return framedList(query.toString());
  return classicList(listModel(world, shop, query));
}

/** アプリ一覧, in the shop's markup. */
export const appListPage = (world: RmsWorld, shop: RmsShop, query: URLSearchParams): Html =>
  rmsPage(world, shop, {
    title: 'アプリ一覧',
    guide: 'list',
    apiMenu: true,
    scripts: world.options.tableBroken ? [] : SCRIPTS[shop.markup],
    body: html`${body(world, shop, query)}`,
  });
