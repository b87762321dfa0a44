import { MINUTE } from '../../utils/model/time.ts';
import { errorFields } from '../log.ts';
import type { Deps } from '../types.ts';
import { runDueWatches } from './run-due.ts';

const LOOK_MS = MINUTE;

/** Looks for due watches once a minute; gives what stops it, after what runs has ended. */
export function startWatching(deps: Deps): () => Promise<void> {
  let running: Promise<void> = Promise.resolve();
  let stopped = false;
  const look = async (): Promise<void> => {
    try {
      let more = true;
      while (more) more = (await runDueWatches(deps)) > 0 && !stopped;
    } catch (error) {
      // What was due stays due; the next look tries again.
      deps.log('error', 'watching', errorFields(error));
    }
  };
  const begin = (): void => {
    running = running.then(look);
  };
  begin();
  const timer = setInterval(begin, LOOK_MS);
  return async () => {
    stopped = true;
    clearInterval(timer);
    await running;
  };
}
