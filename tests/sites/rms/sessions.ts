import { MINUTE, type Instant } from '../../../utils/model/time.ts';
import { lastTimeAt } from '../lib/jst.ts';
import type { Call } from '../lib/types.ts';
import { randomSigns } from './keys.ts';
import type { RmsWorld } from './world.ts';

const COOKIE = 'rms_sid';
// RMS logs everybody out at 5 a.m. (rms.md §3).
const LOGOUT_HOUR = 5;
export const REVEALED_FOR = 15 * MINUTE;

/** One browser's login: one shop at a time (rms.md §3). */
export interface Session {
  id: string;
  shopId: string;
  loggedInAt: Instant;
  /** Token of a robot check that was passed → the license it was passed for. Used once. */
  robotTokens: Map<string, string>;
  /** License → until when its acts are allowed, since its key was shown. */
  revealedUntil: Map<string, Instant>;
  /** Licenses to show open once: after an act, RMS shows the page with the key again. */
  showOnce: Map<string, string | null>;
  /** 利用機能編集 after 確認する, before 登録する: app → functions. */
  draft: Map<string, string[]>;
}

export function newSession(world: RmsWorld, shopId: string): Session {
  const session: Session = {
    id: randomSigns(24),
    shopId,
    loggedInAt: world.clock(),
    robotTokens: new Map(),
    revealedUntil: new Map(),
    showOnce: new Map(),
    draft: new Map(),
  };
  world.sessions.set(session.id, session);
  return session;
}

const cookie = (id: string): string =>
  `${COOKIE}=${id}; Domain=rms.rakuten.co.jp; Path=/; Secure; HttpOnly; SameSite=None`;

export const cookieFor = (session: Session): string => cookie(session.id);

/** The session of a call while it lasts: RMS ends every one at 5 a.m. JST. */
export function sessionOf(world: RmsWorld, call: Call): Session | null {
  const session = world.sessions.get(call.cookies.get(COOKIE) ?? '');
  if (session === undefined) return null;
  return session.loggedInAt >= lastTimeAt(LOGOUT_HOUR, world.clock()) ? session : null;
}

/** A session for a browser that has none, so that a test need not log in first. One that ended stays ended. */
export function autoSession(world: RmsWorld, call: Call): Session | null {
  const id = call.cookies.get(COOKIE) ?? '';
  if (world.autoLogin === null || world.loggedOut.has(id) || world.sessions.has(id)) return null;
  return newSession(world, world.autoLogin);
}

/** Logs a browser out. Gives the cookie by which it is known to have, so that nothing logs it in again by itself. */
export function endSession(world: RmsWorld, call: Call): string {
  const id = call.cookies.get(COOKIE) ?? randomSigns(24);
  world.sessions.delete(id);
  world.loggedOut.add(id);
  return cookie(id);
}

export const mayAct = (session: Session, licenseId: string, now: Instant): boolean =>
  (session.revealedUntil.get(licenseId) ?? 0) > now;
