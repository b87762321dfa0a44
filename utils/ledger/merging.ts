import type { App, HistoryKind, License } from '../model/ledger.ts';
import type { Reading } from '../model/reading.ts';
import type { Instant } from '../model/time.ts';
import type { Draft } from './draft.ts';

/** What the steps of a merge share. */
export interface Merging {
  draft: Draft;
  reading: Reading;
  /** When the page was read; never later than now. */
  at: Instant;
  now: Instant;
  newId: () => string;
}

/** A merge whose shop (or pending bucket) is found. */
export interface ShopMerging extends Merging {
  shopId: string;
  /** The list shows every key of the shop, and all of it was understood. */
  licensesComplete: boolean;
  eventsComplete: boolean;
  /** This very reading was merged before: it is no second witness. */
  again: boolean;
  /** A page of this kind was read after this one: this one tells what it shows, not what is missing. */
  late: boolean;
  /** The apps of this shop by `appKey`. */
  appsByKey: Map<string, App>;
  /** The licenses of this shop as they stood before this reading, by app. */
  licensesByApp: Map<string, License[]>;
}

/**
 * Was that last seen after this page was read? Readings of other browsers may come late, and an old one
 * takes nothing back. What was seen in the future was seen by a clock that has been put right since.
 */
export const isNewer = ({ at, now }: Merging, seenAt: Instant): boolean =>
  seenAt > at && seenAt <= now;

/** Writes one line of history about a record of this shop. */
export function noteOf(
  { draft, at }: Merging,
  shopId: string | null,
  kind: HistoryKind,
  subjectId: string | null,
  detail: Record<string, string | number | null> = {},
): void {
  draft.note({ at, kind, shopId, subjectId, detail });
}

/** Seen twice missing from a complete list, it is gone (DESIGN §3). */
export const GONE_AFTER = 2;
