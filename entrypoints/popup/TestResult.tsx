import { Notice } from '../../components/Notice.tsx';
import { t } from '../../components/say.ts';
import { formatDate } from '../../components/words.ts';
import { wordsOf } from '../../utils/keytest/words.ts';
import type { KeyTest, Verdict } from '../../utils/model/key-test.ts';
import type { Level } from '../../utils/overview/types.ts';

const LEVEL: Record<Verdict, Level> = {
  valid: 'fine',
  expired: 'broken',
  refused: 'unknown',
  notYetActive: 'waiting',
  functionNotSelected: 'soon',
  serviceDown: 'unknown',
  undetermined: 'unknown',
};

/** What a test says, no more than it proves, and what would settle it (promise 4). */
export function TestResult({ test }: { test: KeyTest }) {
  const words = wordsOf(t, test, { now: Date.now(), day: (date) => formatDate(date, t) });
  return (
    <Notice
      level={LEVEL[test.verdict]}
      role="status"
      data={{ 'data-kagiban': 'verdict', 'data-verdict': test.verdict }}
    >
      <strong>{words.verdict}</strong>
      <p>{words.says}</p>
      {words.causes.length > 0 && (
        <ul class="reasons">
          {words.causes.map((cause) => (
            <li key={cause}>{cause}</li>
          ))}
        </ul>
      )}
      <p>{words.next}</p>
    </Notice>
  );
}
