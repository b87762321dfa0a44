import { AppError, type ErrorCode } from '../../model/errors.ts';
import { makeSecret, reveal, type Secret } from '../../model/secret.ts';
import { fromBase64, toBase64 } from '../base64.ts';
import { keyFrom, seal, type Sealed, unseal } from '../seal.ts';
import type { Held } from './items.ts';
import { itemsIn, textOfItems } from './items.schema.ts';
import { type Kdf, kdfText } from './kdf.ts';
import type { DeviceWrap, VaultRecord } from './record.ts';

/** 32 bytes as base64, hidden: a key of the vault, or what a passphrase or a fingerprint became. */
export type KeyText = Secret;

const PLACE = 'kagiban-vault:1';
const passphrasePlace = (id: string, kdf: Kdf): string => `${PLACE}:${id}:by:${kdfText(kdf)}`;
const devicePlace = (id: string, { credentialId, salt }: Passkey): string =>
  `${PLACE}:${id}:by:device:${credentialId}:${salt}`;
const bodyPlace = ({ id, rev, madeAt, passphraseAt }: Heading): string =>
  `${PLACE}:${id}:body:${rev}:${madeAt}:${passphraseAt}`;

type Heading = Pick<VaultRecord, 'id' | 'rev' | 'madeAt' | 'passphraseAt'>;
export type Passkey = Pick<DeviceWrap, 'credentialId' | 'salt'>;

export const newVaultKey = (crypto: Crypto): KeyText =>
  makeSecret(toBase64(crypto.getRandomValues(new Uint8Array(32))));

export const cryptoKey = (crypto: Crypto, key: KeyText): Promise<CryptoKey> =>
  keyFrom(crypto, fromBase64(reveal(key)));

/** Wraps the vault's key under what a passphrase became. */
export const wrapFor = async (
  crypto: Crypto,
  id: string,
  vaultKey: KeyText,
  { kdf, key }: { kdf: Kdf; key: KeyText },
): Promise<Sealed> =>
  seal(crypto, await cryptoKey(crypto, key), passphrasePlace(id, kdf), reveal(vaultKey));

/** Wraps the vault's key under what a fingerprint became. */
export const wrapForDevice = async (
  crypto: Crypto,
  id: string,
  vaultKey: KeyText,
  { key, ...passkey }: Passkey & { key: KeyText },
): Promise<Sealed> =>
  seal(crypto, await cryptoKey(crypto, key), devicePlace(id, passkey), reveal(vaultKey));

/** The vault's key. Throws `vaultWrongKey`: another passphrase, or a header that was changed. */
export const unwrap = (
  crypto: Crypto,
  { id, kdf, wrapped }: VaultRecord,
  key: KeyText,
): Promise<KeyText> => unwrapAt(crypto, key, passphrasePlace(id, kdf), wrapped);

export const unwrapByDevice = (
  crypto: Crypto,
  { id }: VaultRecord,
  device: DeviceWrap,
  key: KeyText,
): Promise<KeyText> => unwrapAt(crypto, key, devicePlace(id, device), device.wrapped);

const unwrapAt = (crypto: Crypto, key: KeyText, place: string, sealed: Sealed): Promise<KeyText> =>
  orElse('vaultWrongKey', async () =>
    makeSecret(await unseal(crypto, await cryptoKey(crypto, key), place, sealed)),
  );

export const sealBody = async (
  crypto: Crypto,
  heading: Heading,
  vaultKey: KeyText,
  items: Held[],
): Promise<Sealed> =>
  seal(crypto, await cryptoKey(crypto, vaultKey), bodyPlace(heading), textOfItems(items));

/** What the vault holds. Throws `vaultDamaged`: the body, or what stands beside it, is not what was written. */
export const openBody = (crypto: Crypto, record: VaultRecord, vaultKey: KeyText): Promise<Held[]> =>
  orElse('vaultDamaged', async () => {
    const key = await cryptoKey(crypto, vaultKey);
    return itemsIn(await unseal(crypto, key, bodyPlace(record), record.body));
  });

/** The browser's own errors say nothing that a person could use, and may quote what was parsed. */
export async function orElse<T>(code: ErrorCode, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch {
    throw new AppError(code);
  }
}
