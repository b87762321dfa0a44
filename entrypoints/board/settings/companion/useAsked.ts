import { useCallback, useEffect, useState } from 'preact/hooks';
import { errorCodeOf, type ErrorCode } from '../../../../utils/model/errors.ts';

export interface Asked<T> {
  /** null = not known yet. */
  value: T | null;
  error: ErrorCode | null;
  look: () => void;
}

/** What the companion tells, asked for when the page opens or comes to the front, and after each change. `ask` must stay the same one. */
export function useAsked<T>(ask: () => Promise<T>): Asked<T> {
  const [value, setValue] = useState<T | null>(null);
  const [error, setError] = useState<ErrorCode | null>(null);
  const look = useCallback(() => {
    const asked = async (): Promise<void> => {
      try {
        setValue(await ask());
        setError(null);
      } catch (reason) {
        setError(errorCodeOf(reason));
      }
    };
    void asked();
  }, [ask]);
  useEffect(() => {
    look();
    // Something may have been given to it meanwhile from the popup.
    const seen = (): void => {
      if (document.visibilityState === 'visible') look();
    };
    document.addEventListener('visibilitychange', seen);
    return () => document.removeEventListener('visibilitychange', seen);
  }, [look]);
  return { value, error, look };
}
