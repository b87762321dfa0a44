import { applyChange } from '../../../utils/ledger/apply.ts';
import { emptyLedger } from '../../../utils/ledger/collections.ts';
import type { App, Ledger, License, Shop } from '../../../utils/model/ledger.ts';
import type { Delivery } from '../../../utils/model/reminder.ts';
import type { Instant } from '../../../utils/model/time.ts';
import type { Policy } from '../../../utils/model/notice.ts';
import { sent } from '../../../utils/reminders/attempts.ts';
import { claim } from '../../../utils/reminders/claim.ts';
import type { Message, MuteChannel } from '../../../utils/reminders/channels/port.ts';
import type { DeliverPort } from '../../../utils/reminders/deliver.ts';
import { planChange } from '../../../utils/reminders/outbox.ts';
import type { Place } from '../../../utils/reminders/place.ts';
import { DEFAULT_POLICY } from '../../../utils/reminders/policy.ts';

/** A moment in Japan. */
export const at = (text: string): Instant => Date.parse(`${text}+09:00`);

export const aShop = (over: Partial<Shop> = {}): Shop => ({
  id: 'shop',
  digits: '123456',
  slug: 'shop-a',
  name: '店舗A',
  identified: true,
  namedByPerson: false,
  firstSeenAt: at('2026-09-01T10:00'),
  lastSeenAt: at('2026-09-01T10:00'),
  ...over,
});

export const anApp = (over: Partial<App> = {}): App => ({
  id: 'app',
  shopId: 'shop',
  developer: '株式会社GoQSystem',
  name: 'GoQSystem',
  owner: 'vendor',
  ...over,
});

export const aLicense = (over: Partial<License> = {}): License => ({
  id: 'license',
  shopId: 'shop',
  appId: 'app',
  last4: 'IANT',
  expiry: { on: '2026-12-06', basis: 'page' },
  conflict: null,
  state: 'active',
  stateText: '利用中',
  updateSeenSince: null,
  issuedSeenAt: null,
  firstSeenAt: at('2026-09-07T10:00'),
  lastSeenAt: at('2026-09-07T10:00'),
  missedReadings: 0,
  goneAt: null,
  ...over,
});

/** One that arrived at its first attempt. */
export const aDelivery = (over: Partial<Delivery> = {}): Delivery => ({
  id: 'delivery',
  channel: 'slack',
  target: 'room',
  policyId: 'default',
  threadId: null,
  reminderIds: [],
  resolvedIds: [],
  fallbackFor: null,
  escalated: false,
  digest: false,
  state: 'sent',
  createdAt: at('2026-09-07T10:00'),
  slotAt: at('2026-09-07T10:00'),
  claimedAt: null,
  sentAt: at('2026-09-07T10:00'),
  attempts: 1,
  doubts: 0,
  nextAttemptAt: 0,
  absentAt: null,
  failedAt: null,
  error: null,
  ref: null,
  ...over,
});

/** A shop that works every day, so that a test can count days on its fingers. */
export const everyDay: Policy = { ...DEFAULT_POLICY, daysOff: [], holidaysOff: false };

/** The browser's own notifications, as `send` of a test shows them. */
export const aNotification = (send: MuteChannel['send']): MuteChannel => ({
  id: 'notification',
  class: 2,
  grouping: 'digest',
  limits: { length: 500, perTarget: null, perSecret: null, attempts: Infinity },
  origins: () => [],
  send,
  testSend: send,
});

const silent = aNotification(() => Promise.resolve({ kind: 'delivered', ref: null }));

/** A browser that speaks on its own notifications only. */
export const aPlace = (newId: () => string = () => 'delivery'): Place => ({
  newId,
  channels: new Map([['notification', silent]]),
  speaks: () => false,
});

export const aLedger = (over: Partial<Ledger> = {}): Ledger => ({
  ...emptyLedger(),
  shops: [aShop()],
  apps: [anApp()],
  licenses: [aLicense()],
  policies: [everyDay],
  ...over,
});

export const aMessage = (over: Partial<Message> = {}): Message => ({
  deliveryId: 'delivery',
  ref: 'KGB-0',
  kind: 'expiry',
  subject: '',
  lines: [],
  links: [],
  thread: null,
  dueOn: null,
  again: false,
  lang: 'ja',
  ...over,
});

interface Showing {
  update: DeliverPort['update'];
  clock: () => Instant;
  /** Shows a notification; rejects where the browser refuses. */
  show: (delivery: Delivery, ledger: Ledger) => Promise<void>;
}

/** A browser that delivers its own notifications by `show`. */
export function showing({ update, clock, show }: Showing): DeliverPort {
  let last: { delivery: Delivery; ledger: Ledger } | null = null;
  const channel = aNotification(async () => {
    if (!last) throw new Error('sent without words');
    try {
      await show(last.delivery, last.ledger);
      return { kind: 'delivered', ref: null };
    } catch {
      return { kind: 'retry', after: null, why: 'blocked' };
    }
  });
  return {
    update,
    clock,
    channels: new Map([['notification', channel]]),
    messageOf: (delivery, ledger) => {
      last = { delivery, ledger };
      return aMessage({ deliveryId: delivery.id });
    },
    ports: () => ({ fetch, clock, secret: async () => null, signal: new AbortController().signal }),
    random: () => 0.5,
  };
}

/** What a delivery says, short: reason and threshold of each reminder that still stands. */
export const saidBy = (delivery: Delivery, ledger: Ledger): string[] =>
  ledger.reminders
    .filter((one) => delivery.reminderIds.includes(one.id) && one.endedAt === null)
    .map(({ reason, threshold }) => (threshold === null ? reason : `${reason} ${threshold}`));

/** A worker that is woken now and then: it plans and shows everything that may be shown. */
export function aWorker(start: Ledger) {
  let ledger = start;
  let n = 0;
  const newId = () => `delivery${(n += 1)}`;
  const shown: { at: Instant; said: string[] }[] = [];
  return {
    shown,
    ledger: () => ledger,
    /** Everything that was said, in order: `expiring 7`, `expired`. */
    said: () => shown.flatMap((one) => one.said),
    change: (edit: (ledger: Ledger) => Ledger): void => {
      ledger = edit(ledger);
    },
    wake: (now: Instant): void => {
      ledger = applyChange(ledger, planChange(ledger, now, aPlace(newId)));
      for (;;) {
        const { change, claimed } = claim(ledger, now);
        ledger = applyChange(ledger, change);
        if (!claimed) return;
        const { delivery } = claimed;
        shown.push({ at: now, said: saidBy(delivery, ledger) });
        ledger = applyChange(ledger, sent(ledger, delivery.id, { now }));
      }
    },
  };
}
