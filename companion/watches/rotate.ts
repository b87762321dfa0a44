import type { Store } from '../store/types.ts';
import { newKey, writeKeyFile, type KeyRing } from './master-key.ts';
import { placeOf } from './place.ts';
import { openPair, sealPair } from './seal.ts';

/**
 * Seals every watched key under the first key of the ring. Gives how many; throws, with nothing changed,
 * where one cannot be opened.
 */
export const resealAll = (store: Store, ring: KeyRing): Promise<number> =>
  store.resealWatches((watch) => {
    const pair = openPair(ring, placeOf(watch), watch.sealed);
    if (!pair) throw new Error('a watched key does not open with any master key');
    return sealPair(ring, placeOf(watch), pair);
  });

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
