import { browser } from 'wxt/browser';
import type { CommandName, Returned, Sent } from '../utils/messages/protocol.ts';
import { send } from '../utils/messages/send.ts';
import { AppError, errorCodeOf } from '../utils/model/errors.ts';

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

/** A worker that died while it looked answers nothing; the next message wakes another. */
const MOST_LOOKS = 3;
/** Longer than a worker takes to start on a slow machine, and than it waits for a companion (28 s). */
const PATIENCE_MS = 35_000;

/**
 * Chromium may hand nothing more to a worker that ended in its start: messages to it then stay open for ever,
 * and whoever waits must be told.
 */
async function inTime<T>(answer: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new AppError('noAnswer')), PATIENCE_MS);
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}

/** As `ask`, for what only looks: asked again where no answer came. Throws `noAnswer` where none comes in time. */
export async function askAgain<N extends CommandName>(
  command: N,
  payload: Sent<N>,
): Promise<Returned<N>> {
  for (let looks = 1; ; looks += 1) {
    try {
      return await inTime(ask(command, payload));
    } catch (error) {
      if (looks === MOST_LOOKS || errorCodeOf(error) !== 'unexpected') throw error;
    }
  }
}
