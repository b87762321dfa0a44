import { expect, test } from 'vitest';
import { mayBeSaid } from '../../../companion/speak/after-absence.ts';
import { DAY, HOUR, type Instant } from '../../../utils/model/time.ts';
import { planChange } from '../../../utils/reminders/outbox.ts';
import { aDelivery, aLedger, aPlace, at } from '../reminders/make.ts';

const BACK = at('2026-12-04T10:00');
const [due] = planChange(aLedger(), BACK, aPlace()).reminders ?? [];

test.each([
  ['while it was away for days', 2 * DAY, BACK - HOUR, true],
  ['while it was away for a night', 16 * HOUR, BACK - HOUR, false],
  ['long after it was back', 2 * DAY, BACK + DAY, false],
])('that a matter is over may have been said: %s', (_, gone, endedAt: Instant, may) => {
  if (!due) throw new Error('nothing is due');
  const over = { ...due, endedAt, endedBy: 'cause' as const };
  const row = aDelivery({ resolvedIds: [due.id], state: 'pending', sentAt: null });
  const absent = [{ from: BACK - gone, to: BACK }];
  expect(mayBeSaid(aLedger({ reminders: [over] }), row, absent)).toBe(may);
});
