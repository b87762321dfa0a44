import { useState } from 'preact/hooks';
import { ask } from '../../components/background.ts';
import { ErrorLine } from '../../components/ErrorLine.tsx';
import { Notice } from '../../components/Notice.tsx';
import { t } from '../../components/say.ts';
import { useAction } from '../../components/useAction.ts';
import { retestWords, verdictWords, VERDICT_LEVEL } from '../../components/verdictWords.ts';
import type { CarriedInfo } from '../../utils/model/carry.ts';
import type { KeyTest } from '../../utils/model/key-test.ts';

/** [キーを確かめる], what came of it, and the consent to keep the key for the checks to come. */
export function KeyCheck({ info, refresh }: { info: CarriedInfo; refresh: () => void }) {
  const [test, setTest] = useState<KeyTest | null>(null);
  const check = useAction(async () => {
    setTest(await ask('keytest.run', { carryId: info.id }));
    refresh();
  });
  return (
    <>
      <div class="buttons">
        <button
          type="button"
          class="button"
          data-kagiban="test"
          disabled={check.busy}
          onClick={check.run}
        >
          {t(check.busy ? 'popup.testing' : 'popup.testKey')}
        </button>
      </div>
      {test && <Result test={test} />}
      {test?.verdict === 'notYetActive' && info.keepUntil === null && (
        <Keep carryId={info.id} refresh={refresh} />
      )}
      <ErrorLine code={check.error} />
    </>
  );
}

const Result = ({ test }: { test: KeyTest }) => (
  <Notice
    level={VERDICT_LEVEL[test.verdict]}
    role="status"
    data={{ 'data-kagiban': 'verdict', 'data-verdict': test.verdict }}
  >
    <p>{verdictWords(test, t)}</p>
    {test.retestAt !== null && <p>{retestWords(test.retestAt, Date.now(), t)}</p>}
  </Notice>
);

function Keep({ carryId, refresh }: { carryId: string; refresh: () => void }) {
  const keep = useAction(async () => {
    await ask('carry.keep', { carryId });
    refresh();
  });
  return (
    <>
      <p class="quiet">{t('popup.keepHint')}</p>
      <div class="buttons">
        <button type="button" class="button" disabled={keep.busy} onClick={keep.run}>
          {t('popup.keep')}
        </button>
      </div>
      <ErrorLine code={keep.error} />
    </>
  );
}
