import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyChange, isEmpty, joinChanges } from '../../../utils/ledger/apply.ts';
import { emptyLedger } from '../../../utils/ledger/collections.ts';
import type { App, LedgerChange } from '../../../utils/model/ledger.ts';

const anApp = (id: string, name: string): App => ({
  id,
  shopId: 'shop',
  developer: '店舗様',
  name,
  owner: 'shop',
});

const id = fc.constantFrom('a', 'b', 'c');
const aChange: fc.Arbitrary<LedgerChange> = fc
  .record({
    put: fc.uniqueArray(fc.tuple(id, fc.constantFrom('一', '二')), { selector: ([one]) => one }),
    remove: fc.uniqueArray(id),
    hint: fc.option(fc.nat()),
  })
  .map(({ put, remove, hint }) => ({
    apps: put.filter(([one]) => !remove.includes(one)).map(([one, name]) => anApp(one, name)),
    remove: { apps: remove },
    meta: { id: 'meta', firstReadingAt: null, hintDismissedAt: hint },
    history: [{ at: hint ?? 0, kind: 'copied', shopId: null, subjectId: null, detail: {} }],
  }));

const sorted = (ledger: ReturnType<typeof emptyLedger>) => ({
  ...ledger,
  apps: ledger.apps.toSorted((a, b) => a.id.localeCompare(b.id)),
});

test('two changes joined are the one after the other', () => {
  fc.assert(
    fc.property(aChange, aChange, aChange, (start, first, second) => {
      const ledger = applyChange(emptyLedger(), start);
      const apart = applyChange(applyChange(ledger, first), second);
      const joined = joinChanges(first, second);
      expect(sorted(applyChange(ledger, joined))).toEqual(sorted(apart));
      expect(joined.history).toEqual([...(first.history ?? []), ...(second.history ?? [])]);
    }),
  );
});

test('nothing joined with nothing is nothing', () => {
  expect(isEmpty(joinChanges({}, {}))).toBe(true);
  const ledger = emptyLedger();
  expect(applyChange(ledger, {}).licenses).toBe(ledger.licenses);
});
