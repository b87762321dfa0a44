import type { StoredHistory } from '../ledger/store.ts';
import type { Further, SharedHistory } from '../sharing/history.ts';
import { type HistoryLine, mergedHistory } from './merged-history.ts';

const BATCH = 500;

export interface HistorySources {
  /** So many entries of this browser, newest first, from before that one on. */
  own: (count: number, beforeSeq?: number) => Promise<StoredHistory[]>;
  /** A page of what others did; null = no companion is paired. */
  others: ((further: Further[] | null) => Promise<SharedHistory>) | null;
}

/** The history as far back as every source goes, newest first. Rejects where one of them can't be read. */
export async function wholeHistory({ own, others }: HistorySources): Promise<HistoryLine[]> {
  const entries: StoredHistory[] = [];
  for (;;) {
    const next = await own(BATCH, entries.at(-1)?.seq);
    entries.push(...next);
    if (next.length < BATCH) break;
  }
  const shared = others ? await allOf(others) : { entries: [], further: [] };
  return mergedHistory({ entries, ended: true }, shared);
}

async function allOf(others: NonNullable<HistorySources['others']>): Promise<SharedHistory> {
  const all = await others(null);
  while (all.further.length > 0) {
    const next = await others(all.further);
    all.entries.push(...next.entries);
    all.further = next.further;
  }
  return all;
}
