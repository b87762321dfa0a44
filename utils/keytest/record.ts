import { outageAt } from '../ledger/merge-outages.ts';
import type { CarriedInfo } from '../model/carry.ts';
import type { KeyTest, TestResult } from '../model/key-test.ts';
import type { Ledger, LedgerChange, License } from '../model/ledger.ts';
import type { Instant } from '../model/time.ts';
import { nextRetest } from './retest.ts';
import type { Credentials, KeyTestRequest } from './types.ts';

/** What a test of a carried key asks, from what the ledger knows of it. */
export function requestFor(
  ledger: Ledger,
  info: Pick<CarriedInfo, 'licenseId' | 'appId' | 'shopId'>,
  credentials: Credentials,
  requiredFunctions: string[],
): KeyTestRequest {
  const license = ledger.licenses.find(({ id }) => id === info.licenseId);
  const app = ledger.apps.find(({ id }) => id === info.appId);
  return {
    // Of a key that nobody knows, only the shop's own app gives both halves (rms.md §1).
    owner: app?.owner ?? (credentials.serviceSecret ? 'shop' : 'vendor'),
    app: app ? { developer: app.developer, name: app.name } : null,
    shopDigits: ledger.shops.find(({ id }) => id === info.shopId)?.digits ?? null,
    credentials,
    // A date that a person gave is no date read: it must not make a verdict `expired` (promise 4).
    expiresOn: license?.expiry && license.expiry.basis !== 'person' ? license.expiry.on : null,
    state: license?.state ?? null,
    issuedAt: license?.issuedSeenAt ?? null,
    firstTestAt: seriesOf(ledger, info.licenseId)[0]?.at ?? null,
    requiredFunctions: [...new Set(requiredFunctions)],
  };
}

/** The kept keys whose newest test asks for another one by now. */
export const retestsDue = (ledger: Ledger, kept: CarriedInfo[], now: Instant): CarriedInfo[] =>
  kept.filter(({ licenseId }) => {
    const retestAt = seriesOf(ledger, licenseId).at(-1)?.retestAt ?? null;
    return retestAt !== null && retestAt <= now;
  });

/** Keeps a test: its place in the series of retests, the line of history, and a date that only the API gave. */
export function recordTest(
  ledger: Ledger,
  info: Pick<CarriedInfo, 'licenseId'>,
  done: { result: TestResult; by: KeyTest['by'] },
  newId: () => string,
  now: Instant,
): { test: KeyTest; change: LedgerChange } {
  const license = ledger.licenses.find(({ id }) => id === info.licenseId);
  const series = seriesOf(ledger, info.licenseId);
  const result = inItsTime(ledger, done.result, now);
  const attempt = attemptOf(series, now);
  const retest = nextRetest(result, {
    issuedAt: license?.issuedSeenAt ?? null,
    firstTestAt: series[0]?.at ?? now,
    attempt,
    now,
  });
  const test: KeyTest = {
    ...result,
    id: newId(),
    licenseId: info.licenseId ?? '',
    at: now,
    by: done.by,
    attempt,
    retestAt: retest?.at ?? null,
  };
  if (!license) return { test, change: {} };
  const dated = withApiDate(license, done.result);
  return {
    test,
    change: {
      keyTests: [test],
      ...(dated ? { licenses: [dated] } : {}),
      history: [
        {
          at: now,
          kind: 'keyTest',
          shopId: license.shopId,
          subjectId: license.id,
          detail: { verdict: test.verdict, by: test.by, attempt },
        },
      ],
    },
  };
}

/** While RMS itself tells of an outage of the WEB API, a refusal says nothing of the key (rms.md §6). */
const inItsTime = (ledger: Ledger, result: TestResult, now: Instant): TestResult =>
  result.verdict === 'refused' && outageAt(ledger, now) !== null
    ? { ...result, verdict: 'serviceDown', causes: [] }
    : result;

/** Tests of a license since the last one that settled it, oldest first. */
function seriesOf(ledger: Ledger, licenseId: string | null): KeyTest[] {
  const tests = ledger.keyTests
    .filter((test) => test.licenseId === licenseId && licenseId !== null)
    .sort((a, b) => a.at - b.at);
  const settled = tests.findLastIndex(({ retestAt }) => retestAt === null);
  return tests.slice(settled + 1);
}

/** A test before its time repeats the place of the last one, so that impatience uses up no retest. */
function attemptOf(series: KeyTest[], now: Instant): number {
  const last = series.at(-1);
  if (!last) return 0;
  return last.retestAt !== null && last.retestAt <= now ? last.attempt + 1 : last.attempt;
}

const withApiDate = (license: License, { expiresOn }: TestResult): License | null =>
  license.expiry === null && expiresOn !== null
    ? { ...license, expiry: { on: expiresOn, basis: 'api' } }
    : null;
