import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyChange } from '../../../utils/ledger/apply.ts';
import { emptyLedger } from '../../../utils/ledger/collections.ts';
import { merge } from '../../../utils/ledger/merge.ts';
import type { Ledger } from '../../../utils/model/ledger.ts';
import { LICENSE_STATES, type Reading } from '../../../utils/model/reading.ts';
import { anEvent, aReading, aRow, ids, T0 } from './make.ts';

// Browsers that were offline bring their readings late, and in any order.

const MINUTE = 60_000;
const LATER = T0 + 1_000 * MINUTE;

function taken(readings: Reading[], now = LATER): Ledger {
  const newId = ids();
  return readings.reduce(
    (ledger, reading) => applyChange(ledger, merge(ledger, reading, { now, newId })),
    emptyLedger(),
  );
}

/** What stands, without ids and without what only the order of arrival can tell. */
const standing = (ledger: Ledger) => ({
  licenses: ledger.licenses
    .map(({ appId, last4, state, firstSeenAt, lastSeenAt }) => {
      const app = ledger.apps.find(({ id }) => id === appId)?.name;
      return { app, last4, state, firstSeenAt, lastSeenAt };
    })
    .sort((a, b) => `${a.app} ${a.last4}`.localeCompare(`${b.app} ${b.last4}`)),
  events: ledger.events.map(({ state, lastSeenAt }) => ({ state, lastSeenAt })),
  pages: ledger.pages.map(({ page, pageClass, at, readAt }) => ({ page, pageClass, at, readAt })),
  shop: ledger.shops.map(({ name, lastSeenAt }) => ({ name, lastSeenAt })),
});

const readings: fc.Arbitrary<Reading[]> = fc
  .array(
    fc.record({
      rows: fc.uniqueArray(
        fc.record({
          app: fc.constantFrom('一', '二'),
          last4: fc.constantFrom('AAAA', 'BBBB', 'CCCC'),
          state: fc.constantFrom(...LICENSE_STATES),
        }),
        { selector: ({ app, last4 }) => `${app}${last4}`, maxLength: 4 },
      ),
      granted: fc.constantFrom('active' as const, 'stopped' as const),
      name: fc.constantFrom('旧店名', '新店名'),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((list) =>
    list.map(({ rows, granted, name }, i) =>
      aReading({
        at: T0 + i * MINUTE,
        shop: { digits: '123456', slug: 'shop-a', name },
        // Not complete: a list without an app that another shows could be a rename.
        licenseCoverage: 'partial',
        licenses: rows.map((row) => aRow({ ...row, stateText: row.state })),
        events: [anEvent({ state: granted })],
      }),
    ),
  );

describe('readings that come late', () => {
  test('lead to the same as in their order', () => {
    const shuffled = readings.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    fc.assert(
      fc.property(shuffled, ([inOrder, anyOrder]) => {
        expect(standing(taken(anyOrder))).toEqual(standing(taken(inOrder)));
      }),
    );
  });

  const at = (minute: number, over: Partial<Reading>) =>
    aReading({ at: T0 + minute * MINUTE, ...over });

  test('take no state, date or list back, and count nothing as missing', () => {
    const fresh = at(9, { licenses: [aRow({ expiresOn: '2027-04-01', last4: 'NEWK' })] });
    const old = at(1, { licenses: [aRow({ last4: 'OLDK', state: 'expired' })] });
    const older = at(0, { licenses: [aRow({ last4: 'OLDK' })] });
    const ledger = taken([fresh, old, older, old, older]);
    const alive = ledger.licenses.map(({ last4, state, goneAt, issuedSeenAt }) => [
      last4,
      state,
      goneAt,
      issuedSeenAt,
    ]);
    expect(alive).toEqual([
      ['NEWK', 'active', null, null],
      ['OLDK', 'expired', null, null],
    ]);
    expect(ledger.pages[0]?.at).toBe(fresh.at);
  });

  test('a log-out of yesterday does not hide the keys of today', () => {
    const ledger = taken([
      at(9, { licenses: [aRow()] }),
      at(1, { pageClass: 'loggedOut', licenseCoverage: 'partial' }),
    ]);
    expect(ledger.pages.map(({ pageClass }) => pageClass)).toEqual(['keys']);
  });

  test('what was seen by a clock that ran ahead does not make today late', () => {
    const ahead = aReading({ at: T0 + 60 * MINUTE, licenses: [aRow({ state: 'active' })] });
    const wrong = taken([ahead], ahead.at);
    const now = T0 + MINUTE;
    const today = aReading({ at: now, licenses: [aRow({ state: 'stopped' })] });
    const after = applyChange(wrong, merge(wrong, today, { now, newId: ids() }));
    expect(after.licenses[0]).toMatchObject({ state: 'stopped', lastSeenAt: now });
  });
});
