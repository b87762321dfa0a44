import { reveal, type Secret } from '../model/secret.ts';
import type { Clock, Instant } from '../model/time.ts';

/** ms between two requests with one key: 1 a second is safe for every API, with a tenth to spare (rms.md §6). */
export const SPACING_MS = 1_100;

/** Waits for this key's turn. False = the turn would come after `until`, so nothing was waited for. */
export type Pacer = (key: Secret, until: Instant) => Promise<boolean>;

/**
 * Keeps the requests of one key at least `SPACING_MS` apart, whichever tests they belong to. It
 * remembers a key by its hash, and only as long as it matters.
 */
export function makePacer(clock: Clock, sleep: (ms: number) => Promise<void>): Pacer {
  const free = new Map<string, Instant>();
  return async (key, until) => {
    const name = await hashOf(key);
    const now = clock();
    for (const [other, at] of free) if (at <= now) free.delete(other);
    const turn = turnFrom(free.get(name), now);
    if (turn > until) return false;
    free.set(name, turn + SPACING_MS);
    if (turn > now) await sleep(turn - now);
    return true;
  };
}

/** A turn more than a minute off is a clock that was set back, not a queue. */
function turnFrom(free: Instant | undefined, now: Instant): Instant {
  if (free === undefined || free <= now) return now;
  return free - now > 60_000 ? now + SPACING_MS : free;
}

async function hashOf(key: Secret): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(reveal(key)));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
