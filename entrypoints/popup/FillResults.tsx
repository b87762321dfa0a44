import { useState } from 'preact/hooks';
import { ask } from '../../components/background.ts';
import { ErrorLine } from '../../components/ErrorLine.tsx';
import { Notice } from '../../components/Notice.tsx';
import { t } from '../../components/say.ts';
import { Shape } from '../../components/Shape.tsx';
import { useAction } from '../../components/useAction.ts';
import type { Known } from '../../components/useLedger.ts';
import type { ToolInFront, ToolTestAnswer } from '../../utils/messages/protocol.ts';
import type { FieldResult } from '../../utils/model/tool.ts';
import { Saved } from './Saved.tsx';

interface Props {
  tabId: number;
  tool: ToolInFront;
  results: FieldResult[];
  /** The shop of the key that was filled. */
  shopId: string | null;
  known: Known | null;
}

/** How every field ended, what was not done (saving), and the next steps that only a person can take. */
export function FillResults({ tabId, tool, results, shopId, known }: Props) {
  const filled = results.filter((one) => one.outcome === 'filled').length;
  return (
    <>
      <ul class="fields">
        {results.map(({ field, outcome }) => (
          <li key={field} data-kagiban="fill-result" data-field={field} data-outcome={outcome}>
            <Shape level={outcome === 'filled' ? 'fine' : 'unknown'} />
            <span>
              <strong>{labelOf(field, tool)}</strong> {t(`fill.${outcome}`)}
            </span>
          </li>
        ))}
      </ul>
      <Total filled={filled} all={results.length} />
      {filled > 0 && tool.hasTest && <ToolTest tabId={tabId} lookId={tool.lookId} />}
      {filled > 0 && <Saved tool={tool} shopId={shopId} known={known} />}
    </>
  );
}

const labelOf = (field: FieldResult['field'], tool: ToolInFront): string =>
  tool.fields.find((one) => one.field === field)?.label ?? t(`popup.fieldKind.${field}`);

const Total = ({ filled, all }: { filled: number; all: number }) => (
  <Notice level={filled === all ? 'waiting' : 'unknown'} role="status">
    {filled === 0 ? t('popup.filledNone') : t('popup.filledAll')}
    {filled > 0 && filled < all && <p>{t('popup.filledSome')}</p>}
  </Notice>
);

const LEVEL = { ok: 'fine', failed: 'urgent', notRun: 'waiting' } as const;

function ToolTest({ tabId, lookId }: { tabId: number; lookId: string }) {
  const [answer, setAnswer] = useState<ToolTestAnswer | null>(null);
  const read = useAction(async () => {
    setAnswer(await ask('tool.readTest', { tabId, lookId }));
  });
  return (
    <>
      <p class="quiet">{t('popup.readTestHint')}</p>
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
      {answer && (
        <Notice
          level={LEVEL[answer.result]}
          role="status"
          data={{ 'data-kagiban': 'tool-test', 'data-result': answer.result }}
        >
          {t(`popup.toolTest.${answer.result}`)}
        </Notice>
      )}
      <ErrorLine code={read.error} />
    </>
  );
}
