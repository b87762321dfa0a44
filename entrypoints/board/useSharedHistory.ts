import { useCallback, useEffect, useState } from 'preact/hooks';
import { askAgain } from '../../components/background.ts';
import { useAction } from '../../components/useAction.ts';
import type { ErrorCode } from '../../utils/model/errors.ts';
import type { SharedHistory } from '../../utils/sharing/history.ts';

const NOTHING: SharedHistory = { entries: [], further: [] };

export interface SharedHistoryState {
  shared: SharedHistory;
  /** It was read, or none is paired. */
  known: boolean;
  busy: boolean;
  error: ErrorCode | null;
  more: () => void;
}

/** What other browsers did, from the paired companion: read when the page opens or comes to the front. */
export function useSharedHistory(paired: boolean): SharedHistoryState {
  const [shared, setShared] = useState<SharedHistory | null>(null);
  const read = useAction(async (had: SharedHistory | null) => {
    const next = await askAgain('companion.history', { further: had?.further ?? null });
    setShared({ entries: [...(had?.entries ?? []), ...next.entries], further: next.further });
  });
  const look = useCallback(() => {
    if (paired && document.visibilityState === 'visible') read.run(null);
  }, [paired]);
  useEffect(() => {
    if (!paired) setShared(null);
    look();
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [look]);
  return {
    shared: shared ?? NOTHING,
    known: shared !== null || !paired,
    busy: read.busy,
    error: read.error,
    more: () => {
      if (shared && shared.further.length > 0) read.run(shared);
    },
  };
}
