import { useEffect, useState } from 'preact/hooks';
import { ErrorLine } from '../../components/ErrorLine.tsx';
import { ledgerReader } from '../../components/ledgerReader.ts';
import { save } from '../../components/save.ts';
import { t } from '../../components/say.ts';
import { toolName } from '../../components/toolName.ts';
import { useAction } from '../../components/useAction.ts';
import type { Known } from '../../components/useLedger.ts';
import { formatFull } from '../../components/words.ts';
import type { StoredHistory } from '../../utils/ledger/store.ts';
import type { ShopView } from '../../utils/overview/types.ts';
import { isOfTool, whoOf } from '../../utils/overview/who.ts';
import { historyCsv } from './exportHistory.ts';
import { changeWords, subjectWords } from './historyWords.ts';

const PAGE = 50;

/** 履歴: what happened, newest first, read from the store page by page. */
export function History({ known, shop }: { known: Known; shop: ShopView | undefined }) {
  const [entries, setEntries] = useState<StoredHistory[]>([]);
  const [ended, setEnded] = useState(false);
  const [tool, setTool] = useState('');
  const more = useAction(async (had: StoredHistory[]) => {
    const reader = await ledgerReader();
    const next = await reader.history(PAGE, had.at(-1)?.seq);
    setEntries([...had, ...next]);
    setEnded(next.length < PAGE);
  });
  // A changed ledger may have new entries at the top: read again from there.
  useEffect(() => more.run([]), [known.ledger]);
  const wanted = (one: StoredHistory): boolean =>
    (!shop || one.shopId === shop.id) && isOfTool(one, tool);
  const shown = entries.filter(wanted);
  return (
    <section aria-labelledby="history-title">
      <h2 id="history-title">{t('board.tab.history')}</h2>
      <ErrorLine code={more.error} />
      {entries.length > 0 && <Choices known={known} tool={tool} onTool={setTool} wanted={wanted} />}
      {ended && shown.length === 0 && (
        <div class="nothing">
          <p>{t('board.historyEmpty')}</p>
          <p class="quiet">{t('board.historyEmptyBody')}</p>
        </div>
      )}
      {shown.length > 0 && <Entries entries={shown} known={known} />}
      {!ended && entries.length > 0 && (
        <button type="button" class="button" disabled={more.busy} onClick={() => more.run(entries)}>
          {t('board.historyMore')}
        </button>
      )}
    </section>
  );
}

interface ChoicesProps {
  known: Known;
  tool: string;
  onTool: (connectorId: string) => void;
  wanted: (entry: StoredHistory) => boolean;
}

/** One tool or all, and what is shown as a file. */
function Choices({ known, tool, onTool, wanted }: ChoicesProps) {
  const tools = [...new Set(known.ledger.bindings.map(({ connectorId }) => connectorId))];
  const csv = useAction(async () => {
    const csv = await historyCsv(known, wanted, t);
    save(`kagiban-${known.overview.today}.csv`, 'text/csv;charset=utf-8', csv);
  });
  return (
    <div class="buttons">
      {tools.length > 0 && (
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
      )}
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
    </div>
  );
}

const Entries = ({ entries, known }: { entries: StoredHistory[]; known: Known }) => (
  <div class="wide" role="group" aria-labelledby="history-title" tabIndex={0}>
    <table class="history">
      <thead>
        <tr>
          <th scope="col">{t('board.col.when')}</th>
          <th scope="col">{t('board.col.who')}</th>
          <th scope="col">{t('board.col.what')}</th>
          <th scope="col">{t('board.col.app')}</th>
          <th scope="col">
            <span class="seen-only-by-readers">{t('board.col.state')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={entry.seq} data-kagiban="history" data-kind={entry.kind}>
            <td>{formatFull(entry.at, known.now, t)}</td>
            <td class="quiet">{t(`board.who.${whoOf(entry)}`)}</td>
            <td>{t(`board.history.${entry.kind}`)}</td>
            <td>{subjectWords(entry, known.ledger)}</td>
            <td>{changeWords(entry, known.ledger, t)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
