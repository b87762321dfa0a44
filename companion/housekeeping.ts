import { DAY, HOUR } from '../utils/model/time.ts';
import { errorFields } from './log.ts';
import type { Deps } from './types.ts';

/** A browser that was offline for longer sends its readings as new ones. */
const RECEIPTS_KEPT = 30 * DAY;

/** Puts away what is of no use any more, now and every hour; gives what stops it. */
export function startHousekeeping({ store, clock, log }: Deps): () => Promise<void> {
  let running: Promise<void> = Promise.resolve();
  const tidy = (): void => {
    running = running
      .then(() => store.forgetReceipts(clock() - RECEIPTS_KEPT))
      .catch((error: unknown) => log('error', 'housekeeping', errorFields(error)));
  };
  tidy();
  const timer = setInterval(tidy, HOUR);
  return async () => {
    clearInterval(timer);
    await running;
  };
}
