import type { Cause, TestResult } from '../model/key-test.ts';
import type { MessageKey, Say } from '../model/say.ts';
import { MINUTE, type Instant, type JstDate } from '../model/time.ts';

/** A test in words for staff. */
export interface TestWords {
  /** A word or two: 「使えます」. */
  verdict: string;
  /** What that means here, in one or two sentences. */
  says: string;
  /** What may have led to it, most likely first; empty where it is known. */
  causes: string[];
  /** The one next step. */
  next: string;
}

/** What to do about the most likely cause. */
const NEXT_OF_CAUSE: Record<Cause, MessageKey> = {
  expired: 'keytest.next.expired',
  wrongKey: 'keytest.next.wrongKey',
  notYetActive: 'keytest.next.wait',
  functionNotSelected: 'keytest.next.functionNotSelected',
  stopped: 'keytest.next.stopped',
  updateAvailable: 'keytest.next.updateAvailable',
  awaitingApproval: 'keytest.next.awaitingApproval',
};

/**
 * Says a result in the UI's language. `day` writes a date as the page around it does; `retestAt` is
 * when it is tested again, null = it isn't.
 */
export function wordsOf(
  t: Say,
  result: TestResult & { retestAt: Instant | null },
  { now, day }: { now: Instant; day: (date: JstDate) => string },
): TestWords {
  return {
    verdict: t(`keytest.verdict.${result.verdict}`),
    says: sentence(t, result, day),
    causes: result.causes.map((cause) => t(`keytest.cause.${cause}`)),
    next: nextStep(t, result, now),
  };
}

function sentence(t: Say, result: TestResult, day: (date: JstDate) => string): string {
  const { verdict, expiresOn, missingFunctions, why } = result;
  switch (verdict) {
    case 'valid':
      return expiresOn ? t('keytest.says.validUntil', [day(expiresOn)]) : t('keytest.says.valid');
    case 'expired':
      return expiresOn ? t('keytest.says.expiredOn', [day(expiresOn)]) : t('keytest.says.expired');
    case 'functionNotSelected':
      return t('keytest.says.functionNotSelected', [missingFunctions.join(', ')]);
    case 'undetermined':
      return t(`keytest.says.${why ?? 'unclearAnswer'}`);
    default:
      return t(`keytest.says.${verdict}`);
  }
}

function nextStep(t: Say, result: TestResult & { retestAt: Instant | null }, now: Instant): string {
  if (result.retestAt !== null) {
    const minutes = Math.ceil((result.retestAt - now) / MINUTE);
    return minutes > 0 ? t('keytest.next.retest', [String(minutes)]) : t('keytest.next.retestDue');
  }
  switch (result.verdict) {
    case 'valid':
    case 'expired':
    case 'functionNotSelected':
      return t(`keytest.next.${result.verdict}`);
    case 'refused':
      return t(NEXT_OF_CAUSE[result.causes[0] ?? 'wrongKey']);
    case 'undetermined':
      return t(
        result.why === null || result.why === 'unclearAnswer'
          ? 'keytest.next.wait'
          : `keytest.next.${result.why}`,
      );
    default:
      return t('keytest.next.wait');
  }
}
