import type { Ledger, LedgerChange } from '../model/ledger.ts';
import { DAY, type Instant } from '../model/time.ts';
import type { ChannelPorts } from './channels/port.ts';

/** A service whose clock is further ahead of ours than this is not believed: ours is right more often. */
const BELIEVED = 31 * DAY;

/**
 * What time it is: by our clock, but never before what a service last said it was. A clock that was set
 * back would take everything that was said since for something that a wrong clock wrote, and say it again.
 */
export function trueNow({ meta }: Ledger, clock: Instant): Instant {
  const seen = meta.timeSeen ?? -Infinity;
  return seen - clock > BELIEVED ? clock : Math.max(clock, seen);
}

/**
 * Keeps what time a service said it was; null = it said nothing. A later word replaces an earlier one, also
 * by an earlier time: the one wrong clock of a service must not be believed for ever.
 */
export const timeHeard = ({ meta }: Ledger, at: Instant | null): LedgerChange =>
  at === null || at === meta.timeSeen ? {} : { meta: { ...meta, timeSeen: at } };

export interface Listening {
  ports: ChannelPorts;
  /** What the service's clock showed in its last answer; null = none came, or it did not say. */
  heardAt: () => Instant | null;
}

/** The ports of an attempt, and the time that every answer carries (`Date`, RFC 9110 §6.6.1; whole seconds). */
export function listening(ports: ChannelPorts): Listening {
  let heardAt: Instant | null = null;
  return {
    ports: {
      ...ports,
      fetch: async (input, init) => {
        const response = await ports.fetch(input, init);
        const at = Date.parse(response.headers.get('date') ?? '');
        if (!Number.isNaN(at)) heardAt = at;
        return response;
      },
    },
    heardAt: () => heardAt,
  };
}
