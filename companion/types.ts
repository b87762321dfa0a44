import type { KeyTestPorts } from '../utils/keytest/types.ts';
import type { Clock, Instant } from '../utils/model/time.ts';
import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';
import type { ProblemCode } from './problems.ts';
import type { Pulse } from './speak/pulse.ts';
import type { Speaking } from './speak/speaking.ts';
import type { KeyRing } from './seal/master-key.ts';
import type { Device, Store } from './store/types.ts';

/** What the routes stand on. */
export interface Deps {
  store: Store;
  log: Log;
  clock: Clock;
  newId: () => string;
  hostNames: readonly string[];
  keyTest: KeyTestPorts;
  /** What watched keys are sealed under. */
  keyRing: KeyRing;
  metrics: Metrics;
  /** What notices are said with, and whether the loop that says them is alive. */
  speaking: Speaking;
  pulse: Pulse;
  /** When this process last looked what is to be said, by its own clock; null = it has not yet. */
  looked: { at: Instant | null };
  /** Has the process been told to stop? */
  stopping: () => boolean;
}

export interface CompanionEnv {
  Variables: {
    /** Set behind `requireDevice`. */
    device: Device;
    /** Set where a problem was answered, for the log. */
    problem?: ProblemCode;
  };
}
