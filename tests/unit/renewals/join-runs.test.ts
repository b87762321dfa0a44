import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Renewal, RenewalEnd } from '../../../utils/model/renewal.ts';
import { joinEnds, joinNotes, joinRuns } from '../../../utils/renewals/join-runs.ts';
import { pairRuns } from '../../../utils/renewals/same-run.ts';

const text = fc.constantFrom('', 'あ', 'い', 'GMOは島田', '済');
const moment = fc.nat(20);
const end: fc.Arbitrary<RenewalEnd | null> = fc.option(
  fc.oneof(
    fc.record({
      how: fc.constant('done' as const),
      reason: fc.constant(null),
      by: fc.constant('kagiban' as const),
      at: moment,
    }),
    fc.record({
      how: fc.constant('reason' as const),
      reason: fc.constantFrom('移転', '使わない'),
      by: fc.constant('person' as const),
      at: moment,
    }),
  ),
);
const run: fc.Arbitrary<Renewal> = fc.record({
  id: fc.constantFrom('r1', 'r2', 'r3'),
  shopId: fc.constant('s'),
  appId: fc.constantFrom('app', 'app2'),
  kind: fc.constantFrom('issue' as const, 'update' as const),
  oldLicenseId: fc.option(fc.constantFrom('k1', 'k2')),
  newLicenseId: fc.option(fc.constantFrom('k2', 'k3')),
  openedBy: fc.constantFrom('hand' as const, 'newKey' as const),
  openedAt: moment,
  rmsDoneAt: fc.option(moment),
  notes: text,
  closed: end,
});
const later = (a: string, b: string): string => (a > b ? a : b);

describe('two records of one run', () => {
  test('say the same whichever is whose, and once more is no different', () => {
    fc.assert(
      fc.property(run, run, (a, b) => {
        fc.pre(a.openedAt !== b.openedAt);
        const one = joinRuns(a, { ...b, id: a.id, appId: a.appId, kind: a.kind }, later);
        const other = joinRuns({ ...b, id: a.id, appId: a.appId, kind: a.kind }, a, later);
        expect(one).toEqual(other);
        expect(joinRuns({ ...a, ...one }, { ...b, ...one }, later)).toEqual(one);
      }),
      { numRuns: 200 },
    );
  });

  test('lose no word of anybody', () => {
    fc.assert(
      fc.property(text, text, text, (base, a, b) => {
        const joined = joinNotes(base, a, b);
        for (const [mine, theirs] of [
          [a, b],
          [b, a],
        ] as const) {
          // Gone is only what one side took away and the other had not touched.
          if (!joined.includes(mine)) expect([mine, joined]).toEqual([base, theirs]);
        }
        expect(joinNotes(base, joined, b)).toBe(joined);
      }),
      { numRuns: 200 },
    );
  });

  test("a person's reason is never taken back, and done is not believed against what is known", () => {
    fc.assert(
      fc.property(end, end, fc.boolean(), (a, b, proved) => {
        const joined = joinEnds(a, b, () => proved);
        for (const one of [a, b]) {
          if (one?.how === 'reason') expect(joined?.reason).toContain(one.reason);
        }
        if (joined === null && (a ?? b) !== null)
          expect([(a ?? b)?.how, proved]).toEqual(['done', false]);
      }),
      { numRuns: 200 },
    );
  });

  test('are paired once each, and only with a run of the same app and kind', () => {
    const list = fc.uniqueArray(run, { selector: ({ id }) => id, maxLength: 3 });
    fc.assert(
      fc.property(list, list, (ours, theirs) => {
        const pairs = [...pairRuns(ours, theirs)];
        expect(new Set(pairs.map(([, { id }]) => id)).size).toBe(pairs.length);
        for (const [id, one] of pairs) {
          const other = theirs.find((each) => each.id === id);
          if (id !== one.id) expect([other?.appId, other?.kind]).toEqual([one.appId, one.kind]);
        }
      }),
      { numRuns: 200 },
    );
  });
});
