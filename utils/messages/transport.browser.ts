import browser from 'webextension-polyfill';
import type { CommandName, Returned, Sent } from './protocol.ts';
import { send } from './send.ts';

/** Asks the background, from one of our own pages. Throws `AppError`. */
export const ask = <N extends CommandName>(command: N, payload: Sent<N>): Promise<Returned<N>> =>
  send((message) => browser.runtime.sendMessage(message), command, payload);
