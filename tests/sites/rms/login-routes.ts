import { HOSTS } from '../hosts.ts';
import { page, redirect, withCookie } from '../lib/reply.ts';
import { route, type Route } from '../lib/router.ts';
import type { Call, Reply } from '../lib/types.ts';
import { loginPage } from './pages/bare.ts';
import { cookieFor, endSession, newSession } from './sessions.ts';
import type { RmsWorld } from './world.ts';

const HOME = `https://${HOSTS.mainMenu}/`;
const backOf = (text: string | null): string =>
  text !== null && /^https:\/\/[a-z-]+\.rms\.rakuten\.co\.jp\//.test(text) ? text : HOME;

function logIn(world: RmsWorld, call: Call): Reply {
  const { form } = call;
  const back = backOf(form.get('back'));
  const shop = world.shops.find(
    ({ loginId, password }) => loginId === form.get('login_id') && password === form.get('passwd'),
  );
  if (shop === undefined) {
    return page(loginPage(world, back, 'R-Login IDまたはパスワードが正しくありません。'));
  }
  return withCookie(redirect(back), cookieFor(newSession(world, shop.id)));
}

export function logOut(world: RmsWorld, call: Call): Reply {
  return withCookie(redirect(`https://${HOSTS.login}/?sp_id=1`), endSession(world, call));
}

/** R-Login at glogin. */
export const loginRoutes = (world: RmsWorld): Route[] => [
  route('GET', '/', ({ query }) => page(loginPage(world, backOf(query.get('back')), null))),
  route('POST', '/', (call) => logIn(world, call)),
];
