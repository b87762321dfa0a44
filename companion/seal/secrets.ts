import { makeSecret, reveal, type Secret } from '../../utils/model/secret.ts';
import type { Deps } from '../types.ts';
import { secretPlace } from './place.ts';
import { openText, sealText } from './seal.ts';

type Vault = Pick<Deps, 'store' | 'keyRing'>;

/** Keeps the token of a channel, sealed under the master key. */
export const sealSecret = (
  { store, keyRing }: Vault,
  shopId: string,
  { name, secret }: { name: string; secret: Secret },
): Promise<void> =>
  store.setSecret(shopId, name, sealText(keyRing, secretPlace(name), reveal(secret)));

/**
 * The secret of that name, made where there is none, and where the master key does not open it any more: it is of no
 * use to anybody then. Whoever asks at the same time gets the same.
 */
export async function secretOrNew(
  vault: Vault,
  shopId: string,
  { name, make }: { name: string; make: () => string },
): Promise<Secret> {
  const { store, keyRing } = vault;
  const before = await store.sealedSecret(shopId, name);
  const known = before === null ? null : openText(keyRing, secretPlace(name), before);
  if (known !== null) return makeSecret(known);
  const made = make();
  const sealed = sealText(keyRing, secretPlace(name), made);
  await store.replaceSecret(shopId, name, { before, sealed });
  return (await openSecret(vault, shopId, name)) ?? makeSecret(made);
}

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
