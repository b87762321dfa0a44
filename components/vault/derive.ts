import type { DerivedKey } from '../../utils/messages/protocol.ts';
import { AppError } from '../../utils/model/errors.ts';
import type { Kdf } from '../../utils/vault/safe/kdf.ts';

export interface KdfQuestion {
  passphrase: string;
  /** null = today's parameters, with a fresh salt. */
  kdf: Kdf | null;
}
export interface KdfAnswer {
  /** null = this browser can't: it runs no WebAssembly, and the vault was made with it. */
  made: DerivedKey | null;
  /** The parameters are weaker than what would be used today. */
  isBelowToday: boolean;
}

let ready: Worker | null = null;

/** Starts what derives a key, so that it is there when the passphrase is. */
export function prepareToDerive(): void {
  ready ??= new Worker(new URL('./kdf.worker.ts', import.meta.url), { type: 'module' });
}

function ask(question: KdfQuestion): Promise<KdfAnswer & { made: DerivedKey }> {
  prepareToDerive();
  const worker = ready as Worker;
  return new Promise((resolve, reject) => {
    const fail = (): void => reject(new AppError('vaultNoWasm'));
    worker.addEventListener(
      'message',
      ({ data }: MessageEvent<KdfAnswer>) => {
        const { made } = data;
        if (made === null) fail();
        else resolve({ ...data, made });
      },
      { once: true },
    );
    worker.addEventListener('error', fail, { once: true });
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has none
    worker.postMessage(question);
  });
}

/** A new passphrase becomes a key, by today's parameters. */
export const deriveNew = async (passphrase: string): Promise<DerivedKey> =>
  (await ask({ passphrase, kdf: null })).made;

/** A passphrase becomes a key, as it did when it was set. Throws `vaultNoWasm`. */
export const deriveKnown = async (passphrase: string, kdf: Kdf): Promise<string> =>
  (await ask({ passphrase, kdf })).made.key;

/** What an unlock sends: the key and, where today's parameters are stronger, the one that replaces it. */
export async function deriveToUnlock(
  passphrase: string,
  kdf: Kdf,
): Promise<{ key: string; raised: DerivedKey | null }> {
  const { made, isBelowToday } = await ask({ passphrase, kdf });
  return { key: made.key, raised: isBelowToday ? await deriveNew(passphrase) : null };
}
