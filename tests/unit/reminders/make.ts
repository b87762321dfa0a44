import { applyChange } from '../../../utils/ledger/apply.ts';
import { emptyLedger } from '../../../utils/ledger/collections.ts';
import type { App, Ledger, License, Shop } from '../../../utils/model/ledger.ts';
import type { Delivery } from '../../../utils/model/reminder.ts';
import type { Instant } from '../../../utils/model/time.ts';
import { claim, planChange, sent } from '../../../utils/reminders/outbox.ts';

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

export const aLedger = (over: Partial<Ledger> = {}): Ledger => ({
  ...emptyLedger(),
  shops: [aShop()],
  apps: [anApp()],
  licenses: [aLicense()],
  ...over,
});

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
      ledger = applyChange(ledger, planChange(ledger, now, newId));
      for (;;) {
        const { change, delivery } = claim(ledger, now);
        ledger = applyChange(ledger, change);
        if (!delivery) return;
        shown.push({ at: now, said: saidBy(delivery, ledger) });
        ledger = applyChange(ledger, sent(ledger, delivery.id, now));
      }
    },
  };
}
