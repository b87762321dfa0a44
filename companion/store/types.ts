import type { HistoryEntry, Ledger, LedgerChange } from '../../utils/model/ledger.ts';
import type { ShopIdentity } from '../../utils/model/reading.ts';
import type { Instant } from '../../utils/model/time.ts';

/** The shops that a token reaches. `every` = all of this companion, those to come too. */
export type Scope = { every: true } | { every: false; shopIds: string[] };

/** One paired browser of one person. */
export interface Device {
  id: string;
  name: string;
  /** The Origin seen at pairing; null = it sent none. The token works with no other. */
  origin: string | null;
  pairedAt: Instant;
  member: { id: string; name: string };
  scope: Scope;
  /** Its browser is to forget everything of ours at its next contact. */
  revokedAt: Instant | null;
}

export interface NewDevice {
  id: string;
  name: string;
  /** Who uses it; one person of this name may have several devices. */
  person: string;
  origin: string | null;
  pairedAt: Instant;
  tokenHash: string;
}

export interface Offer {
  codeHash: string;
  expiresAt: Instant;
  tries: number;
  /** Digits of the shops that the token is for; null = every shop. */
  shops: string[] | null;
}

/** `gone` = no code is open: none made, used, too old or tried too often. */
export type Redeemed = 'paired' | 'wrong' | 'gone';

export interface PairingStore {
  /** Opens a pairing code for use; the one before no longer works. */
  offerCode(offer: Offer): Promise<void>;
  /** Trades the code for a device, at most once; a wrong code uses up a try. One transaction. */
  redeemCode(codeHash: string, device: NewDevice): Promise<Redeemed>;
}

export interface DeviceStore {
  deviceByToken(tokenHash: string): Promise<Device | null>;
  /** Oldest first, the revoked ones too. */
  devices(): Promise<Device[]>;
  /** The browser itself goes: nothing of it is left. */
  removeDevice(id: string): Promise<void>;
  /** Somebody else ends it. False = there is none, or it was ended before. */
  revokeDevice(id: string, at: Instant): Promise<boolean>;
  /** A person leaves: all devices are revoked. Gives how many; null = there is no such person. */
  memberLeaves(id: string, at: Instant): Promise<number | null>;
  /** Those that are not revoked. */
  countDevices(): Promise<number>;
}

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

/** A key that a person asked to have watched; it lies here sealed only. */
export interface Watch {
  id: string;
  shopId: string;
  licenseId: string;
  /** Who asked for it. */
  memberId: string;
  sealed: string;
  requiredFunctions: string[];
  createdAt: Instant;
  dueAt: Instant;
}

export interface WatchStore {
  /** One watch a key: an older one of the same key goes. */
  addWatch(watch: Watch): Promise<void>;
  watches(shopId: string): Promise<Watch[]>;
  watch(id: string): Promise<Watch | null>;
  /** Nothing of it is left where the database allows it. */
  removeWatch(id: string): Promise<void>;
  /** Takes what is due, for one process; it comes up again at `until` unless it is scheduled anew. */
  claimWatches(now: Instant, until: Instant, limit: number): Promise<Watch[]>;
  scheduleWatch(id: string, dueAt: Instant): Promise<void>;
  /** Seals all anew in one transaction; what `reseal` throws undoes it. Gives how many. */
  resealWatches(reseal: (watch: Watch) => string): Promise<number>;
}

/** Addresses under which a calendar reads the dates of one shop; of the token only its hash is here. */
export interface CalendarLinkStore {
  addCalendarLink(link: {
    id: string;
    shopId: string;
    tokenHash: string;
    createdAt: Instant;
  }): Promise<void>;
  calendarLinks(shopId: string): Promise<{ id: string; createdAt: Instant }[]>;
  /** null = there is no such link. */
  shopOfCalendarLink(by: { id: string } | { tokenHash: string }): Promise<string | null>;
  removeCalendarLink(id: string): Promise<void>;
}

type Parts = PairingStore & DeviceStore & ShopStore & HistoryStore & WatchStore & CalendarLinkStore;

/** Where the companion keeps things: the same on both databases (tests/unit/companion/store.test.ts). */
export interface Store extends Parts {
  /** Answers when the database does; rejects when it cannot be used. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
