import type { Delivery, Reminder } from '../model/reminder.ts';
import { HOUR, MINUTE, type Instant } from '../model/time.ts';
import { topicOf } from './kinds.ts';

/**
 * A sender that claimed a delivery and said nothing for so long has died (DESIGN §5). Longer than an
 * attempt by far: what it sent must have arrived, or never will, before anybody asks for it.
 */
export const CLAIM_LASTS = 2 * MINUTE;
/** An attempt is ended after this. */
export const SEND_LASTS = 20_000;
export const isOpen = (one: Delivery): boolean =>
  one.state === 'pending' || one.state === 'claimed' || one.state === 'doubtful';

/** When an open delivery may be tried. */
export const triableAt = (one: Delivery): Instant =>
  one.state === 'claimed' ? (one.claimedAt ?? 0) + CLAIM_LASTS : one.nextAttemptAt;

/** No wait between attempts is longer than this. */
export const LONGEST_WAIT = HOUR;

export const cancelled = (one: Delivery): Delivery => ({
  ...one,
  state: 'cancelled',
  claimedAt: null,
});

/** Has it nothing left to say: no reminder of it stands, and what it calls solved is not so? */
export function isMoot(
  one: Delivery,
  byId: ReadonlyMap<string, Reminder>,
  topics: Set<string>,
): boolean {
  const stands = one.reminderIds.some((id) => byId.get(id)?.endedAt === null);
  const solved = one.resolvedIds.some((id) => {
    const reminder = byId.get(id);
    return reminder !== undefined && !topics.has(topicOf(reminder));
  });
  return !stands && !solved;
}
