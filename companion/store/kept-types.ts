import type { Instant } from '../../utils/model/time.ts';

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
  /** What one person asked for in a shop is another's. */
  handOverWatches(shopId: string, from: string, to: string): Promise<void>;
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
