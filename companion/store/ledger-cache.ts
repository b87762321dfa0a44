import { COLLECTIONS } from '../../utils/ledger/collections.ts';
import type { Ledger } from '../../utils/model/ledger.ts';
import type { ShopRecord } from './types.ts';

/** Rows of all ledgers that are kept: some 20 MB. */
const MOST_ROWS = 30_000;

/**
 * Shops as they were last read or written here, so that the same text is not parsed at every request. A revision
 * has one content: what another process wrote since has another.
 */
export interface LedgerCache {
  /** The ledger of that revision; null = it is not kept. */
  of: (id: string, revision: number) => Ledger | null;
  /** Only what is on disk. */
  keep: (record: ShopRecord) => void;
}

export function ledgerCache(): LedgerCache {
  // The one that was used longest ago comes first.
  const kept = new Map<string, ShopRecord & { rows: number }>();
  let rows = 0;
  const drop = (id: string): void => {
    rows -= kept.get(id)?.rows ?? 0;
    kept.delete(id);
  };
  const keep = (record: ShopRecord): void => {
    drop(record.id);
    const own = COLLECTIONS.reduce((sum, name) => sum + record.ledger[name].length, 0);
    kept.set(record.id, { ...record, rows: own });
    rows += own;
    for (const id of kept.keys()) {
      if (rows <= MOST_ROWS) return;
      drop(id);
    }
  };
  return {
    of: (id, revision) => {
      const known = kept.get(id);
      if (known?.revision !== revision) return null;
      kept.delete(id);
      kept.set(id, known);
      return known.ledger;
    },
    keep,
  };
}
