import type { Store } from '../store/types.ts';
import { newKey, writeKeyFile, type KeyRing } from './master-key.ts';
import { placeOf, secretPlace } from './place.ts';
import { openPair, openText, sealPair, sealText } from './seal.ts';

/**
 * Seals every watched key and every token of a channel under the first key of the ring. Gives how many;
 * throws where one cannot be opened: what was sealed under an older key still opens with the ring.
 */
export async function resealAll(store: Store, ring: KeyRing): Promise<number> {
  const watches = await store.resealWatches((watch) => {
    const pair = openPair(ring, placeOf(watch), watch.sealed);
    if (!pair) throw new Error('a watched key does not open with any master key');
    return sealPair(ring, placeOf(watch), pair);
  });
  const secrets = await store.resealSecrets(({ name, sealed }) => {
    const text = openText(ring, secretPlace(name), sealed);
    if (text === null) throw new Error('a token of a channel does not open with any master key');
    return sealText(ring, secretPlace(name), text);
  });
  return watches + secrets;
}

/**
 * A new master key in the key file. Broken off at any moment, everything still opens: the old key leaves
 * the file only after nothing is sealed under it.
 */
export async function rotateKeyFile(store: Store, ring: KeyRing, folder: string): Promise<number> {
  const next: KeyRing = [newKey(), ...ring];
  writeKeyFile(folder, next);
  const count = await resealAll(store, next);
  writeKeyFile(folder, [next[0]]);
  return count;
}
