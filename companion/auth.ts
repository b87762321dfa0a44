import { createMiddleware } from 'hono/factory';
import { hashOf } from './codes.ts';
import { problem } from './problems.ts';
import type { Store } from './store/types.ts';
import type { CompanionEnv } from './types.ts';

const BEARER = /^Bearer ([A-Za-z0-9_-]{43})$/;

/**
 * Browsers leave the Origin out of what an extension only reads (GET to a host that it may reach). A web page
 * cannot do the same: the header with its token would make the browser ask us first, with its Origin.
 */
const isFrom = (paired: string | null, origin: string | undefined, method: string): boolean =>
  origin === undefined ? paired === null || method === 'GET' : origin === paired;

/**
 * Lets in paired devices only. A token from another Origin than at pairing was carried off: it is
 * answered like an unknown one, so that a thief learns nothing.
 */
export const requireDevice = (store: Store) =>
  createMiddleware<CompanionEnv>(async (c, next) => {
    const header = c.req.header('authorization');
    if (header === undefined) return problem(c, 'tokenMissing');
    const token = BEARER.exec(header)?.[1];
    const device = token === undefined ? null : await store.deviceByToken(hashOf(token));
    if (!device || !isFrom(device.origin, c.req.header('origin'), c.req.method)) {
      return problem(c, 'tokenUnknown');
    }
    if (device.revokedAt !== null) return problem(c, 'deviceRevoked');
    c.set('device', device);
    return next();
  });
