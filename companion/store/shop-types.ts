import type { HistoryEntry, Ledger, LedgerChange } from '../../utils/model/ledger.ts';
import type { ShopIdentity } from '../../utils/model/reading.ts';
import type { Instant } from '../../utils/model/time.ts';
import type { Scope } from './device-types.ts';

export interface ShopRecord {
  id: string;
  ledger: Ledger;
  /** Counts every write of this shop. */
  revision: number;
}

/** What to write, and what to answer. */
export interface Decided<T> {
  change: LedgerChange;
  answer: T;
  /**
   * When the shop must be looked at for what is to be said; absent = at once, if anything was written but when
   * what is known was seen.
   */
  wakeAt?: Instant;
}

/** Synchronous and pure: it may run twice. What it throws is rethrown, nothing written. */
export type Decide<T> = (ledger: Ledger) => Decided<T>;

/** `unknown` = no such shop, or not one of the scope: the two look alike. */
export type Updated<T> = { answer: T; record: ShopRecord } | 'unknown';

/** A shop as a page names it, and when it did. */
export interface NamedShop {
  shop: ShopIdentity;
  at: Instant;
}

/** What is done once under that key, however often it is asked; `again` is then the answer. */
export interface Once<T> {
  key: string;
  at: Instant;
  again: T;
}

export interface ShopStore {
  shops(scope: Scope): Promise<ShopRecord[]>;
  /** One shop of the scope; null = there is none. */
  shop(scope: Scope, id: string): Promise<ShopRecord | null>;
  /** Of a shop of the scope; null = there is none. */
  shopRevision(scope: Scope, id: string): Promise<number | null>;
  /** Forgets what was done once before that moment. */
  forgetReceipts(before: Instant): Promise<void>;
  /** null = none of the scope. */
  shopIdByDigits(scope: Scope, digits: string): Promise<string | null>;
  /** Reads, decides and writes one shop in one transaction, so that two writers never interleave. */
  update<T>(scope: Scope, id: string, decide: Decide<T>, once?: Once<T>): Promise<Updated<T>>;
  /**
   * The same for the shop that a page names, made where it is new and the scope reaches every shop. Two
   * records of which that page shows that they are one shop become one ledger before `decide`.
   */
  updateNamed<T>(
    scope: Scope,
    named: NamedShop,
    decide: Decide<T>,
    once?: Once<T>,
  ): Promise<Updated<T>>;
}

export type StoredHistory = HistoryEntry & { seq: number };

export interface HistoryStore {
  /** Newest first; `before` = the `seq` of the last entry already had. */
  history(shopId: string, page: { limit: number; before: number | null }): Promise<StoredHistory[]>;
}
