import { joinChanges } from '../../utils/ledger/apply.ts';
import type { Ledger, LedgerChange } from '../../utils/model/ledger.ts';
import type { Delivery, Reminder } from '../../utils/model/reminder.ts';
import type { Instant } from '../../utils/model/time.ts';
import type { Channels } from '../../utils/reminders/channels/port.ts';
import { askFirst, isUntold } from '../../utils/reminders/in-place.ts';
import { sayingOf } from '../../utils/reminders/saying.ts';
import { COMPANION_LOST } from '../../utils/reminders/speaker.ts';
import { silentUntil, type Absent } from './away.ts';

/**
 * A browser may have spoken in the place of this companion while it was away, and go on until it has met it. A
 * room that can be asked is asked; what cannot is told, as what may have been said already.
 */
export function afterAbsence(
  ledger: Ledger,
  rows: Delivery[],
  absent: Absent[],
  by: { now: Instant; channels: Channels },
): LedgerChange {
  if (absent.length === 0) return {};
  const until = Math.max(...absent.map(silentUntil));
  const asked = askFirst(ledger, rows, { until, of: () => true }, by);
  const marked = rows
    .filter((one) => isUntold(one) && one.attempts === 0)
    .filter(({ channel }) => by.channels.get(channel)?.class === 2)
    .filter((one) => absent.some((away) => mayBeSaid(ledger, one, away)))
    .map((one) => asPerhapsSaid(one, ledger));
  return joinChanges(asked, marked.length === 0 ? {} : { deliveries: marked });
}

/** What has ended unsaid is left out: nobody has to hear that it is over. */
const asPerhapsSaid = (one: Delivery, { reminders }: Ledger): Delivery => ({
  ...one,
  reminderIds: sayingOf(one, reminders).standing.map(({ id }) => id),
  state: 'doubtful',
  attempts: 1,
  doubts: 1,
});

/** Did a browser have a reason to say something of it? For less than a day, only of what nobody can wait with. */
function mayBeSaid({ reminders }: Ledger, row: Delivery, { from, to }: Absent): boolean {
  const isLong = to - from >= COMPANION_LOST;
  const { standing, over } = sayingOf(row, reminders);
  return [...standing.filter((one) => isLong || isPressing(one)), ...(isLong ? over : [])].some(
    ({ dueAt }) => dueAt < to,
  );
}

/** A browser says that before the hard stop (`speaker.ts`), whatever the companion may be doing. */
const isPressing = ({ reason, threshold }: Reminder): boolean =>
  reason === 'expired' || (threshold !== null && threshold <= 1);
