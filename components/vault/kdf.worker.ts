// A worker of our pages: Argon2id keeps its thread busy for a good part of a second, and a page must not freeze.
import { deriveKey, hasWasm } from '../../utils/vault/safe/derive.ts';
import { freshKdf, isBelowToday } from '../../utils/vault/safe/kdf.ts';
import type { KdfAnswer, KdfQuestion } from './derive.ts';

// Loaded while the person still types.
if (hasWasm()) void import('../../utils/vault/safe/argon2.ts');

const scope = globalThis as unknown as {
  addEventListener(type: 'message', heard: (event: MessageEvent<KdfQuestion>) => void): void;
  postMessage(answer: KdfAnswer): void;
};

async function answer({ passphrase, kdf }: KdfQuestion): Promise<KdfAnswer> {
  const how = kdf ?? freshKdf(crypto, hasWasm());
  try {
    const key = await deriveKey(how, passphrase);
    return { made: { kdf: how, key }, isBelowToday: isBelowToday(how, hasWasm()) };
  } catch {
    return { made: null, isBelowToday: false };
  }
}

scope.addEventListener('message', ({ data }) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has none
  void answer(data).then((said) => scope.postMessage(said));
});
