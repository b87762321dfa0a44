import { Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import { routePath } from 'hono/route';
import { databaseTrouble } from './database/troubles.ts';
import { guardHost, guardOrigin, guardSize, guardType } from './guards.ts';
import { errorFields } from './log.ts';
import { problem } from './problems.ts';
import { devices } from './routes/devices.ts';
import { keyTests } from './routes/key-tests.ts';
import { pairings } from './routes/pairings.ts';
import type { CompanionEnv, Deps } from './types.ts';

/** The companion as one function from request to answer; no port, no process. */
export function createApp(deps: Deps): Hono<CompanionEnv> {
  const app = new Hono<CompanionEnv>();
  app.use(logged(deps), guardHost(deps.hostNames), guardOrigin, guardType, guardSize);
  app.get('/healthz', (c) => c.json({ status: 'ok' }));
  app.route('/v1/pairings', pairings(deps));
  app.route('/v1/devices', devices(deps));
  app.route('/v1/key-tests', keyTests(deps));
  app.notFound((c) => problem(c, 'notFound'));
  app.onError((error, c) => {
    deps.log('error', 'failed', errorFields(error));
    return problem(c, databaseTrouble(error) ?? 'unexpected');
  });
  return app;
}

/** One line a request: the route as we wrote it, never the address or a header as they were sent. */
const logged = ({ log, clock }: Deps) =>
  createMiddleware<CompanionEnv>(async (c, next) => {
    const began = clock();
    await next();
    c.header('cache-control', 'no-store');
    c.header('x-content-type-options', 'nosniff');
    const { status } = c.res;
    log(status < 400 ? 'info' : 'warn', 'request', {
      method: /^[A-Z]{1,10}$/.test(c.req.method) ? c.req.method : '?',
      route: routePath(c, -1),
      status,
      ms: clock() - began,
      problem: c.get('problem') ?? null,
    });
  });
