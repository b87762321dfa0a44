import { AppError, errorCodeOf } from '../model/errors.ts';
import type { Answer, CommandName, Returned, Sent } from './protocol.ts';
import { parseEnvelope } from './protocol.schema.ts';
import { maySend, type Own, type Sender } from './sender.ts';

export type Handlers = {
  [N in CommandName]: (payload: Sent<N>, sender: Sender) => Promise<Returned<N>>;
};

/**
 * Gives the one function that answers every message: parse, check who asks, hand on.
 * It never throws and never answers with more of an error than its code.
 */
export function makeDispatch(
  handlers: Handlers,
  own: Own,
): (message: unknown, sender: Sender) => Promise<Answer> {
  return async (message, sender) => {
    try {
      const envelope = parseEnvelope(message);
      if (!envelope) throw new AppError('badMessage');
      if (!maySend(envelope.command, sender, own)) throw new AppError('notAllowed');
      const handle = handlers[envelope.command] as (payload: unknown, s: Sender) => Promise<never>;
      return { ok: true, value: await handle(envelope.payload, sender) };
    } catch (error) {
      return { ok: false, error: errorCodeOf(error) };
    }
  };
}
