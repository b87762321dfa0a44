import type { Clock, Instant } from '../../../utils/model/time.ts';
import type { RmsWorld } from '../rms/world.ts';

/** How an authentication error is written: RMS has three ways, and which comes when is not known (rms.md §6). */
export type AuthErrorStyle = 'byApi' | 'GA0001' | 'ES01-01' | 'ES04-01';

/** What is wrong with the whole service. */
export type Trouble =
  | 'none'
  | 'outage'
  | 'html'
  | 'garbage'
  | 'halfBody'
  | 'empty'
  | 'noAnswer'
  | 'maintenance';

export interface ApiState {
  clock: Clock;
  /** The API knows what RMS knows: keys, states, functions. */
  world: RmsWorld;
  trouble: Trouble;
  authErrors: AuthErrorStyle;
  /** A new key is refused for so long after its issue or approval (rms.md §5: 10 to 90 minutes). */
  lagMs: number;
  rateLimited: boolean;
  delayMs: number;
  /** Key → when it last called, by a clock that never stands still: spacing is a matter of real time. */
  lastCall: Map<string, Instant>;
}

export const makeApiState = (world: RmsWorld): ApiState => ({
  clock: world.clock,
  world,
  trouble: 'none',
  authErrors: 'byApi',
  lagMs: 0,
  rateLimited: true,
  delayMs: 0,
  lastCall: new Map(),
});
