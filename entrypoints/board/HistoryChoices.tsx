import { ErrorLine } from '../../components/ErrorLine.tsx';
import { save } from '../../components/save.ts';
import { t } from '../../components/say.ts';
import { toolName } from '../../components/toolName.ts';
import { useAction } from '../../components/useAction.ts';
import type { Known } from '../../components/useLedger.ts';
import type { StoredHistory } from '../../utils/ledger/store.ts';
import { WHOSE, type Whose } from '../../utils/overview/merged-history.ts';
import { historyCsv } from './exportHistory.ts';

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
  wanted: (entry: StoredHistory) => boolean;
}

/** This browser's own history as a file, as far back as it goes. */
export function SaveFile({ known, wanted }: SaveProps) {
  const csv = useAction(async () => {
    const text = await historyCsv(known, wanted, t);
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
        {t('board.historyCsv')}
      </button>
      <ErrorLine code={csv.error} />
    </>
  );
}
