import { useState } from 'preact/hooks';
import { ErrorLine } from '../../components/ErrorLine.tsx';
import { Notice } from '../../components/Notice.tsx';
import { save } from '../../components/save.ts';
import { t } from '../../components/say.ts';
import { toolName } from '../../components/toolName.ts';
import { useAction } from '../../components/useAction.ts';
import type { Known } from '../../components/useLedger.ts';
import { errorCodeOf } from '../../utils/model/errors.ts';
import { type HistoryLine, WHOSE, type Whose } from '../../utils/overview/merged-history.ts';
import { historyCsv, wantedHistory } from './exportHistory.ts';

interface ToolProps {
  known: Known;
  tool: string;
  onTool: (connectorId: string) => void;
}

/** One tool or all. */
export function ToolChoice({ known, tool, onTool }: ToolProps) {
  const tools = [...new Set(known.ledger.bindings.map(({ connectorId }) => connectorId))];
  if (tools.length === 0) return null;
  return (
    <select
      aria-label={t('board.col.tool')}
      data-kagiban="history-tool"
      value={tool}
      onChange={(event) => onTool(event.currentTarget.value)}
    >
      <option value="">{t('board.allTools')}</option>
      {tools.map((id) => (
        <option key={id} value={id}>
          {toolName(id, t, known.ledger.customTools)}
        </option>
      ))}
    </select>
  );
}

interface WhoseProps {
  whose: Whose | '';
  onWhose: (whose: Whose | '') => void;
}

/** What this browser did, what others did, or all. */
export const WhoseChoice = ({ whose, onWhose }: WhoseProps) => (
  <select
    aria-label={t('board.col.who')}
    data-kagiban="history-whose"
    value={whose}
    onChange={(event) => onWhose(WHOSE.find((one) => one === event.currentTarget.value) ?? '')}
  >
    <option value="">{t('board.whose.all')}</option>
    {WHOSE.map((one) => (
      <option key={one} value={one}>
        {t(`board.whose.${one}`)}
      </option>
    ))}
  </select>
);

interface SaveProps {
  known: Known;
  wanted: (line: HistoryLine) => boolean;
  /** Then what others did is in it too. */
  paired: boolean;
}

/** The history as chosen above, as a file, as far back as it goes. */
export function SaveFile({ known, wanted, paired }: SaveProps) {
  const [isPart, setIsPart] = useState(false);
  const csv = useAction(async () => {
    setIsPart(false);
    const lines = await wantedHistory(wanted, paired).catch(async (error: unknown) => {
      if (errorCodeOf(error) !== 'companionUnreachable') throw error;
      const own = await wantedHistory(wanted, false);
      setIsPart(true);
      return own;
    });
    const text = historyCsv(lines, known, t);
    save(`kagiban-${known.overview.today}.csv`, 'text/csv;charset=utf-8', text);
  });
  return (
    <>
      <button
        type="button"
        class="button"
        data-kagiban="history-csv"
        disabled={csv.busy}
        onClick={csv.run}
      >
        {t(csv.busy ? 'board.historyCsvBusy' : 'board.historyCsv')}
      </button>
      {isPart && (
        <Notice level="unknown" role="status">
          {t('board.historyCsvPart')}
        </Notice>
      )}
      <ErrorLine code={csv.error} />
    </>
  );
}
