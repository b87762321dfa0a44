import { expect, test } from 'vitest';
import type { Reminder } from '../../../utils/model/reminder.ts';
import { DAY } from '../../../utils/model/time.ts';
import { resolvedNow } from '../../../utils/reminders/resolved.ts';
import { aDelivery, at } from './make.ts';

const RIGHT = at('2026-12-01T10:00');
const AHEAD = RIGHT + 60 * DAY;

test('解決 that followed on a wrong clock does not stand for what was said on its day', () => {
  const wrong: Reminder = {
    id: 'wrong',
    shopId: 'shop',
    subjectId: 'shop',
    reason: 'notLooked',
    expiresOn: null,
    threshold: null,
    occurrence: 0,
    dueAt: AHEAD,
    createdAt: AHEAD,
    endedAt: RIGHT,
    endedBy: 'clock',
  };
  const said = { ...wrong, id: 'said', occurrence: 1, createdAt: RIGHT + 30 * DAY };
  const over = { ...said, endedAt: RIGHT + 33 * DAY, endedBy: 'cause' as const };
  const rows = [
    aDelivery({ id: '1', reminderIds: ['wrong'], sentAt: AHEAD }),
    aDelivery({ id: '2', resolvedIds: ['wrong'], sentAt: RIGHT }),
    aDelivery({ id: '3', reminderIds: ['said'], sentAt: RIGHT + 30 * DAY }),
  ];
  expect(resolvedNow(rows.slice(0, 2), [wrong], new Set())).toEqual([]);
  expect(resolvedNow(rows, [wrong, over], new Set()).map(({ reminder }) => reminder.id)).toEqual([
    'said',
  ]);
});
