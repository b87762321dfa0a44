import { askCompanion } from '../../utils/keytest/companion-client.ts';
import { MINUTE, type Instant } from '../../utils/model/time.ts';
import type { SharePort } from '../../utils/sharing/port.ts';
import { shareAll } from '../../utils/sharing/share.ts';
import { change, readLedger } from './change.ts';
import { atCompanion, pairedCompanion } from './companion.ts';
import { newId, now } from './services.ts';

/** Well within the time after which a companion is taken to be silent (`HEARTBEAT_MISSED`). */
const EVERY = 10 * MINUTE;

// Lost with the worker: then it meets the companion at once, and takes everything once more.
const adopted = new Map<string, number>();
let metAt: Instant = -Infinity;
let meeting: Promise<void> | null = null;

/**
 * Meets the paired companion if it is time, or if there is a reading to send, and says when to come back
 * (Infinity where none is paired). Never rejects, and does not wait for the companion.
 */
export async function share(): Promise<Instant> {
  const paired = await pairedCompanion();
  if (!paired) return Infinity;
  const { unsent } = await readLedger();
  const due = metAt + EVERY;
  if (meeting !== null || (unsent.length === 0 && now() < due)) return due;
  const port: SharePort = {
    ask: (asked, schema) =>
      atCompanion(askCompanion((url, init) => fetch(url, init), paired, asked, schema)),
    read: readLedger,
    change,
    newId,
    now,
  };
  metAt = now();
  meeting = shareAll(port, adopted)
    // A companion that is away is met again at the next time; what was not sent stays.
    .catch(() => undefined)
    .finally(() => {
      meeting = null;
    });
  return metAt + EVERY;
}
