import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyChange } from '../../../utils/ledger/apply.ts';
import { emptyLedger } from '../../../utils/ledger/collections.ts';
import { merge } from '../../../utils/ledger/merge.ts';
import type { Ledger } from '../../../utils/model/ledger.ts';
import {
  LICENSE_STATES,
  PAGE_CLASSES,
  type LicenseRow,
  type Reading,
  type ShopIdentity,
} from '../../../utils/model/reading.ts';
import { anEvent, aReading, aRow, ids, T0 } from './make.ts';

const DATES = ['2027-01-01', '2027-02-01', '2027-03-01'] as const;

/** Rows out of a small world, so that the same apps and keys meet again and again. */
const rowsOf = (last4s: string[]): fc.Arbitrary<LicenseRow[]> =>
  fc
    .uniqueArray(
      fc.record({
        app: fc.constantFrom('一', '二', '三'),
        last4: fc.option(fc.constantFrom(...last4s), { freq: 8 }),
        expiresOn: fc.option(fc.constantFrom(...DATES), { freq: 4 }),
        state: fc.constantFrom(...LICENSE_STATES),
      }),
      { selector: (row) => `${row.app} ${row.last4}`, maxLength: 5 },
    )
    .map((rows) => rows.map((row) => aRow({ ...row, stateText: row.state })));

const readingOf = (shop: fc.Arbitrary<ShopIdentity>, last4s: string[]): fc.Arbitrary<Reading> =>
  fc
    .record({
      shop,
      licenses: rowsOf(last4s),
      licenseCoverage: fc.constantFrom('complete', 'complete', 'partial'),
      page: fc.constantFrom('appList', 'appList', 'appDetail'),
      pageClass: fc.oneof(
        { weight: 6, arbitrary: fc.constant('keys' as const) },
        { weight: 1, arbitrary: fc.constantFrom(...PAGE_CLASSES) },
      ),
      events: fc.subarray([anEvent(), anEvent({ service: '別' })]),
      issuedNow: fc.boolean(),
    })
    .map((over) => aReading(over));

const LAST4S = ['AAAA', 'BBBB', 'CCCC', 'DDDD'];
const named = (n: number): ShopIdentity => ({
  digits: `${n}`.repeat(6),
  slug: `shop-${n}`,
  name: `店舗${n}`,
});
/** What a page shows of a shop: both, one or the other. */
const partsOf = (n: number): fc.Arbitrary<ShopIdentity> => {
  const all = named(n);
  return fc.constantFrom(all, { ...all, slug: null }, { ...all, digits: null });
};
const anyShop = fc.constantFrom(1, 2, 3).chain(partsOf);

function replay(readings: Reading[], each?: (ledger: Ledger, reading: Reading) => void): Ledger {
  const newId = ids();
  let ledger = emptyLedger();
  readings.forEach((reading, i) => {
    const now = T0 + i * 60_000;
    const one = { ...reading, at: now };
    ledger = applyChange(ledger, merge(ledger, one, { now, newId }));
    each?.(ledger, one);
  });
  return ledger;
}

const pairsOf = (ledger: Ledger) => {
  const apps = new Map(ledger.apps.map((app) => [app.id, app]));
  return ledger.licenses.map((license) => ({
    license,
    app: apps.get(license.appId),
    shop: ledger.shops.find((shop) => shop.id === license.shopId),
  }));
};

describe('whatever is read', () => {
  test('a reading merged twice changes nothing more', () => {
    fc.assert(
      fc.property(fc.array(readingOf(anyShop, LAST4S), { maxLength: 12 }), (readings) => {
        const newId = ids();
        replay(readings, (ledger, reading) => {
          expect(merge(ledger, reading, { now: reading.at + 1000, newId })).toEqual({});
        });
      }),
    );
  });

  test('every record belongs to a shop and an app that are there, and no key stands twice', () => {
    fc.assert(
      fc.property(fc.array(readingOf(anyShop, LAST4S), { maxLength: 25 }), (readings) => {
        const ledger = replay(readings);
        const seen = new Set<string>();
        for (const { license, app, shop } of pairsOf(ledger)) {
          expect(shop).toBeDefined();
          expect(app?.shopId).toBe(license.shopId);
          const key = `${license.appId} ${license.last4}`;
          expect(seen.has(key)).toBe(false);
          seen.add(key);
        }
        for (const page of ledger.pages) {
          if (page.shopId) expect(ledger.shops.some((shop) => shop.id === page.shopId)).toBe(true);
        }
      }),
    );
  });

  test('no key that was ever read is lost, in whatever order', () => {
    fc.assert(
      fc.property(fc.array(readingOf(anyShop, LAST4S), { maxLength: 25 }), (readings) => {
        const ledger = replay(readings);
        const kept = new Set(
          pairsOf(ledger).map(({ license, shop }) => `${shop?.name} ${license.last4}`),
        );
        for (const { pageClass, shop, licenses } of readings) {
          if (pageClass !== 'keys') continue;
          for (const { last4 } of licenses) {
            if (last4) expect(kept).toContain(`${shop.name} ${last4}`);
          }
        }
      }),
    );
  });

  test('a key is gone only if the last two complete readings of its shop did not show it', () => {
    fc.assert(
      fc.property(
        fc.array(readingOf(fc.constantFrom(named(1), named(2)), LAST4S), { maxLength: 25 }),
        (readings) => {
          const ledger = replay(readings);
          for (const { license, app, shop } of pairsOf(ledger)) {
            const witnesses = readings
              .filter((one) => one.pageClass === 'keys' && one.shop.digits === shop?.digits)
              .filter((one) => {
                const whole = one.licenseCoverage === 'complete' && one.page === 'appList';
                return whole || shows(one, app?.name, license.last4);
              });
            const missing = witnesses
              .slice(-2)
              .filter((one) => !shows(one, app?.name, license.last4));
            if (license.goneAt !== null) expect(missing).toHaveLength(2);
          }
        },
      ),
    );
  });
});

const shows = (reading: Reading, app: string | undefined, last4: string | null): boolean =>
  reading.licenses.some((row) => row.app === app && row.last4 === last4);

describe('two shops never mix', () => {
  const world = (n: number, shop: fc.Arbitrary<ShopIdentity>) =>
    readingOf(
      shop,
      LAST4S.map((last4) => `${n}${last4.slice(1)}`),
    );

  test('that are named, although they have the same apps', () => {
    const any = fc.constantFrom(1, 2, 3).chain((n) => world(n, partsOf(n)));
    fc.assert(
      fc.property(fc.array(any, { maxLength: 25 }), (readings) => {
        for (const { license, shop } of pairsOf(replay(readings))) {
          if (license.last4) expect(shop?.name).toBe(`店舗${license.last4[0]}`);
        }
      }),
    );
  });

  test('of which some pages name nobody', () => {
    const nobody = { digits: null, slug: null, name: null };
    const any = fc
      .constantFrom(1, 2, 3)
      .chain((n) => world(n, fc.oneof(partsOf(n), fc.constant(nobody))));
    fc.assert(
      fc.property(fc.array(any, { maxLength: 25 }), (readings) => {
        const shopsOf = new Map<string, Set<string>>();
        for (const { license } of pairsOf(replay(readings))) {
          if (!license.last4) continue;
          const worlds = shopsOf.get(license.shopId) ?? new Set();
          shopsOf.set(license.shopId, worlds.add(license.last4[0] ?? ''));
        }
        for (const worlds of shopsOf.values()) expect(worlds.size).toBe(1);
      }),
    );
  });
});
