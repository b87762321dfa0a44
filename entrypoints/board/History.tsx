import { useEffect, useState } from 'preact/hooks';
import { ErrorLine } from '../../components/ErrorLine.tsx';
import { ledgerReader } from '../../components/ledgerReader.ts';
import { t } from '../../components/say.ts';
import { useAction } from '../../components/useAction.ts';
import type { Known } from '../../components/useLedger.ts';
import { formatFull } from '../../components/words.ts';
import type { StoredHistory } from '../../utils/ledger/store.ts';
import {
  mergedHistory,
  type HistoryLine,
  type OwnHistory,
  type Whose,
} from '../../utils/overview/merged-history.ts';
import type { ShopView } from '../../utils/overview/types.ts';
import { isOfTool } from '../../utils/overview/who.ts';
import { SaveFile, ToolChoice, WhoseChoice } from './HistoryChoices.tsx';
import { aboutWords, changeWords, whoWords } from './historyWords.ts';
import { useSharedHistory, type SharedHistoryState } from './useSharedHistory.ts';

const PAGE = 50;

interface Props {
  known: Known;
  shop: ShopView | undefined;
  /** With a companion, whose other browsers' history stands beside ours. */
  paired: boolean;
}

/** 履歴: what happened, newest first, read page by page; what other browsers did stands beside it. */
export function History({ known, shop, paired }: Props) {
  const [own, setOwn] = useState<OwnHistory>({ entries: [], ended: false });
  const others = useSharedHistory(paired);
  const [tool, setTool] = useState('');
  const [whose, setWhose] = useState<Whose | ''>('');
  const more = useAction(async (had: StoredHistory[]) => {
    const reader = await ledgerReader();
    const next = await reader.history(PAGE, had.at(-1)?.seq);
    setOwn({ entries: [...had, ...next], ended: next.length < PAGE });
  });
  // A changed ledger may have new entries at the top: read again from there.
  useEffect(() => more.run([]), [known.ledger]);
  const wanted = (line: HistoryLine): boolean =>
    (!shop || line.shopId === shop.id) &&
    isOfTool(line, tool) &&
    (whose === '' || line.whose === whose);
  const shown = mergedHistory(own, others.shared).filter(wanted);
  const ended = own.ended && others.known && others.shared.further.length === 0;
  return (
    <section aria-labelledby="history-title">
      <h2 id="history-title">{t('board.tab.history')}</h2>
      <ErrorLine code={more.error} />
      {own.entries.length + others.shared.entries.length > 0 && (
        <div class="buttons">
          <ToolChoice known={known} tool={tool} onTool={setTool} />
          {paired && <WhoseChoice whose={whose} onWhose={setWhose} />}
          <SaveFile known={known} wanted={wanted} paired={paired} />
        </div>
      )}
      {paired && <OthersState others={others} />}
      {(ended || others.error) && shown.length === 0 && (
        <div class="nothing">
          <p>{t('board.historyEmpty')}</p>
          <p class="quiet">{t('board.historyEmptyBody')}</p>
        </div>
      )}
      {shown.length > 0 && <Entries entries={shown} known={known} />}
      {!ended && own.entries.length > 0 && (!own.ended || others.shared.further.length > 0) && (
        <button
          type="button"
          class="button"
          disabled={more.busy || others.busy}
          onClick={() => {
            if (!own.ended) more.run(own.entries);
            others.more();
          }}
        >
          {t('board.historyMore')}
        </button>
      )}
    </section>
  );
}

/** Why nothing of others stands here; nothing where something does. */
function OthersState({ others: { shared, known, error } }: { others: SharedHistoryState }) {
  if (error === 'companionUnreachable') {
    return (
      <p class="quiet" role="status" data-kagiban="history-offline">
        {t('board.historyOffline')}
      </p>
    );
  }
  if (error) return <ErrorLine code={error} />;
  const empty = known && shared.entries.length + shared.further.length === 0;
  return empty ? <p class="quiet">{t('board.historyAlone')}</p> : null;
}

const Entries = ({ entries, known }: { entries: HistoryLine[]; known: Known }) => (
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
          <tr
            key={entry.key}
            data-kagiban="history"
            data-kind={entry.kind}
            data-whose={entry.whose}
          >
            <td>{formatFull(entry.at, known.now, t)}</td>
            <td class="quiet">{whoWords(entry, t)}</td>
            <td>{t(`board.history.${entry.kind}`)}</td>
            <td>{aboutWords(entry, known.ledger)}</td>
            <td>{changeWords(entry, known.ledger, t)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
