import type { KeyTest, TestResult, Verdict } from '../utils/model/key-test.ts';
import type { Say } from '../utils/model/say.ts';
import type { Instant } from '../utils/model/time.ts';
import type { Level } from '../utils/overview/types.ts';
import { formatDate, formatMoment } from './words.ts';

export const VERDICT_LEVEL: Record<Verdict, Level> = {
  valid: 'fine',
  expired: 'broken',
  refused: 'unknown',
  notYetActive: 'waiting',
  functionNotSelected: 'soon',
  serviceDown: 'unknown',
  undetermined: 'unknown',
};

/** What a test says, no more than it proves, and what would settle it (promise 4). */
export function verdictWords(test: TestResult | KeyTest, t: Say): string {
  switch (test.verdict) {
    case 'expired':
      return t('popup.verdict.expired', [test.expiresOn ? formatDate(test.expiresOn, t) : '']);
    case 'refused':
      return t('popup.verdict.refused', [
        test.causes.map((cause) => t(`popup.cause.${cause}`)).join(t('popup.cause.separator')),
      ]);
    case 'functionNotSelected':
      return t('popup.verdict.functionNotSelected', [
        test.missingFunctions.join(t('popup.cause.separator')),
      ]);
    case 'undetermined':
      return t(`popup.verdict.${test.why ?? 'unclearAnswer'}`);
    default:
      return t(`popup.verdict.${test.verdict}`);
  }
}

export const retestWords = (at: Instant, now: Instant, t: Say): string =>
  t('popup.retestAt', [formatMoment(at, now, t)]);
