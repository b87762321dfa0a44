import { ledgerReader } from '../../components/ledgerReader.ts';
import type { Known } from '../../components/useLedger.ts';
import { formatFullDate } from '../../components/words.ts';
import type { StoredHistory } from '../../utils/ledger/store.ts';
import type { Say } from '../../utils/model/say.ts';
import { csvOf } from '../../utils/overview/csv.ts';
import { whoOf } from '../../utils/overview/who.ts';
import { changeWords, subjectWords } from './historyWords.ts';

const BATCH = 500;

/** Every entry that is wanted, newest first, as the text of a CSV file in the words of the screen. */
export async function historyCsv(
  known: Known,
  wanted: (entry: StoredHistory) => boolean,
  t: Say,
): Promise<string> {
  const reader = await ledgerReader();
  const entries: StoredHistory[] = [];
  for (;;) {
    const next = await reader.history(BATCH, entries.at(-1)?.seq);
    entries.push(...next);
    if (next.length < BATCH) break;
  }
  const shops = new Map(known.overview.shops.map((shop) => [shop.id, shop.label ?? shop.mark]));
  const head = [
    t('board.col.when'),
    t('common.shop'),
    t('board.col.who'),
    t('board.col.what'),
    t('board.col.app'),
    t('board.col.state'),
  ];
  const rows = entries
    .filter(wanted)
    .map((entry) => [
      formatFullDate(entry.at, t),
      shops.get(entry.shopId ?? '') ?? '',
      t(`board.who.${whoOf(entry)}`),
      t(`board.history.${entry.kind}`),
      subjectWords(entry, known.ledger),
      changeWords(entry, known.ledger, t),
    ]);
  return csvOf([head, ...rows]);
}
