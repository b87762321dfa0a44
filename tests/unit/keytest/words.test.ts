import { expect, test } from 'vitest';
import { wordsOf } from '../../../utils/keytest/words.ts';
import type { TestResult } from '../../../utils/model/key-test.ts';
import type { Say } from '../../../utils/model/say.ts';
import { MINUTE } from '../../../utils/model/time.ts';

// The keys are checked by the compiler; what is tested is which of them is said when.
const t: Say = (key, values = []) => [key.replace('keytest.', ''), ...values].join(' ');
const now = 1_800_000_000_000;
const words = (some: Partial<TestResult> & { retestAt?: number }) =>
  wordsOf(
    t,
    {
      verdict: 'valid',
      expiresOn: null,
      causes: [],
      missingFunctions: [],
      why: null,
      probes: [],
      retestAt: null,
      ...some,
    },
    { now, day: (date) => date.replaceAll('-', '/') },
  );

test.each<[Parameters<typeof words>[0], string, string]>([
  [{ expiresOn: '2026-12-31' }, 'says.validUntil 2026/12/31', 'next.valid'],
  [{}, 'says.valid', 'next.valid'],
  [{ verdict: 'expired', expiresOn: '2026-11-21' }, 'says.expiredOn 2026/11/21', 'next.expired'],
  [{ verdict: 'expired' }, 'says.expired', 'next.expired'],
  [
    { verdict: 'functionNotSelected', missingFunctions: ['rpay.order.getOrder', 'coupon.get'] },
    'says.functionNotSelected rpay.order.getOrder, coupon.get',
    'next.functionNotSelected',
  ],
  [
    { verdict: 'notYetActive', retestAt: now + 14.2 * MINUTE },
    'says.notYetActive',
    'next.retest 15',
  ],
  [{ verdict: 'notYetActive', retestAt: now - 1 }, 'says.notYetActive', 'next.retestDue'],
  [{ verdict: 'refused', causes: ['stopped', 'wrongKey'] }, 'says.refused', 'next.stopped'],
  [
    { verdict: 'refused', causes: ['notYetActive', 'wrongKey'], retestAt: now + 15 * MINUTE },
    'says.refused',
    'next.retest 15',
  ],
  [{ verdict: 'serviceDown' }, 'says.serviceDown', 'next.wait'],
  [{ verdict: 'undetermined', why: 'vendorKey' }, 'says.vendorKey', 'next.vendorKey'],
  [{ verdict: 'undetermined', why: 'noSecret' }, 'says.noSecret', 'next.noSecret'],
  [{ verdict: 'undetermined', why: 'otherShop' }, 'says.otherShop', 'next.otherShop'],
  [{ verdict: 'undetermined', why: 'unclearAnswer' }, 'says.unclearAnswer', 'next.wait'],
])('%o → %s; %s', (some, says, next) => {
  expect(words(some)).toMatchObject({ says, next, verdict: `verdict.${some.verdict ?? 'valid'}` });
});

test('causes are named in their order', () => {
  expect(words({ verdict: 'refused', causes: ['updateAvailable', 'wrongKey'] }).causes).toEqual([
    'cause.updateAvailable',
    'cause.wrongKey',
  ]);
});
