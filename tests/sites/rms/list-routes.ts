import { json, page } from '../lib/reply.ts';
import { route, type Route } from '../lib/router.ts';
import { forKeyStaff, forStaff } from './guard.ts';
import { listModel } from './list-model.ts';
import { frameDocument } from './lists/framed.ts';
import { appListPage } from './pages/list.ts';
import { newsPage, outagesPage } from './pages/news.ts';
import type { RmsWorld } from './world.ts';

/** アプリ一覧 in its three markups, and the pages of サポート beside it. */
export function listRoutes(world: RmsWorld): Route[] {
  const list = forKeyStaff(world, ({ call, shop }) => page(appListPage(world, shop, call.query)));
  return [
    route('GET', '/apisson', list),
    route('GET', '/apisson/', list),
    route(
      'GET',
      '/apisson/news',
      forStaff(world, ({ shop }) => page(newsPage(world, shop))),
    ),
    route(
      'GET',
      '/apisson/outages',
      forStaff(world, ({ shop }) => page(outagesPage(world, shop))),
    ),
    route(
      'GET',
      '/apisson/data/apps',
      forKeyStaff(world, ({ call, shop }) => json(listModel(world, shop, call.query))),
    ),
    route(
      'GET',
      '/apisson/frame',
      forKeyStaff(world, ({ call, shop }) =>
        page(frameDocument(listModel(world, shop, call.query))),
      ),
    ),
  ];
}
