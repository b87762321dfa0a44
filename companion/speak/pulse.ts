import { MINUTE, type Clock, type Instant } from '../../utils/model/time.ts';

/** Looks are a second apart; one that is so late is stuck, or the database is gone. */
const DEAD_AFTER = 2 * MINUTE;

/** Whether the part of this process that speaks is alive. Browsers take over where it is not. */
export interface Pulse {
  beat: () => void;
  isAlive: () => boolean;
}

/** Made alive: a process that has just started is about to look. */
export function makePulse(clock: Clock): Pulse {
  let last: Instant = clock();
  return {
    beat: () => {
      last = clock();
    },
    isAlive: () => Math.abs(clock() - last) < DEAD_AFTER,
  };
}
