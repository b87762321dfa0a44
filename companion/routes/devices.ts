import { Hono } from 'hono';
import { requireDevice } from '../auth.ts';
import { shortId } from '../log.ts';
import type { CompanionEnv, Deps } from '../types.ts';

/** `DELETE /v1/devices/self`: forgets the browser that asks. */
export const devices = ({ store, log }: Deps) =>
  new Hono<CompanionEnv>().delete('/self', requireDevice(store), async (c) => {
    const { id } = c.get('device');
    await store.removeDevice(id);
    log('info', 'unpaired', { device: shortId(id) });
    return c.body(null, 204);
  });
