import { AppError } from '../model/errors.ts';
import type { Answer, CommandName, Envelope, Returned, Sent } from './protocol.ts';

/** How a message leaves: `browser.runtime.sendMessage` or, in a content script, the raw API. */
export type Transport = (message: Envelope) => Promise<unknown>;

/**
 * Sends one command and gives its value.
 * Throws `AppError` with the background's code, or `unexpected` where no answer came.
 */
export async function send<N extends CommandName>(
  transport: Transport,
  command: N,
  payload: Sent<N>,
): Promise<Returned<N>> {
  const answer = (await transport({ command, payload } as Envelope)) as Answer<N> | undefined;
  if (!answer) throw new AppError('unexpected');
  if (!answer.ok) throw new AppError(answer.error);
  return answer.value;
}
