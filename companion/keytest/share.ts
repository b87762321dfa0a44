import { createHash } from 'node:crypto';
import type { Asking, Probed } from '../../utils/keytest/types.ts';
import { reveal } from '../../utils/model/secret.ts';
import { MINUTE, type Clock, type Instant } from '../../utils/model/time.ts';

type Ask = () => Promise<Probed[]>;
export type Around = (asking: Asking, ask: Ask) => Promise<Probed[]>;

/** Ten staff who look at one new key ask RMS once. Shorter than the least time between two retests. */
const KEPT_MS = MINUTE;

/**
 * Shares what RMS answered between those who ask the same with the same key: at the same moment, and for
 * a minute. What says nothing of the key (an outage, too fast) is not kept. Keys are known by a hash only.
 */
export function makeShare(clock: Clock): Around {
  const running = new Map<string, Promise<Probed[]>>();
  const kept = new Map<string, { at: Instant; asked: Probed[] }>();
  return (asking, ask) => {
    const name = hashOf(asking);
    const now = clock();
    for (const [other, { at }] of kept) if (Math.abs(now - at) >= KEPT_MS) kept.delete(other);
    const known = kept.get(name);
    if (known) return Promise.resolve(known.asked);
    const joined = running.get(name);
    if (joined) return joined;
    const asked = ask()
      .then((answer) => {
        if (tells(answer)) kept.set(name, { at: clock(), asked: answer });
        return answer;
      })
      .finally(() => running.delete(name));
    running.set(name, asked);
    return asked;
  };
}

const tells = (asked: readonly Probed[]): boolean =>
  asked.length > 0 &&
  asked.every(({ probe }) => probe.outcome === 'permitted' || probe.outcome === 'refused');

const hashOf = ({ licenseKey, serviceSecret, functions }: Asking): string =>
  createHash('sha256')
    .update(JSON.stringify([reveal(licenseKey), reveal(serviceSecret), functions]))
    .digest('base64');
