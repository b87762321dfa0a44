import { page, redirect, withCookie } from '../lib/reply.ts';
import type { Call, Handler, Reply } from '../lib/types.ts';
import { HOSTS } from '../hosts.ts';
import type { RmsShop } from './model.ts';
import { loginPage, maintenancePage, noPermissionPage } from './pages/bare.ts';
import { autoSession, cookieFor, sessionOf, type Session } from './sessions.ts';
import { shopOf, type RmsWorld } from './world.ts';

export interface Visit {
  call: Call;
  session: Session;
  shop: RmsShop;
}

export type VisitHandler = (visit: Visit) => Reply;

const addressOf = ({ request }: Call): string => `https://${request.host}${request.url}`;

// Logged out, RMS leads to glogin; a page that was posted to is come back to by its own address.
function toLogin(world: RmsWorld, call: Call): Reply {
  const back = addressOf(call);
  if (world.options.loginInPlace) return page(loginPage(world, back, null));
  const query = new URLSearchParams({ sp_id: '1', back });
  return redirect(`https://${HOSTS.login}/?${query.toString()}`);
}

/** A page that only a logged-in member of staff sees. */
export const forStaff =
  (world: RmsWorld, handler: VisitHandler): Handler =>
  (call) => {
    if (world.options.maintenance) return page(maintenancePage(world), 503);
    const known = sessionOf(world, call);
    const session = known ?? autoSession(world, call);
    if (session === null) return toLogin(world, call);
    const reply = handler({ call, session, shop: shopOf(world, session.shopId) });
    return known === null ? withCookie(reply, cookieFor(session)) : reply;
  };

/** A page that also needs the right to manage keys. */
export const forKeyStaff = (world: RmsWorld, handler: VisitHandler): Handler =>
  forStaff(world, (visit) =>
    world.options.permissionWithheld
      ? page(noPermissionPage(world, visit.shop), 403)
      : handler(visit),
  );
