import { openApiOf } from '../contract/openapi.ts';
import { OPERATIONS } from '../contract/operations.ts';
import type { Handlers } from '../http/call.ts';
import { Refusal } from '../problems.ts';
import type { Deps } from '../types.ts';

/** Is it alive, is it ready, what does it count, what does it offer. */
export function serviceHandlers({
  store,
  metrics,
  stopping,
}: Deps): Pick<Handlers, 'health' | 'ready' | 'metrics' | 'openapi'> {
  // Made when somebody asks: it takes longer than all the rest of a start.
  let document: ReturnType<typeof openApiOf> | null = null;
  return {
    health: async () => ({ status: 'ok' }),
    ready: async () => {
      if (stopping()) throw new Refusal('stopping');
      await store.ping();
      return { status: 'ok' };
    },
    metrics: async () => metrics.text(),
    openapi: async () => (document ??= openApiOf(OPERATIONS)),
  };
}
