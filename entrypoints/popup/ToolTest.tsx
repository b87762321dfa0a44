import { useEffect, useState } from 'preact/hooks';
import { ask } from '../../components/background.ts';
import { ErrorLine } from '../../components/ErrorLine.tsx';
import { Notice } from '../../components/Notice.tsx';
import { t } from '../../components/say.ts';
import { useAction } from '../../components/useAction.ts';
import type { ToolTestAnswer } from '../../utils/tools/desk-types.ts';

const LEVEL = { ok: 'fine', failed: 'urgent', notRun: 'waiting' } as const;

/** What the tool's own test says on its page: read at once, and again when the person asks. */
export function ToolTest({ tabId, lookId }: { tabId: number; lookId: string }) {
  const [answer, setAnswer] = useState<ToolTestAnswer | null>(null);
  const read = useAction(async () => {
    setAnswer(await ask('tool.readTest', { tabId, lookId }));
  });
  useEffect(() => void read.run(), [lookId]);
  return (
    <>
      {answer && (
        <Notice
          level={LEVEL[answer.result]}
          role="status"
          data={{ 'data-kagiban': 'tool-test', 'data-result': answer.result }}
        >
          {t(`popup.toolTest.${answer.result}`)}
        </Notice>
      )}
      {answer?.result !== 'ok' && (
        <div class="buttons">
          <button
            type="button"
            class="button"
            data-kagiban="read-test"
            disabled={read.busy}
            onClick={read.run}
          >
            {t('popup.readTest')}
          </button>
        </div>
      )}
      <ErrorLine code={read.error} />
    </>
  );
}
