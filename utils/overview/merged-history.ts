import type { StoredHistory } from '../ledger/store.ts';
import type { HistoryEntry } from '../model/ledger.ts';
import type { Instant } from '../model/time.ts';
import type { SharedHistory } from '../sharing/history.ts';

/** Where a line comes from: this browser, a colleague's, or the companion itself. */
export const WHOSE = ['here', 'colleague', 'companion'] as const;
export type Whose = (typeof WHOSE)[number];

export interface HistoryLine extends HistoryEntry {
  key: string;
  whose: Whose;
  /** Of other browsers' lines: what it is about, by name. */
  about: string | null;
  /** The colleague and their browser. */
  from: { person: string; browser: string } | null;
}

/** What was read of this browser's own history so far, and whether that is all. */
export interface OwnHistory {
  entries: StoredHistory[];
  ended: boolean;
}

/**
 * One list, newest first, no further back than every source was read: an earlier line could still come in
 * between. Own entries are in the order in which they were written.
 */
export function mergedHistory(own: OwnHistory, shared: SharedHistory): HistoryLine[] {
  const oldest = own.ended ? -Infinity : (own.entries.at(-1)?.at ?? Infinity);
  const horizon: Instant = Math.max(oldest, ...shared.further.map(({ at }) => at));
  const lines: HistoryLine[] = [
    ...own.entries.map(({ seq, ...entry }) =>
      Object.assign({}, entry, {
        key: `here ${seq}`,
        whose: 'here' as const,
        about: null,
        from: null,
      }),
    ),
    ...shared.entries.map(({ id, from, ...entry }) =>
      Object.assign({}, entry, {
        key: id,
        whose: from ? ('colleague' as const) : ('companion' as const),
        from,
      }),
    ),
  ];
  return lines.filter(({ at }) => at >= horizon).toSorted((a, b) => b.at - a.at);
}
