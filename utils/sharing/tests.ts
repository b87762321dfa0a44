import type { KeyTestSaid } from '../model/companion-renewals.schema.ts';
import type { LicensesAnswer } from '../model/companion-shared.schema.ts';
import type { KeyTest } from '../model/key-test.ts';
import type { Ledger } from '../model/ledger.ts';
import type { Aliases } from './aliases.ts';

/** The newest test of each key that this browser made itself, where the companion knows no newer one. */
export function testsToSay(
  ledger: Ledger,
  shopId: { here: string; there: string },
  { keyTests, licenses }: LicensesAnswer,
  { there }: Aliases,
): KeyTestSaid[] {
  const ours = new Set(
    ledger.licenses.filter((one) => one.shopId === shopId.here).map(({ id }) => id),
  );
  const newest = new Map<string, KeyTest>();
  for (const test of ledger.keyTests.toSorted((a, b) => a.at - b.at)) {
    if (ours.has(test.licenseId)) newest.set(there(test.licenseId), test);
  }
  const shared = new Set(licenses.map(({ id }) => id));
  const knownAt = new Map(keyTests.map((test) => [test.licenseId, test.at]));
  return [...newest].flatMap(([licenseId, { by, id, at, attempt, retestAt, ...rest }]) => {
    if (by !== 'worker' || !shared.has(licenseId) || (knownAt.get(licenseId) ?? 0) >= at) return [];
    const { licenseId: _ours, ...result } = rest;
    return [{ shopId: shopId.there, licenseId, id, at, attempt, retestAt, result }];
  });
}
