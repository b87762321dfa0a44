import type { KeyTest } from '../model/key-test.ts';
import type { Ledger, LedgerChange } from '../model/ledger.ts';
import type { Instant } from '../model/time.ts';

/**
 * Takes a test that another place made of a key, once, never dated later than now. Null where the key is
 * none of this ledger.
 */
export function takeTest(ledger: Ledger, test: KeyTest, now: Instant): LedgerChange | null {
  const license = ledger.licenses.find(({ id }) => id === test.licenseId);
  if (!license) return null;
  if (ledger.keyTests.some(({ id }) => id === test.id)) return {};
  const at = Math.min(test.at, now);
  const { verdict, by, attempt } = test;
  return {
    keyTests: [{ ...test, at }],
    history: [
      {
        at,
        kind: 'keyTest',
        shopId: license.shopId,
        subjectId: license.id,
        detail: { verdict, by, attempt },
      },
    ],
  };
}
