import { askAgain } from '../../components/background.ts';
import { ledgerReader } from '../../components/ledgerReader.ts';
import type { Known } from '../../components/useLedger.ts';
import { formatFullDate } from '../../components/words.ts';
import type { Say } from '../../utils/model/say.ts';
import { csvOf } from '../../utils/overview/csv.ts';
import type { HistoryLine } from '../../utils/overview/merged-history.ts';
import { wholeHistory } from '../../utils/overview/whole-history.ts';
import { aboutWords, changeWords, whoWords } from './historyWords.ts';

/** Every line that is wanted, as far back as it goes. Rejects where the paired companion does not answer. */
export async function wantedHistory(
  wanted: (line: HistoryLine) => boolean,
  paired: boolean,
): Promise<HistoryLine[]> {
  const reader = await ledgerReader();
  const lines = await wholeHistory({
    own: (count, before) => reader.history(count, before),
    others: paired ? (further) => askAgain('companion.history', { further }) : null,
  });
  return lines.filter(wanted);
}

/** The text of a CSV file, in the words of the screen. */
export function historyCsv(lines: HistoryLine[], { overview, ledger }: Known, t: Say): string {
  const shops = new Map(overview.shops.map((shop) => [shop.id, shop.label ?? shop.mark]));
  const head = [
    t('board.col.when'),
    t('common.shop'),
    t('board.col.who'),
    t('board.col.what'),
    t('board.col.app'),
    t('board.col.state'),
  ];
  const rows = lines.map((line) => [
    formatFullDate(line.at, t),
    shops.get(line.shopId ?? '') ?? '',
    whoWords(line, t),
    t(`board.history.${line.kind}`),
    aboutWords(line, ledger),
    changeWords(line, ledger, t),
  ]);
  return csvOf([head, ...rows]);
}
