import type { PageAnswer } from '../../utils/messages/protocol.ts';
import type { ErrorCode } from '../../utils/model/errors.ts';
import type { Reading } from '../../utils/model/reading.ts';
import type { MessageKey } from '../../utils/model/say.ts';
import type { PageNote } from '../../utils/overview/note.ts';
import type { Page } from '../rms-gate/page.ts';

export interface Reports {
  /** Sends a reading unless the same was sent already (`at` aside). */
  send(reading: Reading): void;
}

const WORDS: Partial<Record<ErrorCode, MessageKey>> = {
  storeFull: 'mark.storeFull',
  storeNewer: 'mark.storeNewer',
  storeBroken: 'mark.storeBroken',
};

/** How often and when a report is tried again that found nobody (the worker was starting, or failed). */
const MOST_TRIES = 5;
const TRY_AGAIN_MS = 5000;

/** Tells the background, and gives the page's notice: null when all went well. */
export function makeReports(
  { send }: Page,
  notice: (key: MessageKey | null) => void,
  show: (notes: readonly PageNote[]) => void,
  lookAgain: (ms: number) => void,
): Reports {
  let sent = '';
  let failures = 0;
  return {
    send(reading) {
      const key = JSON.stringify({ ...reading, at: 0 });
      if (key === sent) return;
      sent = key;
      const taken = ({ problem, notes }: PageAnswer): void => {
        failures = 0;
        notice(problem && (WORDS[problem] ?? 'mark.notStored'));
        // The page has changed meanwhile: the answer to what it says now is on its way.
        if (sent === key) show(notes);
      };
      const missed = (): void => {
        if (sent === key) sent = '';
        failures += 1;
        if (failures < MOST_TRIES) lookAgain(TRY_AGAIN_MS * failures);
        else notice('mark.notStored');
      };
      send('page.report', { reading }).then(taken, missed);
    },
  };
}
