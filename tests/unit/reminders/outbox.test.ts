import { describe, expect, test } from 'vitest';
import { applyChange, isEmpty } from '../../../utils/ledger/apply.ts';
import type { Ledger, LedgerChange } from '../../../utils/model/ledger.ts';
import type { Target } from '../../../utils/model/notice.ts';
import { HOUR, MINUTE } from '../../../utils/model/time.ts';
import { nextWake } from '../../../utils/reminders/alarm.ts';
import { deliverDue } from '../../../utils/reminders/deliver.ts';
import { failed, sent } from '../../../utils/reminders/attempts.ts';
import { claim } from '../../../utils/reminders/claim.ts';
import type { Why } from '../../../utils/reminders/channels/port.ts';
import { planChange } from '../../../utils/reminders/outbox.ts';
import {
  aDelivery,
  aLedger,
  aLicense,
  aNotification,
  anApp,
  aPlace,
  aShop,
  at,
  everyDay,
  saidBy,
  showing,
} from './make.ts';

const NOW = at('2026-12-04T10:00');
const BLOCKED = { kind: 'retry', after: null, why: 'blocked' satisfies Why } as const;

/** A ledger in memory, with the port's `update`. */
function aStore(start: Ledger) {
  let ledger = start;
  let n = 0;
  const update = (decide: (ledger: Ledger) => LedgerChange): Promise<Ledger> => {
    ledger = applyChange(ledger, decide(ledger));
    return Promise.resolve(ledger);
  };
  return {
    update,
    ledger: () => ledger,
    edit: (change: Partial<Ledger>) => {
      ledger = { ...ledger, ...change };
    },
    plan: (now: number) =>
      update((ledger) =>
        planChange(
          ledger,
          now,
          aPlace(() => `delivery${(n += 1)}`),
        ),
      ),
    claim: (now: number) => {
      const { change, claimed } = claim(ledger, now);
      ledger = applyChange(ledger, change);
      return claimed?.delivery ?? null;
    },
  };
}

const twoKeys = () =>
  aLedger({
    apps: [anApp(), anApp({ id: 'app2', name: 'ネクストエンジン' })],
    licenses: [aLicense(), aLicense({ id: 'license2', appId: 'app2', last4: 'A9FR' })],
  });

describe('planning', () => {
  test('writes one delivery for this browser, with all that its shops have to say', async () => {
    const store = aStore({
      ...twoKeys(),
      shops: [aShop(), aShop({ id: 'shop2', digits: '222222', slug: 'shop-b' })],
    });
    const other = aLicense({ id: 'license3', shopId: 'shop2', appId: 'app3' });
    store.edit({ licenses: [...store.ledger().licenses, other] });
    const { deliveries } = await store.plan(NOW);
    expect(deliveries.map((one) => [one.target, one.reminderIds.length])).toEqual([
      ['notification', 3],
    ]);
  });

  test.each([
    ['that waits to be said', 1],
    ['of which nothing is said yet', 0],
  ])(
    'one step is said once, also where another place counted an occasion more of one %s',
    async (_, before) => {
      const store = aStore(aLedger({ licenses: [aLicense()] }));
      const planned = await store.plan(NOW);
      const [one] = planned.reminders;
      if (!one) throw new Error('nothing is to be said');
      store.edit({
        reminders: [one, { ...one, id: 'of-another', occurrence: 1 }],
        ...(before === 0 && { deliveries: [] }),
      });
      const { deliveries } = await store.plan(NOW + MINUTE);
      expect(deliveries.map(({ reminderIds }) => reminderIds)).toEqual([[one.id]]);
    },
  );

  test('what waits is lightened of what its target has heard by another name', async () => {
    const store = aStore(aLedger({ licenses: [aLicense()] }));
    const planned = await store.plan(NOW);
    const [one] = planned.reminders;
    const [row] = planned.deliveries;
    if (!one || !row) throw new Error('nothing is to be said');
    const sentAt = NOW + MINUTE;
    store.edit({
      reminders: [one, { ...one, id: 'of-another', occurrence: 1 }],
      deliveries: [
        { ...row, state: 'sent', sentAt },
        { ...row, id: 'from-another', reminderIds: ['of-another'], elsewhere: true },
      ],
    });
    const { deliveries } = await store.plan(NOW + HOUR);
    expect(deliveries.map(({ id, state }) => [id, state])).toEqual([
      [row.id, 'sent'],
      ['from-another', 'cancelled'],
    ]);
  });

  test('a second time changes nothing', async () => {
    const store = aStore(twoKeys());
    const ledger = await store.plan(NOW);
    expect(
      isEmpty(
        planChange(
          ledger,
          NOW,
          aPlace(() => 'new'),
        ),
      ),
    ).toBe(true);
  });

  test('a delivery that nobody has tried takes in what is new; a tried one is left as it is', async () => {
    const store = aStore(twoKeys());
    await store.plan(NOW);
    const more = { state: 'updateAvailable', updateSeenSince: NOW } as const;
    store.edit({ licenses: [aLicense(more), ...store.ledger().licenses.slice(1)] });
    await store.plan(NOW + MINUTE);
    const open = store.ledger().deliveries.filter((one) => one.state === 'pending');
    expect(open.map((one) => saidBy(one, store.ledger()))).toEqual([
      ['expiring 2', 'expiring 2', 'update'],
    ]);
    store.claim(NOW + MINUTE);
    await store.plan(at('2026-12-05T10:00'));
    expect(store.ledger().deliveries.map((one) => one.state)).toEqual([
      'cancelled',
      'claimed',
      'pending',
    ]);
  });

  test('when the reasons of a pending delivery have all ended, it is cancelled', async () => {
    const store = aStore(aLedger());
    await store.plan(NOW);
    store.edit({ licenses: [aLicense({ goneAt: NOW })] });
    const { deliveries } = await store.plan(NOW + MINUTE);
    expect(deliveries.map((one) => one.state)).toEqual(['cancelled']);
    expect(store.claim(NOW + MINUTE)).toBeNull();
  });

  test('what has long been over is removed, and is not said again', async () => {
    const store = aStore(aLedger());
    await store.plan(NOW);
    store.edit({ licenses: [aLicense({ goneAt: NOW })] });
    await store.plan(NOW + MINUTE);
    const { reminders, deliveries } = await store.plan(NOW + 300 * 24 * HOUR);
    expect([reminders, deliveries]).toEqual([[], []]);
  });
});

describe('claiming', () => {
  test('gives one delivery once; killed before it was recorded, again after two minutes', async () => {
    const store = aStore(aLedger());
    await store.plan(NOW);
    const first = store.claim(NOW);
    expect(first).toMatchObject({ id: 'delivery1', state: 'claimed', attempts: 1 });
    expect(store.claim(NOW + 2 * MINUTE - 1)).toBeNull();
    expect(nextWake(store.ledger(), NOW, aPlace())).toBe(NOW + 2 * MINUTE);
    expect(store.claim(NOW + 2 * MINUTE)).toMatchObject({ id: 'delivery1', attempts: 2 });
  });

  test('a claim by a clock that was ahead does not hold for ever', async () => {
    const store = aStore(aLedger());
    await store.plan(NOW);
    const ahead = NOW + 8 * HOUR;
    expect(claim(store.ledger(), ahead).claimed).not.toBeNull();
    store.edit(applyChange(store.ledger(), claim(store.ledger(), ahead).change));
    expect(store.claim(NOW)).toMatchObject({ id: 'delivery1' });
  });

  test('what a clock that is ahead ends in the same change is no part of what is said', async () => {
    const store = aStore(aLedger());
    await store.plan(NOW);
    // By then another step says it.
    expect(claim(store.ledger(), NOW + 3 * 24 * HOUR).claimed).toBeNull();
    expect(store.claim(NOW)).toMatchObject({ id: 'delivery1' });
  });

  test('one whose reasons ended while it was claimed is not tried again', async () => {
    const store = aStore(aLedger());
    await store.plan(NOW);
    store.claim(NOW);
    store.edit({ licenses: [] });
    await store.plan(NOW + MINUTE);
    expect(store.claim(NOW + 2 * MINUTE)).toBeNull();
    expect(store.ledger().deliveries[0]?.state).toBe('cancelled');
  });
});

describe('what came of it', () => {
  test('shown: recorded, in the history too', async () => {
    const store = aStore(aLedger());
    await store.plan(NOW);
    store.claim(NOW);
    const change = sent(store.ledger(), 'delivery1', { now: NOW + 1 });
    expect(change.deliveries).toMatchObject([{ state: 'sent', sentAt: NOW + 1 }]);
    expect(change.history).toMatchObject([
      { kind: 'notified', shopId: 'shop', detail: { count: 1, reasons: 'expiring' } },
    ]);
  });

  test('not shown: tried again later and later, within an hour, spread by jitter', async () => {
    const store = aStore(aLedger());
    await store.plan(NOW);
    let now = NOW;
    const waits: number[] = [];
    for (let i = 0; i < 10; i += 1) {
      expect(store.claim(now)).not.toBeNull();
      const at = now;
      await store.update((ledger) =>
        failed(ledger, 'delivery1', BLOCKED, { now: at, claimedAt: at, jitter: 1, limit: 5 }),
      );
      const next = store.ledger().deliveries[0]?.nextAttemptAt ?? 0;
      waits.push(next - now);
      expect(store.claim(next - 1)).toBeNull();
      now = next;
    }
    expect(waits.slice(0, 3)).toEqual([30_000, 60_000, 120_000]);
    expect(waits.at(-1)).toBe(HOUR);
    const least = failed(
      applyChange(store.ledger(), claim(store.ledger(), now).change),
      'delivery1',
      BLOCKED,
      { now, claimedAt: now, jitter: 0, limit: 5 },
    );
    expect(least.deliveries?.[0]?.nextAttemptAt).toBe(now + HOUR / 2);
  });
});

describe('delivering', () => {
  type Show = Parameters<typeof showing>[0]['show'];
  const port = (store: ReturnType<typeof aStore>, show: Show, now = NOW) =>
    showing({ update: store.update, show, clock: () => now });

  test('shows each pending delivery once', async () => {
    const store = aStore(aLedger());
    await store.plan(NOW);
    const shown: string[] = [];
    const run = port(store, async ({ id }) => void shown.push(id));
    expect(await deliverDue(run)).toBe(1);
    expect(await deliverDue(run)).toBe(0);
    expect(shown).toEqual(['delivery1']);
  });

  test('what could not be said for days is said as what it is by now, once', async () => {
    const store = aStore(aLedger());
    await store.plan(at('2026-11-29T09:00'));
    const refuse = () => Promise.reject(new Error('blocked'));
    await deliverDue(port(store, refuse, at('2026-11-29T09:00')));
    await store.plan(NOW);
    const shown: string[] = [];
    await deliverDue(port(store, async (one, ledger) => void shown.push(...saidBy(one, ledger))));
    expect(shown).toEqual(['expiring 2']);
    expect(store.ledger().deliveries.map((one) => one.state)).toEqual(['cancelled', 'sent']);
  });

  test('two at once show it once', async () => {
    const store = aStore(aLedger());
    await store.plan(NOW);
    const shown: string[] = [];
    const run = port(store, async ({ id }) => void shown.push(id));
    await Promise.all([deliverDue(run), deliverDue(run)]);
    expect(shown).toEqual(['delivery1']);
  });

  test('a browser that refuses leaves it pending', async () => {
    const store = aStore(aLedger());
    await store.plan(NOW);
    const run = port(store, () => Promise.reject(new Error('anything at all')));
    expect(await deliverDue(run)).toBe(0);
    expect(store.ledger().deliveries).toMatchObject([
      { state: 'pending', attempts: 1, error: 'blocked', nextAttemptAt: NOW + 22_500 },
    ]);
  });
});

test.each([
  ['put off by a look of a clock that was ahead', 60 * HOUR, 0, true],
  ['of a digest in three days', 72 * HOUR, 72 * HOUR, false],
])('a row that nobody tried, %s', async (_, next, slot, isTaken) => {
  const store = aStore(aLedger({ licenses: [aLicense()] }));
  const [row] = (await store.plan(NOW)).deliveries;
  if (!row) throw new Error('nothing is to be said');
  store.edit({ deliveries: [{ ...row, nextAttemptAt: NOW + next, slotAt: NOW + slot }] });
  expect(store.claim(NOW + MINUTE) !== null).toBe(isTaken);
});

test.each([
  ['fails past its limit', { state: 'pending', failedAt: NOW, sentAt: null }, 'spare'],
  ['was said and not answered', { state: 'sent', sentAt: NOW }, 'boss'],
] as const)(
  'what another place says by its own name of a step, and %s, is followed up',
  (_, over, followedBy) => {
    const target = (id: string): Target => ({
      id,
      channel: 'slack',
      name: id,
      config: {},
      secretName: null,
      people: [],
      kinds: ['expiry'],
      enabled: true,
    });
    const routes = [
      {
        kind: 'expiry' as const,
        targetIds: ['room'],
        fallbackIds: ['spare'],
        escalation: { targetId: 'boss', afterHours: 4 },
      },
    ];
    const ledger = aLedger({
      targets: ['room', 'spare', 'boss'].map(target),
      policies: [{ ...everyDay, routes }],
    });
    const hook = { ...aNotification(() => Promise.reject(new Error())), id: 'slack' as const };
    const place = {
      ...aPlace(),
      channels: new Map([['slack' as const, hook]]),
      speaks: () => true,
    };
    const [own] = planChange(ledger, NOW, place).reminders ?? [];
    if (!own) throw new Error('nothing is to be said');
    const theirs = { ...own, id: 'of-another', occurrence: 1 };
    const row = aDelivery({ reminderIds: [theirs.id], elsewhere: true, ...over });
    const later = { ...ledger, reminders: [own, theirs], deliveries: [row] };
    const { deliveries = [] } = planChange(later, NOW + 8 * HOUR, place);
    expect(deliveries.map((one) => one.target)).toEqual([followedBy]);
  },
);
