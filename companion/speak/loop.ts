import { setTimeout as sleep } from 'node:timers/promises';
import { MINUTE, type Instant } from '../../utils/model/time.ts';
import { errorFields } from '../log.ts';
import type { Deps } from '../types.ts';
import { apart } from './apart.ts';
import { noteLook } from './away.ts';
import { planDueShops } from './plan-shops.ts';
import { tellShop } from './tell.ts';

const LOOK_MS = 1_000;
/** Of the time that planning takes, so much is left to requests after each batch. */
const IDLE = 2;
const SHOPS_AT_ONCE = 4;
const MOST = 100;
/** With a queue, the loop takes up only what its jobs have left for so long. */
const LEFT_BY_QUEUE = 5 * MINUTE;

/** Does all that is due now: plans, then tells. */
export async function speakOnce(deps: Deps, by: Instant = deps.clock()): Promise<void> {
  await noteLook(deps);
  while (!deps.stopping()) {
    const began = performance.now();
    if ((await planDueShops(deps)) === 0) break;
    deps.pulse.beat();
    // What was only just read is planned anew while requests come in: they go first.
    await sleep((performance.now() - began) * IDLE);
  }
  const shops = await deps.store.shopsToTell(by, MOST);
  const next = shops.values();
  // A service that answers slowly holds up its own shop, not all of them.
  const teller = async (): Promise<void> => {
    for (const shopId of next) {
      if (deps.stopping()) return;
      await apart(deps, { shopId, step: 'tell' }, () => tellShop(deps, shopId));
      deps.pulse.beat();
    }
  };
  await Promise.all(Array.from({ length: SHOPS_AT_ONCE }, teller));
  deps.pulse.beat();
}

/** Looks once a second for what is to be said; gives what stops it, after what runs has ended. */
export function startSpeaking(deps: Deps, { queued }: { queued: boolean }): () => Promise<void> {
  const stopping = new AbortController();
  const run = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      try {
        await speakOnce(deps, deps.clock() - (queued ? LEFT_BY_QUEUE : 0));
      } catch (error) {
        // What was due stays due; the next look tries again. No beat: browsers see that nobody speaks.
        deps.log('error', 'speaking', errorFields(error));
      }
      await sleep(LOOK_MS, null, { signal: stopping.signal }).catch(() => undefined);
    }
  };
  const running = run();
  return async () => {
    stopping.abort();
    await running;
  };
}
