import { useEffect, useState } from 'preact/hooks';
import type { Status } from '../utils/messages/protocol.ts';
import { errorCodeOf, type ErrorCode } from '../utils/model/errors.ts';
import { askAgain } from './background.ts';
import { onChange } from './useLedger.ts';

export interface StatusState {
  status: Status | null;
  error: ErrorCode | null;
  refresh: () => void;
}

/** What the background knows and the ledger does not: access, carried keys, the companion. */
export function useStatus(): StatusState {
  const [status, setStatus] = useState<Status | null>(null);
  const [error, setError] = useState<ErrorCode | null>(null);
  const load = async (): Promise<void> => {
    try {
      const value = await askAgain('status', {});
      setStatus(value);
      setError(value.storeProblem);
    } catch (reason) {
      setError(errorCodeOf(reason));
    }
  };
  const refresh = (): void => void load();
  useEffect(() => {
    refresh();
    return onChange(refresh);
  }, []);
  return { status, error, refresh };
}
