import { useId, useRef, useState } from 'preact/hooks';
import { ask } from '../../components/background.ts';
import { ErrorLine } from '../../components/ErrorLine.tsx';
import { Notice } from '../../components/Notice.tsx';
import { t } from '../../components/say.ts';
import { toolName } from '../../components/toolName.ts';
import { useAction } from '../../components/useAction.ts';
import type { Known } from '../../components/useLedger.ts';
import type { CarriedInfo } from '../../utils/model/carry.ts';
import { toolsByHand } from '../../utils/tools/by-hand.ts';
import { ToolNotes } from './ToolNotes.tsx';
import { taken } from '../../components/taken.ts';

interface Props {
  info: CarriedInfo;
  known: Known | null;
}

type Answer = Awaited<ReturnType<typeof ask<'carry.compare'>>>;

/**
 * 照合, for a tool that Kagiban can't fill: what was copied out of its field is the same key or another. The
 * text is read from the field, which is emptied before it is sent, and is kept nowhere.
 */
export function Compare({ info, known }: Props) {
  const id = useId();
  const text = useRef<HTMLInputElement>(null);
  const [connectorId, setConnectorId] = useState('');
  const [part, setPart] = useState<'licenseKey' | 'serviceSecret'>('licenseKey');
  const [answer, setAnswer] = useState<Answer | null>(null);
  const app = known?.ledger.apps.find((one) => one.id === info.appId) ?? null;
  const compare = useAction(async () => {
    setAnswer(null);
    const copied = taken(text.current);
    setAnswer(
      await ask('carry.compare', {
        carryId: info.id,
        part,
        text: copied,
        connectorId: connectorId || null,
      }),
    );
  });
  return (
    <details class="paste" data-kagiban="compare">
      <summary>{t('popup.compare')}</summary>
      <form
        autoComplete="off"
        onSubmit={(event) => {
          event.preventDefault();
          compare.run();
        }}
      >
        <p class="quiet">{t('popup.compareHint')}</p>
        <label for={`${id}-tool`}>{t('board.col.tool')}</label>
        <select
          id={`${id}-tool`}
          value={connectorId}
          onChange={(event) => setConnectorId(event.currentTarget.value)}
        >
          <option value="">{t('popup.compareNoTool')}</option>
          {toolsByHand(app, info).map((one) => (
            <option key={one.id} value={one.id}>
              {toolName(one.id, t, [])}
            </option>
          ))}
        </select>
        {connectorId !== '' && <ToolNotes connectorId={connectorId} />}
        {info.hasSecret && (
          <>
            <label for={`${id}-part`}>{t('popup.toolField')}</label>
            <select
              id={`${id}-part`}
              value={part}
              onChange={(event) => setPart(event.currentTarget.value as typeof part)}
            >
              <option value="licenseKey">{t('popup.fieldKind.licenseKey')}</option>
              <option value="serviceSecret">{t('popup.fieldKind.serviceSecret')}</option>
            </select>
          </>
        )}
        <label for={`${id}-text`}>{t('popup.compareText')}</label>
        <input
          ref={text}
          id={`${id}-text`}
          type="password"
          class="mono"
          required
          autoComplete="off"
        />
        <div>
          <button type="submit" class="button" disabled={compare.busy}>
            {t('popup.compareSubmit')}
          </button>
        </div>
      </form>
      {answer && <Compared answer={answer} />}
      <ErrorLine code={compare.error} />
    </details>
  );
}

const Compared = ({ answer: { comparison, otherApp, recorded } }: { answer: Answer }) => (
  <>
    {otherApp && <Notice level="unknown">{t('fill.otherApp')}</Notice>}
    <Notice
      level={comparison === 'same' ? 'fine' : 'urgent'}
      role="status"
      data={{ 'data-compared': comparison }}
    >
      {t(`compare.${comparison}`)}
      {recorded && <p class="quiet">{t('compare.recorded')}</p>}
    </Notice>
  </>
);
