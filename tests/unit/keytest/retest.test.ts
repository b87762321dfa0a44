import { describe, expect, test } from 'vitest';
import { nextRetest, retestAfter } from '../../../utils/keytest/retest.ts';
import type { TestResult } from '../../../utils/model/key-test.ts';
import { MINUTE } from '../../../utils/model/time.ts';

const ISSUED = 1_800_000_000_000;
const at = (minutes: number): number => ISSUED + minutes * MINUTE;

describe('retestAfter', () => {
  test.each([
    // [minutes since issue, number of the test just done, next number, its minutes]
    [0, 0, 1, 15],
    [14, 0, 1, 15],
    [15, 1, 2, 30],
    [16, 0, 2, 30],
    [40, 0, 3, 60],
    [30, 2, 3, 60],
    [60, 3, 4, 90],
    [89, 1, 4, 90],
  ])('%i min after issue, test %i → test %i at %i min', (now, attempt, next, minutes) => {
    expect(retestAfter(ISSUED, attempt, at(now))).toEqual({ attempt: next, at: at(minutes) });
  });

  test.each([
    [90, 4],
    [90, 0],
    [300, 1],
    [10, 4],
  ])('%i min after issue, test %i → none', (now, attempt) => {
    expect(retestAfter(ISSUED, attempt, at(now))).toBeNull();
  });

  test('a clock set back by a day does not put the retest off by a day', () => {
    expect(retestAfter(ISSUED, 0, at(-1_440))).toEqual({ attempt: 1, at: at(-1_425) });
  });
});

describe('nextRetest', () => {
  const result = (some: Partial<TestResult>): TestResult => ({
    verdict: 'valid',
    expiresOn: null,
    causes: [],
    missingFunctions: [],
    why: null,
    probes: [],
    ...some,
  });
  const done = { issuedAt: ISSUED, firstTestAt: at(20), attempt: 0, now: at(20) };

  test.each<[Partial<TestResult>]>([
    [{ verdict: 'valid' }],
    [{ verdict: 'expired' }],
    [{ verdict: 'functionNotSelected' }],
    [{ verdict: 'refused', causes: ['stopped', 'wrongKey'] }],
    [{ verdict: 'undetermined', why: 'vendorKey' }],
    [{ verdict: 'undetermined', why: 'noSecret' }],
  ])('waiting would not change %o', (some) => {
    expect(nextRetest(result(some), done)).toBeNull();
  });

  test.each<[Partial<TestResult>]>([
    [{ verdict: 'notYetActive' }],
    [{ verdict: 'serviceDown' }],
    [{ verdict: 'undetermined', why: 'unclearAnswer' }],
    [{ verdict: 'refused', causes: ['notYetActive', 'wrongKey'] }],
  ])('waiting may change %o: counted from issue', (some) => {
    expect(nextRetest(result(some), done)).toEqual({ attempt: 2, at: at(30) });
  });

  test('counted from the first test where the issue is unknown or long ago', () => {
    const down = result({ verdict: 'serviceDown' });
    for (const issuedAt of [null, at(-10_000)]) {
      expect(nextRetest(down, { ...done, issuedAt })).toEqual({ attempt: 1, at: at(35) });
    }
  });
});
