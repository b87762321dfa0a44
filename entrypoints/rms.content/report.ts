import type { ErrorCode } from '../../utils/model/errors.ts';
import type { Reading } from '../../utils/model/reading.ts';
import type { MessageKey } from '../../utils/model/say.ts';
import type { Page } from './page.ts';

export interface Reports {
  /** Sends a reading unless the same was sent already (`at` aside). */
  send(reading: Reading): void;
}

const WORDS: Partial<Record<ErrorCode, MessageKey>> = {
  storeFull: 'mark.storeFull',
  storeNewer: 'mark.storeNewer',
  storeBroken: 'mark.storeBroken',
};

/** Tells the background, and gives the page's notice: null when all went well. */
export function makeReports({ send }: Page, notice: (key: MessageKey | null) => void): Reports {
  let sent = '';
  return {
    send(reading) {
      const key = JSON.stringify({ ...reading, at: 0 });
      if (key === sent) return;
      sent = key;
      send('page.report', { reading }).then(
        ({ problem }) => notice(problem && (WORDS[problem] ?? 'mark.notStored')),
        // The worker did not answer: the next look sends it again.
        () => {
          if (sent === key) sent = '';
        },
      );
    },
  };
}
