import { useCallback, useRef, useState } from 'preact/hooks';
import { errorCodeOf, type ErrorCode } from '../utils/model/errors.ts';

export interface Action<T extends unknown[]> {
  run: (...args: T) => void;
  busy: boolean;
  error: ErrorCode | null;
}

/** An asynchronous act behind a button: one at a time, and its error kept for the screen. */
export function useAction<T extends unknown[]>(act: (...args: T) => Promise<void>): Action<T> {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ErrorCode | null>(null);
  const running = useRef(false);
  const latest = useRef(act);
  latest.current = act;
  const run = useCallback((...args: T) => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    setError(null);
    latest
      .current(...args)
      .catch((reason: unknown) => setError(errorCodeOf(reason)))
      .finally(() => {
        running.current = false;
        setBusy(false);
      });
  }, []);
  return { run, busy, error };
}
