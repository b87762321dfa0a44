import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyChange } from '../../../utils/ledger/apply.ts';
import type { Ledger, LedgerChange } from '../../../utils/model/ledger.ts';
import type { Delivery } from '../../../utils/model/reminder.ts';
import { DAY, HOUR, MINUTE, type Instant } from '../../../utils/model/time.ts';
import { nextWake } from '../../../utils/reminders/alarm.ts';
import { deliverDue } from '../../../utils/reminders/deliver.ts';
import { planChange } from '../../../utils/reminders/outbox.ts';
import { aLedger, aLicense, aPlace, at, aWorker, saidBy, showing } from './make.ts';

// The key of make.ts ends on 2026-12-06.
const END = at('2026-12-07T00:00');
const STEPS = [30, 14, 7, 3, 2, 1, 0];
const ALL = [...STEPS.map((days) => `expiring ${days}`), 'expired'];
/** 09:00 of the day so many days before the last one. */
const dueAt = (days: number): Instant => at('2026-12-06T09:00') - days * DAY;

/** What must be said at a wake, in the plainest words: an oracle that shares no code with the plan. */
function oracle(wakes: Instant[]): string[] {
  const said: string[] = [];
  let last = Infinity;
  for (const now of wakes) {
    if (now >= END) {
      if (!said.includes('expired')) said.push('expired');
      continue;
    }
    const passed = STEPS.filter((days) => dueAt(days) <= now);
    if (passed.length === 0 || Math.min(...passed) >= last) continue;
    const daysLeft = Math.ceil((END - now) / DAY) - 1;
    last = Math.min(...STEPS.filter((days) => days >= daysLeft));
    said.push(`expiring ${last}`);
  }
  return said;
}

const aMoment = fc.integer({ min: END - 60 * DAY, max: END + 30 * DAY });

describe('every threshold', () => {
  test('exactly once, however often and irregularly the worker wakes', () => {
    fc.assert(
      fc.property(fc.array(aMoment, { maxLength: 60 }), (moments) => {
        const wakes = moments.sort((a, b) => a - b);
        const worker = aWorker(aLedger());
        for (const now of wakes) worker.wake(now);
        expect(worker.said()).toEqual(oracle(wakes));
      }),
    );
  });

  test('exactly once and on its minute, when it wakes at the times it asks for', () => {
    const worker = aWorker(aLedger());
    let now = END - 60 * DAY;
    while (now < END + 5 * DAY) {
      worker.wake(now);
      const next = nextWake(worker.ledger(), now, aPlace());
      expect(next).toBeGreaterThan(now);
      now = next;
    }
    expect(worker.shown).toEqual([
      ...STEPS.map((days) => ({ at: dueAt(days), said: [`expiring ${days}`] })),
      { at: END, said: ['expired'] },
    ]);
  });

  test('again in full after a clock that jumped about was set right', () => {
    fc.assert(
      fc.property(fc.array(aMoment, { maxLength: 20 }), (jumps) => {
        const worker = aWorker(aLedger());
        for (const now of jumps) worker.wake(now);
        const before = worker.said().length;
        for (let now = END - 40 * DAY; now < END + 40 * DAY; now += 6 * HOUR) worker.wake(now);
        // What was said before that day by a right clock is not due in this span.
        expect(worker.said().slice(before)).toEqual(ALL);
      }),
      { numRuns: 40 },
    );
  });

  test('never a bigger one after a smaller, and no two at once, while the clock goes forward', () => {
    fc.assert(
      fc.property(fc.array(aMoment, { maxLength: 40 }), (moments) => {
        const worker = aWorker(aLedger());
        for (const now of moments.sort((a, b) => a - b)) worker.wake(now);
        for (const one of worker.shown) expect(one.said).toHaveLength(1);
        const ranks = worker.said().map((said) => ALL.indexOf(said));
        expect(ranks).toEqual([...new Set(ranks)].sort((a, b) => a - b));
      }),
    );
  });
});

class Killed extends Error {}

/** A worker that may be killed before or after any write and any showing, by a list of lots. */
function aMortalWorker(lots: boolean[]) {
  let ledger: Ledger = aLedger();
  let now = END - 60 * DAY;
  let n = 0;
  let drawn = 0;
  const shown: { id: string; said: string[] }[] = [];
  const mayDie = (): void => {
    const lot = lots[drawn];
    drawn += 1;
    if (lot) throw new Killed();
  };
  const update = async (decide: (ledger: Ledger) => LedgerChange): Promise<Ledger> => {
    mayDie();
    ledger = applyChange(ledger, decide(ledger));
    mayDie();
    return ledger;
  };
  /** The kill must end the run, not be taken for a browser that refuses. */
  const dead = { now: false };
  const live = async (): Promise<void> => {
    dead.now = false;
    await update((known) =>
      planChange(
        known,
        now,
        aPlace(() => `d${(n += 1)}`),
      ),
    );
    const show = async (delivery: Delivery, known: Ledger): Promise<void> => {
      try {
        mayDie();
        shown.push({ id: delivery.id, said: saidBy(delivery, known) });
        mayDie();
      } catch (error) {
        dead.now = true;
        throw error;
      }
    };
    await deliverDue(
      showing({
        update: (decide) => (dead.now ? Promise.reject(new Killed()) : update(decide)),
        clock: () => now,
        show,
      }),
    );
  };
  return {
    shown,
    ledger: () => ledger,
    async wake(at: Instant): Promise<void> {
      now = at;
      await live().catch((error: unknown) => {
        if (!(error instanceof Killed)) throw error;
      });
    },
  };
}

describe('a worker that is killed at any await', () => {
  test('says everything, and a thing twice only under the same name', async () => {
    const lots = fc.array(fc.oneof({ weight: 2, arbitrary: fc.boolean() }, fc.constant(false)), {
      maxLength: 60,
    });
    await fc.assert(
      fc.asyncProperty(lots, async (drawn) => {
        const worker = aMortalWorker(drawn);
        // Every quarter of an hour around each due time, so that each has the time to be said in the end.
        for (const due of [...STEPS.map(dueAt), END]) {
          for (let i = 0; i < 70; i += 1) await worker.wake(due + i * 15 * MINUTE);
        }
        const said = new Map<string, Set<string>>();
        for (const one of worker.shown) {
          expect(one.said).toHaveLength(1);
          const key = one.said[0] ?? '';
          said.set(key, (said.get(key) ?? new Set()).add(one.id));
        }
        expect([...said.keys()].filter((key) => ALL.includes(key))).toEqual(ALL);
        for (const names of said.values()) expect(names.size).toBe(1);
        expect(worker.ledger().deliveries.every((one) => one.state === 'sent')).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test('with two keys, in one notice', async () => {
    const worker = aWorker(
      aLedger({ licenses: [aLicense(), aLicense({ id: 'b', appId: 'b', last4: 'BBBB' })] }),
    );
    worker.wake(dueAt(7));
    expect(worker.shown.map((one) => one.said)).toEqual([['expiring 7', 'expiring 7']]);
  });
});
