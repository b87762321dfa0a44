import type { Context, Hono } from 'hono';
import { requireDevice } from '../auth.ts';
import { bodyAs } from '../body.ts';
import type { Operation } from '../contract/operation.ts';
import { OPERATIONS } from '../contract/operations.ts';
import { guardSize, guardType } from '../guards.ts';
import { problem, SAFE_HEADERS } from '../problems.ts';
import type { CompanionEnv, Deps } from '../types.ts';
import type { Handler, Handlers, Written } from './call.ts';

/** Serves every operation by its handler: let in, parse, act, answer. */
export function register(app: Hono<CompanionEnv>, deps: Deps, handlers: Handlers): void {
  for (const [id, operation] of Object.entries(OPERATIONS) as [keyof Handlers, Operation][]) {
    serve(app, deps, operation, handlers[id] as unknown as Handler<Operation>);
  }
}

function serve(
  app: Hono<CompanionEnv>,
  { store }: Deps,
  operation: Operation,
  handler: Handler<Operation>,
): void {
  const path = operation.path.replace(/\{(\w+)\}/g, ':$1');
  const guards = [
    // A body that nobody asked for is not read at all.
    ...(operation.body ? [guardType, guardSize(operation.maxBody)] : []),
    ...(operation.who === 'device' ? [requireDevice(store)] : []),
  ];
  app.on(operation.method, [path], ...guards, (c) => answer(c, operation, handler));
}

const ID = /^[A-Za-z0-9-]{1,64}$/;

async function answer(
  c: Context<CompanionEnv>,
  operation: Operation,
  handler: Handler<Operation>,
): Promise<Response> {
  const id = c.req.param('id') ?? '';
  if (operation.path.includes('{') && !ID.test(id)) return problem(c, 'notFound');
  const query = queryOf(c, operation);
  if (query === undefined) return problem(c, 'badQuery');
  const body = operation.body === null ? null : await bodyAs(c, operation.body);
  if (operation.body !== null && body === null) return problem(c, 'badBody');
  const device = operation.who === 'device' ? c.get('device') : null;
  const origin = c.req.header('origin') ?? null;
  const said: unknown = await handler({ device, body, query, id, origin } as never);
  if (operation.status === 204) return c.body(null, 204, SAFE_HEADERS);
  const headers = { ...SAFE_HEADERS, 'content-type': contentType(operation.type) };
  return c.body(textOf(said), operation.status, headers);
}

function textOf(said: unknown): string {
  if (typeof said === 'string') return said;
  return isWritten(said) ? said.written : JSON.stringify(said);
}

const isWritten = (said: unknown): said is Written =>
  typeof said === 'object' && said !== null && 'written' in said;

const contentType = (type: Operation['type']): string =>
  type === 'application/json' ? type : `${type}; charset=utf-8`;

/** undefined = not what the operation takes. A name given twice is none that it knows. */
function queryOf(c: Context, { query }: Operation): unknown {
  const given = c.req.queries();
  if (Object.values(given).some((values) => values.length > 1)) return undefined;
  const single = Object.fromEntries(Object.entries(given).map(([name, [value]]) => [name, value]));
  if (query === null) return Object.keys(single).length === 0 ? null : undefined;
  const parsed = query.safeParse(single);
  return parsed.success ? parsed.data : undefined;
}
