// node tests/bench/plan.ts: how long planning takes. 100,000 keys under 2 s, and linear to 300,000.
import { emptyLedger } from '../../utils/ledger/collections.ts';
import type { Ledger, License } from '../../utils/model/ledger.ts';
import { addDays } from '../../utils/calendar/jst.ts';
import { planChange } from '../../utils/reminders/outbox.ts';
import type { Place } from '../../utils/reminders/place.ts';
import { plan } from '../../utils/reminders/plan.ts';
import { channelsWith } from '../../utils/reminders/channels/index.ts';

const NOW = Date.parse('2026-12-04T10:00:00+09:00');
const LIMIT_MS = 2000;
const KEYS_A_SHOP = 10;

function aLicense(n: number): License {
  const shopId = `shop${Math.floor(n / KEYS_A_SHOP)}`;
  return {
    id: `license${n}`,
    shopId,
    appId: `${shopId}-app${n % KEYS_A_SHOP}`,
    last4: String(n % 10_000).padStart(4, '0'),
    expiry: { on: addDays('2026-12-01', n % 90), basis: 'page' },
    conflict: null,
    state: 'active',
    stateText: '利用中',
    updateSeenSince: null,
    issuedSeenAt: null,
    firstSeenAt: NOW,
    lastSeenAt: NOW,
    missedReadings: 0,
    goneAt: null,
  };
}

const ledgerOf = (keys: number): Ledger => ({
  ...emptyLedger(),
  licenses: Array.from({ length: keys }, (_, n) => aLicense(n)),
});

/** As a store would read it: what is remembered of a ledger and its lists does not count. */
const readAnew = (ledger: Ledger): Ledger => ({
  ...ledger,
  licenses: [...ledger.licenses],
  reminders: [...ledger.reminders],
  deliveries: [...ledger.deliveries],
  policies: [...ledger.policies],
});

function timed(ledger: Ledger, work: (ledger: Ledger) => unknown): number {
  const times = [0, 1, 2].map(() => {
    const read = readAnew(ledger);
    // Time of the processor: other work on the machine is not ours.
    const before = process.cpuUsage();
    work(read);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return times.toSorted((a, b) => a - b)[1] ?? 0;
}

let ids = 0;
const place: Place = {
  newId: () => `delivery${(ids += 1)}`,
  channels: channelsWith([]),
  speaks: () => true,
};

const measured = [100_000, 300_000].map((keys) => {
  const ledger = ledgerOf(keys);
  const due = plan(ledger, NOW).due.length;
  const planned = timed(ledger, (read) => plan(read, NOW));
  const whole = timed(ledger, (read) => planChange(read, NOW, place));
  console.log(
    `${keys} keys: plan ${planned.toFixed(0)} ms, with outbox ${whole.toFixed(0)} ms, ${due} due`,
  );
  return planned;
});
const [small = 0, large = 0] = measured;
const growth = large / small / 3;
console.log(`growth beyond linear: ${growth.toFixed(2)}`);
process.exitCode = small < LIMIT_MS && growth < 1.5 ? 0 : 1;
