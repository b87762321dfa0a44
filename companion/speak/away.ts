import { DAY, MINUTE, type Instant } from '../../utils/model/time.ts';
import type { Away } from '../../utils/reminders/in-place.ts';
import { CLAIM_LASTS } from '../../utils/reminders/row-state.ts';
import { ASKED_IN_VAIN, HEARTBEAT_MISSED } from '../../utils/reminders/speaker.ts';
import type { Deps } from '../types.ts';

type Looking = Pick<Deps, 'store' | 'clock'>;

/** Under which name the store keeps when it last looked. */
export const LOOKED = 'speaks.looked';
const BACK = 'speaks.back';
const LEFT = 'speaks.left';

/** What was due while it was away may wait so long for a working day, and be asked for then. */
const REMEMBERS = 14 * DAY;

/** So long a browser may go on speaking in the place of a companion that is back: it has not met it yet. */
const WAITS = HEARTBEAT_MISSED + CLAIM_LASTS;

/**
 * Notes, once a minute, that somebody of this companion looks what is to be said; and where nobody did for so
 * long that a browser may have spoken in its place, that it is back.
 */
export async function noteLook({ store, clock }: Looking): Promise<void> {
  const now = clock();
  const last = await store.timeOf(LOOKED);
  if (last !== null && last <= now && now - last < MINUTE) return;
  if (last !== null && now - last >= ASKED_IN_VAIN) {
    await store.noteTime(LEFT, last);
    await store.noteTime(BACK, now);
  }
  await store.noteTime(LOOKED, now);
}

/** When it was away last, if it is not long ago; null = not so. */
export async function lastAway({ store, clock }: Looking): Promise<Away | null> {
  const [now, from, to] = [clock(), await store.timeOf(LEFT), await store.timeOf(BACK)];
  return from !== null && to !== null && to <= now && now < to + REMEMBERS ? { from, to } : null;
}

/**
 * Until when it says nothing, as it is just back: first the browsers that are open must have told it what they
 * said in its place, and have heard that it is back.
 */
export const silentUntil = ({ to }: Away): Instant => to + WAITS;
