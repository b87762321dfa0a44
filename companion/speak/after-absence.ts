import type { Ledger } from '../../utils/model/ledger.ts';
import type { Delivery, Reminder } from '../../utils/model/reminder.ts';
import type { Other } from '../../utils/reminders/in-place.ts';
import { sayingOf } from '../../utils/reminders/saying.ts';
import { COMPANION_LOST } from '../../utils/reminders/speaker.ts';
import { silentUntil, type Absent } from './away.ts';

/** A browser that spoke in the place of this companion while it was away, and goes on until it has met it. */
export const browserInPlace = (absent: Absent[]): Other | null =>
  absent.length === 0
    ? null
    : {
        since: Math.min(...absent.map(({ from }) => from)),
        until: Math.max(...absent.map(silentUntil)),
        of: () => true,
      };

/**
 * May a browser have told it to a channel that cannot be asked? For less than a day, only what nobody can wait with;
 * that something is over, only where it was by the time that the browsers met this companion again.
 */
export const mayBeSaid = ({ reminders }: Ledger, row: Delivery, absent: Absent[]): boolean =>
  absent.some((away) => {
    const isLong = away.to - away.from >= COMPANION_LOST;
    const { standing, over } = sayingOf(row, reminders);
    const ended = over.filter(({ endedAt }) => isLong && (endedAt ?? Infinity) < silentUntil(away));
    const said = [...standing.filter((one) => isLong || isPressing(one)), ...ended];
    return said.some(({ dueAt }) => dueAt < away.to);
  });

/** A browser says that before the hard stop (`speaker.ts`), whatever the companion may be doing. */
const isPressing = ({ reason, threshold }: Reminder): boolean =>
  reason === 'expired' || (threshold !== null && threshold <= 1);
