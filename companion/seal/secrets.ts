import { makeSecret, reveal, type Secret } from '../../utils/model/secret.ts';
import type { Deps } from '../types.ts';
import { secretPlace } from './place.ts';
import { openText, sealText } from './seal.ts';

type Vault = Pick<Deps, 'store' | 'keyRing'>;

/** Keeps the token of a channel, sealed under the master key. `ifNone`: where another has not kept one. */
export const sealSecret = (
  { store, keyRing }: Vault,
  shopId: string,
  { name, secret, ifNone = false }: { name: string; secret: Secret; ifNone?: boolean },
): Promise<void> => {
  const sealed = sealText(keyRing, secretPlace(name), reveal(secret));
  return ifNone ? store.addSecret(shopId, name, sealed) : store.setSecret(shopId, name, sealed);
};

/** null = there is none, or the master key is another one. */
export async function openSecret(
  { store, keyRing }: Vault,
  shopId: string,
  name: string,
): Promise<Secret | null> {
  const sealed = await store.sealedSecret(shopId, name);
  const text = sealed === null ? null : openText(keyRing, secretPlace(name), sealed);
  return text === null ? null : makeSecret(text);
}
