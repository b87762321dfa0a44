import { Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import { routePath } from 'hono/route';
import { databaseTrouble } from './database/troubles.ts';
import { guardHost, guardOrigin } from './guards.ts';
import { register } from './http/register.ts';
import { errorFields } from './log.ts';
import { problem, Refusal } from './problems.ts';
import { handlersFor } from './routes/handlers.ts';
import type { CompanionEnv, Deps } from './types.ts';

/** The companion as one function from request to answer; no port, no process. */
export function createApp(deps: Deps): Hono<CompanionEnv> {
  const app = new Hono<CompanionEnv>();
  app.use(logged(deps), guardHost(deps.hostNames), guardOrigin);
  register(app, deps, handlersFor(deps));
  app.notFound((c) => problem(c, 'notFound'));
  app.onError((error, c) => {
    if (error instanceof Refusal) return problem(c, error.code);
    deps.log('error', 'failed', errorFields(error));
    return problem(c, databaseTrouble(error) ?? 'unexpected');
  });
  return app;
}

/** One line a request: the route as we wrote it, never the address or a header as they were sent. */
const logged = ({ log, clock, metrics }: Deps) =>
  createMiddleware<CompanionEnv>(async (c, next) => {
    const began = clock();
    await next();
    const { status } = c.res;
    const method = /^[A-Z]{1,10}$/.test(c.req.method) ? c.req.method : '?';
    const route = routePath(c, -1);
    const ms = clock() - began;
    metrics.request({ method, route, status, ms });
    log(status < 400 ? 'info' : 'warn', 'request', {
      method,
      route,
      status,
      ms,
      problem: c.get('problem') ?? null,
    });
  });
