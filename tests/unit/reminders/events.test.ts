import { expect, test } from 'vitest';
import { applyChange } from '../../../utils/ledger/apply.ts';
import type { EventGrant } from '../../../utils/model/ledger.ts';
import type { Delivery } from '../../../utils/model/reminder.ts';
import { DAY } from '../../../utils/model/time.ts';
import { planChange } from '../../../utils/reminders/outbox.ts';
import { noticeText } from '../../../utils/reminders/words.ts';
import { aLedger, aPlace, at, aWorker } from './make.ts';
import { wordsIn } from './say.ts';

const GONE = at('2026-11-01T11:00');

const aGrant = (over: Partial<EventGrant> = {}): EventGrant => ({
  id: 'event',
  shopId: 'shop',
  company: '株式会社GoQSystem',
  service: '受注情報通知',
  startedOn: '2014-10-06',
  state: 'active',
  stateText: '利用中',
  firstSeenAt: at('2026-09-01T10:00'),
  lastSeenAt: at('2026-10-31T10:00'),
  missedReadings: 2,
  goneAt: GONE,
  ...over,
});

const book = (...events: EventGrant[]) => aLedger({ licenses: [], events });

test('a grant that left the list is told of once, and what may stop', () => {
  const worker = aWorker(book(aGrant()));
  for (let now = GONE; now < GONE + 30 * DAY; now += DAY) worker.wake(now);
  expect(worker.said()).toEqual(['eventGone']);
  expect(worker.ledger().reminders.map(({ endedAt }) => endedAt !== null)).toEqual([true]);
});

test('it ends when the grant is back, and is told of anew when it goes again', () => {
  const worker = aWorker(book(aGrant()));
  worker.wake(GONE);
  worker.change((ledger) => ({ ...ledger, events: [aGrant({ goneAt: null })] }));
  worker.wake(GONE + DAY);
  expect(worker.ledger().reminders.every(({ endedAt }) => endedAt !== null)).toBe(true);
  worker.change((ledger) => ({ ...ledger, events: [aGrant({ goneAt: GONE + 2 * DAY })] }));
  worker.wake(GONE + 2 * DAY);
  expect(worker.said()).toEqual(['eventGone', 'eventGone']);
});

test('one that was granted anew on another day is no reason', () => {
  const anew = aGrant({ id: 'new', startedOn: '2026-11-01', goneAt: null });
  const worker = aWorker(book(aGrant(), anew));
  worker.wake(GONE + DAY);
  expect(worker.said()).toEqual([]);
});

test.each([
  ['ja', '受注情報通知', 'RMSのアプリ一覧'],
  ['en', '受注情報通知', 'app list in RMS'],
] as const)('in words (%s)', (language, service, next) => {
  const ledger = book(aGrant());
  const after = applyChange(
    ledger,
    planChange(
      ledger,
      GONE,
      aPlace(() => 'delivery'),
    ),
  );
  const [delivery] = after.deliveries as [Delivery];
  const { title, message } = noticeText(delivery, after, GONE, wordsIn(language));
  expect(title).toContain(service);
  expect(message).toContain('株式会社GoQSystem');
  expect(message).toContain(next);
});
