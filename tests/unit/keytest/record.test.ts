import { describe, expect, test } from 'vitest';
import { emptyLedger } from '../../../utils/ledger/collections.ts';
import { applyChange } from '../../../utils/ledger/apply.ts';
import { recordTest, requestFor, retestsDue } from '../../../utils/keytest/record.ts';
import type { CarriedInfo } from '../../../utils/model/carry.ts';
import type { TestResult } from '../../../utils/model/key-test.ts';
import type { Ledger, License } from '../../../utils/model/ledger.ts';
import { makeSecret } from '../../../utils/model/secret.ts';
import { MINUTE } from '../../../utils/model/time.ts';

const ISSUED = Date.UTC(2026, 11, 4, 3);
let ids = 0;
const newId = (): string => `id${(ids += 1)}`;

const license: License = {
  id: 'l1',
  shopId: 's1',
  appId: 'a1',
  last4: 'NEW1',
  expiry: null,
  conflict: null,
  state: 'active',
  stateText: '利用中',
  updateSeenSince: null,
  issuedSeenAt: ISSUED,
  firstSeenAt: ISSUED,
  lastSeenAt: ISSUED,
  missedReadings: 0,
  goneAt: null,
};
const ledger: Ledger = {
  ...emptyLedger(),
  apps: [{ id: 'a1', shopId: 's1', developer: '店舗様', name: 'アプリ', owner: 'shop' }],
  licenses: [license],
};
const info: CarriedInfo = {
  id: 'c1',
  shopId: 's1',
  appId: 'a1',
  licenseId: 'l1',
  developer: '店舗様',
  app: 'アプリ',
  last4: 'NEW1',
  hasSecret: true,
  carriedAt: ISSUED,
  idleUntil: ISSUED,
  keepUntil: ISSUED + 95 * MINUTE,
  warnings: [],
};
const result = (over: Partial<TestResult>): TestResult => ({
  verdict: 'valid',
  expiresOn: null,
  causes: [],
  missingFunctions: [],
  why: null,
  probes: [],
  ...over,
});
const notYet = result({ verdict: 'notYetActive' });

/** Runs tests at the given minutes after issue; gives each test and the ledger after it. */
function testedAt(minutes: number[], outcomes: TestResult[]) {
  let now = ledger;
  const tests = minutes.map((minute, index) => {
    const done = { result: outcomes[index] ?? notYet, by: 'worker' as const };
    const { test: made, change } = recordTest(now, info, done, newId, ISSUED + minute * MINUTE);
    now = applyChange(now, change);
    return made;
  });
  return { tests, ledger: now };
}
const retestsIn = (tests: { retestAt: number | null }[]) =>
  tests.map(({ retestAt }) => (retestAt === null ? null : (retestAt - ISSUED) / MINUTE));

test('a refusal while RMS tells of an outage is no word on the key', () => {
  const outage = { title: '障害', from: ISSUED, to: ISSUED + 60 * MINUTE, seenAt: ISSUED };
  const told = { ...ledger, meta: { ...ledger.meta, outage } };
  const done = {
    result: result({ verdict: 'refused', causes: ['expired'] }),
    by: 'worker' as const,
  };
  const at = (minute: number): unknown =>
    recordTest(told, info, done, newId, ISSUED + minute * MINUTE).test;
  expect(at(30)).toMatchObject({ verdict: 'serviceDown', causes: [] });
  expect(at(120)).toMatchObject({ verdict: 'refused', causes: ['expired'] });
});

describe('the series of retests', () => {
  test('goes 15, 30, 60, 90 minutes after issue, then ends', () => {
    const { tests } = testedAt([1, 15, 30, 60, 90], []);
    expect(retestsIn(tests)).toEqual([15, 30, 60, 90, null]);
    expect(tests.map(({ attempt }) => attempt)).toEqual([0, 1, 2, 3, 4]);
  });
  test('testing again too early uses up no retest', () => {
    const { tests } = testedAt([1, 2, 3], []);
    expect(retestsIn(tests)).toEqual([15, 15, 15]);
  });
  test('a valid answer ends it, and the next test begins anew', () => {
    const { tests } = testedAt([1, 15, 20], [notYet, result({}), result({})]);
    expect(retestsIn(tests)).toEqual([15, null, null]);
    expect(tests.at(-1)?.attempt).toBe(0);
  });
  test('a kept key is due at its retest and not before', () => {
    const { ledger: after } = testedAt([1], []);
    expect(retestsDue(after, [info], ISSUED + 14 * MINUTE)).toEqual([]);
    expect(retestsDue(after, [info], ISSUED + 15 * MINUTE)).toEqual([info]);
    expect(retestsDue(after, [{ ...info, licenseId: null }], ISSUED + 15 * MINUTE)).toEqual([]);
  });
});

describe('what a test leaves', () => {
  test('a date that only the API gave; never over one that a page gave', () => {
    const dated = { result: result({ expiresOn: '2027-03-03' }), by: 'worker' as const };
    expect(recordTest(ledger, info, dated, newId, ISSUED).change.licenses?.[0]?.expiry).toEqual({
      on: '2027-03-03',
      basis: 'api',
    });
    const known = { ...license, expiry: { on: '2027-01-01', basis: 'page' } as const };
    const { change } = recordTest({ ...ledger, licenses: [known] }, info, dated, newId, ISSUED);
    expect(change.licenses).toBeUndefined();
  });
  test('nothing in the ledger for a key that it does not know', () => {
    const unknown = { ...info, licenseId: null };
    expect(
      recordTest(ledger, unknown, { result: notYet, by: 'worker' }, newId, ISSUED).change,
    ).toEqual({});
  });
});

test('a date that a person gave is not sent as read', () => {
  const given = { ...license, expiry: { on: '2026-01-01', basis: 'person' } as const };
  const credentials = { licenseKey: makeSecret('k'), serviceSecret: null };
  const request = requestFor({ ...ledger, licenses: [given] }, info, credentials, ['a', 'a']);
  expect(request).toMatchObject({ owner: 'shop', expiresOn: null, requiredFunctions: ['a'] });
});
