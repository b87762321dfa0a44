import type { PageCommands } from '../../utils/messages/protocol.ts';
import type { Say } from '../../utils/model/say.ts';
import type { Clock } from '../../utils/model/time.ts';

/** What the parts of this script work with. */
export interface Page {
  document: Document;
  t: Say;
  now: Clock;
  send: <N extends keyof PageCommands>(
    command: N,
    payload: PageCommands[N][0],
  ) => Promise<PageCommands[N][1]>;
}

/** Ends when the extension is reloaded, removed, or started a second time in this page. */
export interface Life {
  /** Asking is what notices that the extension is gone. */
  readonly isInvalid: boolean;
  /** Does that at the end. */
  onInvalidated(act: () => void): void;
  /** Hears of an event until the end, before the page does and without being able to stop it. */
  listen(target: EventTarget, type: string, act: () => void): void;
}
