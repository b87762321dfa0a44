import type { Instant } from '../../utils/model/time.ts';

/** What is to be said, and by when somebody must look. The rows themselves stand in the shops' ledgers. */
export interface OutboxStore {
  /** Takes shops that must be looked at, for one process; they come up again at `until` unless looked at. */
  claimShops(now: Instant, until: Instant, limit: number): Promise<string[]>;
  /** Shops with a row that may be tried by then, the longest due first. */
  shopsToTell(by: Instant, limit: number): Promise<string[]>;
  /** Rows of a shop that are due and were left (out of office hours) come up again at `until`. */
  deferRows(shopId: string, now: Instant, until: Instant): Promise<void>;
  /** null = the row is done. */
  shopOfRow(id: string): Promise<string | null>;
  /** When the next shop or row comes up; null = nothing stands. */
  nextDueAt(): Promise<Instant | null>;
  /** What was to be looked at later is to be looked at now: the clock that said when has been set back. */
  lookAnew(now: Instant): Promise<void>;
  /** Keeps when that was last so. */
  noteTime(name: string, at: Instant): Promise<void>;
  /** null = never. */
  timeOf(name: string): Promise<Instant | null>;
}

/**
 * Sealed under the master key: tokens and addresses of channels, which are never given out, and what a shop's
 * fingerprints are made with.
 */
export interface SecretStore {
  setSecret(shopId: string, name: string, sealed: string): Promise<void>;
  /** In place of `before` (null = none) and of nothing else: another may have kept its own by then, which stands. */
  replaceSecret(
    shopId: string,
    name: string,
    kept: { before: string | null; sealed: string },
  ): Promise<void>;
  /** null = there is none. */
  sealedSecret(shopId: string, name: string): Promise<string | null>;
  removeSecret(shopId: string, name: string): Promise<void>;
  /** Seals all anew in one transaction; what `reseal` throws undoes it. Gives how many. */
  resealSecrets(reseal: (secret: { name: string; sealed: string }) => string): Promise<number>;
}
