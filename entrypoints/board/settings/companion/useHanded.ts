import { useCallback, useEffect, useState } from 'preact/hooks';
import { askAgain } from '../../../../components/background.ts';
import { errorCodeOf, type ErrorCode } from '../../../../utils/model/errors.ts';
import type { HandedChannel } from '../../../../utils/sharing/hand-over.ts';

export interface Handed {
  /** null = not known yet. */
  channels: HandedChannel[] | null;
  error: ErrorCode | null;
  look: () => void;
}

/** What the companion was given to speak on, asked for when the page opens and after each change. */
export function useHanded(): Handed {
  const [channels, setChannels] = useState<HandedChannel[] | null>(null);
  const [error, setError] = useState<ErrorCode | null>(null);
  const look = useCallback(() => {
    const asked = async (): Promise<void> => {
      try {
        setChannels((await askAgain('companion.channels', {})).channels);
        setError(null);
      } catch (reason) {
        setError(errorCodeOf(reason));
      }
    };
    void asked();
  }, []);
  useEffect(look, [look]);
  return { channels, error, look };
}
