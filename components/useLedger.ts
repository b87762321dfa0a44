import { useEffect, useState } from 'preact/hooks';
import { CHANGED_CHANNEL, type Changed } from '../utils/messages/protocol.ts';
import { errorCodeOf, type ErrorCode } from '../utils/model/errors.ts';
import type { Ledger } from '../utils/model/ledger.ts';
import { MINUTE, type Instant } from '../utils/model/time.ts';
import { overviewOf } from '../utils/overview/overview.ts';
import type { Overview } from '../utils/overview/types.ts';
import { ledgerReader } from './ledgerReader.ts';

export interface Known {
  ledger: Ledger;
  overview: Overview;
  now: Instant;
}

export type LedgerState = { known: Known | null; error: ErrorCode | null };

export async function readKnown(): Promise<LedgerState> {
  try {
    const ledger = await (await ledgerReader()).read();
    const now = Date.now();
    return { known: { ledger, overview: overviewOf(ledger, now), now }, error: null };
  } catch (error) {
    return { known: null, error: errorCodeOf(error) };
  }
}

/** Calls back when the background changed something, when the page is shown again, and once a minute. */
export function onChange(changed: (what: Changed) => void): () => void {
  const channel = new BroadcastChannel(CHANGED_CHANNEL);
  channel.addEventListener('message', ({ data }: MessageEvent<Changed>) => changed(data));
  // Days left and ages change with the clock alone; a page left open over night must not lie.
  const timer = setInterval(() => changed('ledger'), MINUTE);
  const shown = (): void => {
    if (document.visibilityState === 'visible') changed('ledger');
  };
  document.addEventListener('visibilitychange', shown);
  return () => {
    channel.close();
    clearInterval(timer);
    document.removeEventListener('visibilitychange', shown);
  };
}

/** The ledger as last read; what was known stays on the screen when a later read fails. */
export function useLedger(first: LedgerState): LedgerState {
  const [state, setState] = useState(first);
  useEffect(
    () =>
      onChange((what) => {
        if (what === 'status') return;
        void readKnown().then((next) =>
          setState((last) => ({ known: next.known ?? last.known, error: next.error })),
        );
      }),
    [],
  );
  return state;
}
