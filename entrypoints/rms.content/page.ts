import type { ContentScriptContext } from 'wxt/utils/content-script-context';
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
export type Life = Pick<
  ContentScriptContext,
  'isInvalid' | 'onInvalidated' | 'setInterval' | 'addEventListener'
>;
