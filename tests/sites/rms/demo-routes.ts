import { HOSTS } from '../hosts.ts';
import { redirect } from '../lib/reply.ts';
import { route, type Route } from '../lib/router.ts';
import { forStaff } from './guard.ts';
import { logOut } from './login-routes.ts';
import type { Markup } from './model.ts';
import type { RmsWorld } from './world.ts';

const LIST = `https://${HOSTS.apps}/apisson/`;
const isMarkup = (text: string): text is Markup => ['a', 'b', 'c'].includes(text);

/** The links of the demo's bar. There only in the demo. */
export function demoRoutes(world: RmsWorld): Route[] {
  if (!world.guide) return [];
  const { options } = world;
  return [
    route(
      'GET',
      '/stand-in/markup/:markup',
      forStaff(world, ({ call, shop }) => {
        const markup = call.params['markup'] ?? '';
        if (isMarkup(markup)) shop.markup = markup;
        return redirect(LIST);
      }),
    ),
    route('GET', '/stand-in/broken', () => {
      options.tableBroken = !options.tableBroken;
      return redirect(LIST);
    }),
    route('GET', '/stand-in/maintenance', () => {
      options.maintenance = !options.maintenance;
      return redirect(LIST);
    }),
    route('GET', '/stand-in/logout', (call) => logOut(world, call)),
  ];
}
