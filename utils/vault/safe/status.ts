import type { Instant } from '../../model/time.ts';
import type { HeldInfo } from './items.ts';
import type { Passkey } from './crypt.ts';
import type { Kdf } from './kdf.ts';

/**
 * How the vault stands. `lost` = there was one, and it is not there any more; `damaged` and `newer` = it is
 * there and this Kagiban can't read it. Nothing of the items is told while it is locked.
 */
export type VaultStatus =
  | { state: 'none' }
  | { state: 'lost' }
  | { state: 'damaged' }
  | { state: 'newer' }
  | ReadableVault;

export interface ReadableVault {
  state: 'locked' | 'open';
  kdf: Kdf;
  /** The passkey that opens it on this device; null = none. */
  device: Passkey | null;
  /** The fingerprint alone does not do: 14 days are over. */
  passphraseDue: boolean;
  /** It is older than what was last written here. */
  rolledBack: boolean;
  /** When it locks, unless used before; null = it is locked. */
  locksAt: Instant | null;
  items: HeldInfo[];
}
