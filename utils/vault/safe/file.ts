import * as z from 'zod/mini';
import { AppError } from '../../model/errors.ts';
import type { Instant } from '../../model/time.ts';
import { seal, unseal } from '../seal.ts';
import { cryptoKey, type KeyText, orElse } from './crypt.ts';
import type { Held } from './items.ts';
import { itemsIn, textOfItems } from './items.schema.ts';
import { type Kdf, kdfText } from './kdf.ts';
import { kdfSchema } from './kdf.schema.ts';
import { sealedSchema } from './record.schema.ts';

const VERSION = 1;
/** A file of a thousand keys has 400 kB. */
const MOST_BYTES = 2_000_000;

const fileSchema = z.strictObject({
  kagiban: z.literal('vault'),
  version: z.literal(VERSION),
  madeAt: z.number(),
  kdf: kdfSchema,
  sealed: sealedSchema,
});
type VaultFile = z.infer<typeof fileSchema>;

const placeOf = (madeAt: Instant, kdf: Kdf): string =>
  `kagiban-vault-file:${VERSION}:${madeAt}:${kdfText(kdf)}`;

/** The vault's content as a file: opened by the passphrase that it was made with, and nothing else. */
export async function vaultFile(
  crypto: Crypto,
  items: Held[],
  { kdf, key }: { kdf: Kdf; key: KeyText },
  madeAt: Instant,
): Promise<string> {
  const by = await cryptoKey(crypto, key);
  const sealed = await seal(crypto, by, placeOf(madeAt, kdf), textOfItems(items));
  const file: VaultFile = { kagiban: 'vault', version: VERSION, madeAt, kdf, sealed };
  return JSON.stringify(file);
}

/**
 * How the passphrase of a file becomes its key. Throws `badFile` for what is no file of ours or asks for
 * parameters out of bounds, `vaultNewer` for one of a newer Kagiban.
 */
export const kdfOfFile = (text: string): Kdf => fileIn(text).kdf;

/** Throws `vaultWrongKey` besides: another passphrase, or a file that was changed. */
export async function openFile(crypto: Crypto, text: string, key: KeyText): Promise<Held[]> {
  const { kdf, madeAt, sealed } = fileIn(text);
  const opened = await orElse('vaultWrongKey', async () =>
    unseal(crypto, await cryptoKey(crypto, key), placeOf(madeAt, kdf), sealed),
  );
  return orElse('badFile', async () => itemsIn(opened));
}

function fileIn(text: string): VaultFile {
  const json = text.length > MOST_BYTES ? null : jsonIn(text);
  const parsed = fileSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  const { kagiban, version } = (json ?? {}) as { kagiban?: unknown; version?: unknown };
  const isNewer = kagiban === 'vault' && typeof version === 'number' && version > VERSION;
  throw new AppError(isNewer ? 'vaultNewer' : 'badFile');
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
