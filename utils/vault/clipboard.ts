import * as z from 'zod/mini';
import { reveal, type Secret } from '../model/secret.ts';
import { type Clock, type Instant, MINUTE } from '../model/time.ts';
import { macOf, newSalt } from './mac.ts';
import type { SessionArea } from './ports.ts';

const AREA = 'clipboard';
/** So long what was copied may stay: time enough to change windows and paste. */
export const CLIPBOARD_LIFE = MINUTE;

const dueSchema = z.object({ at: z.number(), salt: z.string(), mac: z.string() });

/** By what the copied text is known again, without the text. */
export type CopiedMark = Pick<z.infer<typeof dueSchema>, 'salt' | 'mac'>;

/** What is to be taken off the clipboard, and when. It outlives the worker; of the text nothing is kept. */
export interface ClipboardWatch {
  copied(secret: Secret): Promise<void>;
  /** When to clear; null = nothing of ours is on the clipboard. */
  clearsAt(): Promise<Instant | null>;
  /** What to clear now; null = nothing is due. */
  due(): Promise<CopiedMark | null>;
  done(): Promise<void>;
}

export function clipboardWatch(
  session: SessionArea,
  now: Clock,
  crypto: Crypto = globalThis.crypto,
): ClipboardWatch {
  const read = async () => {
    const parsed = dueSchema.safeParse(await session.get(AREA));
    return parsed.success ? parsed.data : null;
  };
  return {
    copied: async (secret) => {
      const salt = newSalt(crypto);
      const mac = await macOf(crypto, salt, reveal(secret));
      await session.set(AREA, { at: now() + CLIPBOARD_LIFE, salt, mac });
    },
    clearsAt: async () => (await read())?.at ?? null,
    due: async () => {
      const found = await read();
      // A clock that was set back must not leave it there.
      const isDue = found !== null && (now() >= found.at || now() < found.at - CLIPBOARD_LIFE);
      return found !== null && isDue ? { salt: found.salt, mac: found.mac } : null;
    },
    done: () => session.remove([AREA]),
  };
}
