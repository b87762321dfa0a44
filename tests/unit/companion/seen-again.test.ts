import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seenAgain, withSeen, type SeenAgain } from '../../../companion/store/seen-again.ts';
import { applyChange } from '../../../utils/ledger/apply.ts';
import { emptyLedger } from '../../../utils/ledger/collections.ts';
import { merge } from '../../../utils/ledger/merge.ts';
import type { Ledger } from '../../../utils/model/ledger.ts';
import type { Reading } from '../../../utils/model/reading.ts';
import { anEvent, aReading, aRow, ids, T0 } from '../ledger/make.ts';

/** A shop as the store keeps it: the text, and beside it what was seen again since. */
function aStored() {
  const newId = ids();
  let ledger: Ledger = emptyLedger();
  let text = JSON.stringify(ledger);
  let seen: SeenAgain | null = null;
  let [now, beside] = [T0, 0];
  return {
    read: (reading: Partial<Reading>): void => {
      now += 60_000;
      const change = merge(ledger, aReading({ ...reading, at: now }), { now, newId });
      const again = seenAgain(ledger, change, seen);
      ledger = applyChange(ledger, change);
      if (again === null) text = JSON.stringify(ledger);
      else beside += 1;
      seen = again && (JSON.parse(JSON.stringify(again)) as SeenAgain);
    },
    ledger: () => ledger,
    /** As another process reads it. */
    stored: () => withSeen(JSON.parse(text) as Ledger, seen),
    beside: () => beside,
    seen: () => seen,
  };
}

const KEYS = ['A', 'B', 'C', 'D'].map((app) => aRow({ app, last4: `KEY${app}` }));
const list = { licenses: KEYS, events: [anEvent()] };

describe('a page that says the same again', () => {
  test('is kept as one time, however many keys it has', () => {
    const shop = aStored();
    for (let i = 0; i < 5; i += 1) shop.read(list);
    expect(shop.beside()).toBe(4);
    expect(Object.keys(shop.seen()?.one ?? {})).toHaveLength(2);
    expect(shop.stored()).toEqual(shop.ledger());
    expect(shop.stored().licenses[0]?.lastSeenAt).toBe(T0 + 5 * 60_000);
  });

  test('of one key, then of all: the later holds', () => {
    const shop = aStored();
    shop.read(list);
    shop.read({ ...list, licenses: KEYS.slice(0, 1), page: 'appDetail' });
    shop.read({ ...list, licenses: KEYS.slice(0, 1), page: 'appDetail' });
    expect(shop.stored()).toEqual(shop.ledger());
    shop.read(list);
    expect(shop.stored()).toEqual(shop.ledger());
    expect(new Set(shop.stored().licenses.map(({ lastSeenAt }) => lastSeenAt)).size).toBe(1);
  });

  test('and anything else goes into the text', () => {
    const shop = aStored();
    shop.read(list);
    for (const change of [
      { licenses: KEYS.slice(1) },
      { licenses: [...KEYS, aRow({ app: 'E', last4: 'KEYE' })] },
      { licenses: KEYS.map((one) => Object.assign({}, one, { state: 'expired' as const })) },
      { licenseCoverage: 'partial' as const, licenses: KEYS.slice(1) },
      { pageClass: 'maintenance' as const, licenses: [] },
    ]) {
      shop.read({ ...list, ...change });
      expect(shop.stored()).toEqual(shop.ledger());
      shop.read(list);
      expect(shop.stored()).toEqual(shop.ledger());
    }
  });
});

test('whatever is read, in whatever order, is stored as it is', () => {
  const anyReading = fc.record({
    licenses: fc.oneof({ weight: 2, arbitrary: fc.constant(KEYS) }, fc.subarray(KEYS)),
    events: fc.oneof({ weight: 2, arbitrary: fc.constant(list.events) }, fc.constant([])),
    page: fc.constantFrom('appList', 'appList', 'appList', 'appDetail'),
    licenseCoverage: fc.constantFrom('complete', 'complete', 'partial'),
  });
  let beside = 0;
  fc.assert(
    fc.property(fc.array(anyReading, { minLength: 3, maxLength: 20 }), (readings) => {
      const shop = aStored();
      for (const reading of readings) {
        shop.read(reading as Partial<Reading>);
        expect(shop.stored()).toEqual(shop.ledger());
      }
      beside += shop.beside();
    }),
    { numRuns: 200 },
  );
  expect(beside).toBeGreaterThan(200);
});
