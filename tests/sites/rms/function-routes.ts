import { page, redirect } from '../lib/reply.ts';
import { route, type Route } from '../lib/router.ts';
import { addressOf, ofLicense, type LicenseHandler } from './detail-routes.ts';
import { ALL_FUNCTIONS } from './functions.ts';
import { confirmFunctionsPage, editFunctionsPage } from './pages/functions.ts';
import { mayAct } from './sessions.ts';
import type { RmsWorld } from './world.ts';

/** 利用機能編集 of the shop's own app: 確認する keeps a draft, only 登録する changes anything (rms.md §1). */
export function functionRoutes(world: RmsWorld): Route[] {
  const guarded = (handler: LicenseHandler) =>
    ofLicense(world, (visit, found) => {
      const own = found.app.owner === 'shop';
      const allowed = own && mayAct(visit.session, found.license.id, world.clock());
      return allowed ? handler(visit, found) : redirect(addressOf(found));
    });
  const edit: LicenseHandler = ({ session }, found) =>
    page(editFunctionsPage(world, found, session.draft.get(found.app.id) ?? found.app.functions));
  const confirm: LicenseHandler = ({ call, session }, found) => {
    const chosen = call.form.getAll('function').filter((name) => ALL_FUNCTIONS.includes(name));
    session.draft.set(found.app.id, chosen);
    return page(confirmFunctionsPage(world, found, chosen));
  };
  const register: LicenseHandler = ({ session }, found) => {
    found.app.functions = session.draft.get(found.app.id) ?? found.app.functions;
    session.draft.delete(found.app.id);
    session.showOnce.set(found.license.id, '利用機能を登録しました。');
    return redirect(addressOf(found));
  };
  return [
    route('GET', '/apisson/apps/:license/functions', guarded(edit)),
    route('POST', '/apisson/apps/:license/functions', guarded(confirm)),
    route('POST', '/apisson/apps/:license/functions/register', guarded(register)),
  ];
}
