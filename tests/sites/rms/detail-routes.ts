import { json, page, redirect } from '../lib/reply.ts';
import { route, type Route } from '../lib/router.ts';
import type { Handler, Reply } from '../lib/types.ts';
import { ACTS, isActName } from './acts.ts';
import { forKeyStaff, type Visit } from './guard.ts';
import { randomSigns } from './keys.ts';
import { notFoundPage } from './pages/bare.ts';
import { maskedPage } from './pages/masked.ts';
import { revealedPage } from './pages/revealed.ts';
import { mayAct, REVEALED_FOR } from './sessions.ts';
import { licenseById, type Found, type RmsWorld } from './world.ts';

export type LicenseHandler = (visit: Visit, found: Found) => Reply;

/** A page of one license of the shop that is logged in; another shop's is not found. */
export const ofLicense = (world: RmsWorld, handler: LicenseHandler): Handler =>
  forKeyStaff(world, (visit) => {
    const found = licenseById(visit.shop, visit.call.params['license'] ?? '');
    return found === null ? page(notFoundPage(world, visit.shop), 404) : handler(visit, found);
  });

export const addressOf = (found: Found): string => `/apisson/apps/${found.license.id}`;

const REFUSED = 'セキュリティチェックが確認できませんでした。チェックボックスを選択してください。';

function show(world: RmsWorld, { session }: Visit, found: Found): Reply {
  const { id } = found.license;
  const message = session.showOnce.get(id);
  if (message === undefined) return page(maskedPage(world, found, null));
  session.showOnce.delete(id);
  return page(revealedPage(world, found, message));
}

function check({ call, session }: Visit): Reply {
  const license = call.form.get('license') ?? '';
  const token = randomSigns(32);
  session.robotTokens.set(token, license);
  return json({ token });
}

function reveal(world: RmsWorld, { call, session }: Visit, found: Found): Reply {
  const token = call.form.get('token') ?? '';
  const passedFor = session.robotTokens.get(token);
  session.robotTokens.delete(token);
  if (passedFor !== found.license.id) return page(maskedPage(world, found, REFUSED));
  for (const { id } of found.app.licenses) {
    session.revealedUntil.set(id, world.clock() + REVEALED_FOR);
  }
  return page(revealedPage(world, found, null));
}

function act(world: RmsWorld, { call, session }: Visit, found: Found): Reply {
  const name = call.params['act'] ?? '';
  if (!isActName(name) || !mayAct(session, found.license.id, world.clock())) {
    return redirect(addressOf(found));
  }
  const { license, message } = ACTS[name](world, found);
  session.revealedUntil.set(license.id, world.clock() + REVEALED_FOR);
  session.showOnce.set(license.id, message);
  return redirect(addressOf({ ...found, license }));
}

/** ライセンス情報: masked, robot check, shown, and what a person does there. */
export const detailRoutes = (world: RmsWorld): Route[] => [
  route('POST', '/apisson/robot-check', forKeyStaff(world, check)),
  route(
    'GET',
    '/apisson/apps/:license',
    ofLicense(world, (v, f) => show(world, v, f)),
  ),
  route(
    'POST',
    '/apisson/apps/:license',
    ofLicense(world, (v, f) => reveal(world, v, f)),
  ),
  route(
    'POST',
    '/apisson/apps/:license/:act',
    ofLicense(world, (v, f) => act(world, v, f)),
  ),
];
