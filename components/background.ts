import { browser } from 'wxt/browser';
import type { CommandName, Returned, Sent } from '../utils/messages/protocol.ts';
import { send } from '../utils/messages/send.ts';
import { AppError } from '../utils/model/errors.ts';

// Pages use the browser's own promises, not the polyfill: it would be a third of the popup's script.
const transport = (message: unknown): Promise<unknown> => browser.runtime.sendMessage(message);

/** Asks the background. Throws `AppError` with a code that has words; `unexpected` when it does not answer. */
export async function ask<N extends CommandName>(
  command: N,
  payload: Sent<N>,
): Promise<Returned<N>> {
  try {
    return await send(transport, command, payload);
  } catch (error) {
    throw error instanceof AppError ? error : new AppError('unexpected');
  }
}
