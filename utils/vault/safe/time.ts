import { DAY, HOUR, type Instant, MINUTE } from '../../model/time.ts';

/** Unused for so long, the vault locks: as long as a carried key lives. */
export const UNUSED_LIFE = 30 * MINUTE;
/** Used or not, it locks after a working day. */
export const LONGEST_OPEN = 12 * HOUR;
/** Nobody at the computer for so long: it locks (seconds, as `idle` counts). */
export const IDLE_SECONDS = 10 * 60;
/** A fingerprint opens it for so long, then the passphrase is asked again, as RMS's phone app does. */
export const PASSPHRASE_LIFE = 14 * DAY;
/** A clock that was put right by a little is not one that was set back. */
const CLOCK_SLACK = 5 * MINUTE;

/** When it was unlocked, and when a person last used it. */
export interface Opened {
  unlockedAt: Instant;
  usedAt: Instant;
}

/** By the clock on the wall, so that a worker that died and a laptop that slept make no difference. */
export const locksAt = ({ unlockedAt, usedAt }: Opened): Instant =>
  Math.min(usedAt + UNUSED_LIFE, unlockedAt + LONGEST_OPEN);

/** A clock that was set back ends it too: nothing is known of how long it was really open. */
export const isStillOpen = (opened: Opened, now: Instant): boolean =>
  now < locksAt(opened) && now >= opened.usedAt - CLOCK_SLACK;

/** Is the passphrase to be given, and not the fingerprint alone? */
export const isPassphraseDue = (passphraseAt: Instant, now: Instant): boolean =>
  now >= passphraseAt + PASSPHRASE_LIFE || now < passphraseAt - CLOCK_SLACK;
