import { useRef, useState } from 'preact/hooks';
import { ask } from '../../components/background.ts';
import { ErrorLine } from '../../components/ErrorLine.tsx';
import { Notice } from '../../components/Notice.tsx';
import { t } from '../../components/say.ts';
import { taken } from '../../components/taken.ts';
import { toolName } from '../../components/toolName.ts';
import { useAction } from '../../components/useAction.ts';
import type { Known } from '../../components/useLedger.ts';
import type { ToolBinding } from '../../utils/model/tool.ts';
import type { KnownComparison } from '../../utils/tools/compare-known.ts';

/** 照合 without carrying: what was copied out of a tool is a key that was carried here before, or is not. */
export function CompareKey({ bindings, known }: { bindings: ToolBinding[]; known: Known }) {
  const text = useRef<HTMLInputElement>(null);
  const [bindingId, setBinding] = useState('');
  const [answer, setAnswer] = useState<KnownComparison | null>(null);
  const compare = useAction(async () => {
    setAnswer(null);
    setAnswer(await ask('tool.compare', { bindingId, text: taken(text.current) }));
  });
  const { customTools, apps } = known.ledger;
  const nameOf = ({ connectorId, appId }: ToolBinding): string =>
    [toolName(connectorId, t, customTools), apps.find(({ id }) => id === appId)?.name ?? '']
      .filter(Boolean)
      .join('・');
  return (
    <form
      class="card inline-form"
      autoComplete="off"
      data-kagiban="compare-key"
      onSubmit={(event) => {
        event.preventDefault();
        compare.run();
      }}
    >
      <p class="grow">
        <strong>{t('sweep.compare')}</strong> <span class="quiet">{t('sweep.compareHint')}</span>
      </p>
      <select
        required
        aria-label={t('board.col.tool')}
        value={bindingId}
        onChange={(event) => setBinding(event.currentTarget.value)}
      >
        <option value="">{t('sweep.whichTool')}</option>
        {bindings.map((one) => (
          <option key={one.id} value={one.id}>
            {nameOf(one)}
          </option>
        ))}
      </select>
      <input
        ref={text}
        type="password"
        class="mono"
        required
        maxLength={1000}
        autoComplete="off"
        aria-label={t('popup.compareText')}
      />
      <button type="submit" class="button" disabled={compare.busy}>
        {t('popup.compareSubmit')}
      </button>
      {answer && (
        <Notice
          level={answer.sight === 'same' ? 'fine' : 'unknown'}
          role="status"
          data={{ 'data-compared': answer.sight }}
        >
          {t(`sweep.compared.${answer.sight}`, [answer.last4 ?? ''])}
        </Notice>
      )}
      <ErrorLine code={compare.error} />
    </form>
  );
}
