import { AppError } from '../../model/errors.ts';
import type { Instant } from '../../model/time.ts';
import { recordSchema } from './record.schema.ts';
import type { Sealed } from '../seal.ts';
import type { Kdf } from './kdf.ts';

export const VERSION = 1;

/** A key that opens the vault beside the passphrase: the answer of this device's fingerprint reader. */
export interface DeviceWrap {
  /** Which passkey to ask, base64. */
  credentialId: string;
  /** What it is asked (PRF), 32 random bytes as base64. */
  salt: string;
  wrapped: Sealed;
  since: Instant;
}

/**
 * The vault as it lies on the disk. One random key (the vault's own) seals the body; that key alone is
 * wrapped under what a passphrase or a fingerprint gives, so that changing either rewrites nothing else.
 * Parameters and version stand beside the ciphertext and are authenticated with it.
 */
export interface VaultRecord {
  version: typeof VERSION;
  id: string;
  /** One more at every write: an older state put back is noticed. */
  rev: number;
  madeAt: Instant;
  /** When the passphrase was last given. */
  passphraseAt: Instant;
  kdf: Kdf;
  wrapped: Sealed;
  device: DeviceWrap | null;
  body: Sealed;
}

/** Throws `vaultNewer` for one that a newer Kagiban wrote, `vaultDamaged` for what is none. */
export function recordIn(stored: unknown): VaultRecord {
  const parsed = recordSchema.safeParse(stored);
  if (parsed.success) return parsed.data;
  const version = (stored as { version?: unknown } | null)?.version;
  throw new AppError(
    typeof version === 'number' && version > VERSION ? 'vaultNewer' : 'vaultDamaged',
  );
}
