import type { Probed } from '../../utils/keytest/types.ts';
import { MINUTE, type Clock, type Instant } from '../../utils/model/time.ts';
import type { Around } from './share.ts';

/** So many tests in a row that met nothing but an outage are an outage of RMS. */
const DOWN_AFTER = 4;
/** Then nobody asks for so long; after it one test asks for all. */
const OPEN_MS = MINUTE;

export interface Breaker {
  around: Around;
  /** Is RMS taken to be down? */
  isOpen: () => boolean;
}

/** Makes an outage of RMS one `serviceDown`, at once, instead of a wait of every test for itself. */
export function makeBreaker(clock: Clock): Breaker {
  let downInARow = 0;
  let openUntil: Instant | null = null;
  const isOpen = (): boolean => {
    const left = openUntil === null ? 0 : openUntil - clock();
    // More than it ever was: the clock has been set back since.
    return left > 0 && left <= OPEN_MS;
  };
  return {
    isOpen,
    around: async ({ functions }, ask) => {
      if (isOpen()) return [down(functions[0] ?? '')];
      // The one that asks for all: the others go on being told that it is down until it comes back.
      if (openUntil !== null) openUntil = clock() + OPEN_MS;
      const asked = await ask();
      const met = asked.length > 0 && asked.every(({ probe }) => probe.outcome === 'serviceDown');
      downInARow = met ? downInARow + 1 : 0;
      openUntil = downInARow >= DOWN_AFTER ? clock() + OPEN_MS : null;
      return asked;
    },
  };
}

const down = (name: string): Probed => ({
  probe: { function: name, outcome: 'serviceDown', status: null, code: null },
  expiresOn: null,
  shopDigits: null,
});
