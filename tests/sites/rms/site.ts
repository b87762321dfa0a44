import { readFileSync } from 'node:fs';
import path from 'node:path';
import { HOSTS } from '../hosts.ts';
import { asset, page } from '../lib/reply.ts';
import { route, site, type Route } from '../lib/router.ts';
import type { Site } from '../lib/types.ts';
import { demoRoutes } from './demo-routes.ts';
import { detailRoutes } from './detail-routes.ts';
import { functionRoutes } from './function-routes.ts';
import { forStaff } from './guard.ts';
import { listRoutes } from './list-routes.ts';
import { loginRoutes, logOut } from './login-routes.ts';
import { mainMenuPage, settingsPage } from './pages/main-menu.ts';
import { portalPage } from './pages/portal.ts';
import type { RmsWorld } from './world.ts';

const CLIENT = path.join(import.meta.dirname, 'client');
const fileAsset = (file: string, type: string) => () =>
  asset(readFileSync(path.join(CLIENT, file)), type);

const assets: Route[] = [
  route('GET', '/assets/rms.css', fileAsset('rms.css', 'text/css')),
  ...['filter-rows.js', 'late-list.js', 'robot-check.js'].map((file) =>
    route('GET', `/assets/${file}`, fileAsset(file, 'text/javascript')),
  ),
  route('GET', '/rat/beacon.gif', () => asset('', 'image/gif')),
];

/** Host → pages. Both hosts of the app list answer it: which of them shows it is not known for sure (rms.md §3). */
export function rmsSites(world: RmsWorld): Record<string, Site> {
  const apps = [...functionRoutes(world), ...detailRoutes(world), ...listRoutes(world)];
  const common = [...assets, ...demoRoutes(world)];
  const menu = forStaff(world, ({ shop }) => page(mainMenuPage(world, shop)));
  return {
    [HOSTS.mainMenu]: site([
      ...common,
      route('GET', '/', menu),
      route('GET', '/auth/*', menu),
      route(
        'GET',
        '/settings',
        forStaff(world, ({ shop }) => page(settingsPage(world, shop))),
      ),
      route('GET', '/logout', (call) => logOut(world, call)),
    ]),
    [HOSTS.apps]: site([...common, ...apps]),
    [HOSTS.portal]: site([
      ...common,
      ...apps,
      route(
        'GET',
        '/merchant-portal/',
        forStaff(world, ({ shop }) => page(portalPage(world, shop))),
      ),
    ]),
    [HOSTS.login]: site([...common, ...loginRoutes(world)]),
  };
}
