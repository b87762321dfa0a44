import type {
  AppOwner,
  LicenseState,
  PageClass,
  PageKind,
  Problem,
  ShopIdentity,
} from './reading.ts';
import type { Fingerprint } from './fingerprint.ts';
import type { AppApis, AppFunctions, Outage } from './functions.ts';
import type { KeyTest } from './key-test.ts';
import type { Policy, Target } from './notice.ts';
import type { Answer, Delivery, Reminder } from './reminder.ts';
import type { Renewal } from './renewal.ts';
import type { CustomTool } from './custom-tool.ts';
import type { Instant, JstDate } from './time.ts';
import type { Placement, ToolBinding, ToolRemoval } from './tool.ts';
import type { Unsent } from './unsent.ts';

/** A shop. Ids here and below are random and ours, never derived from what a page says. */
export interface Shop extends ShopIdentity {
  id: string;
  /** false = the pending bucket: a page showed keys and not whose they are, and nobody has said yet. */
  identified: boolean;
  /** A person said whose the pages are, so that later pages without identity may join by their keys. */
  namedByPerson: boolean;
  firstSeenAt: Instant;
  lastSeenAt: Instant;
}

export interface App {
  id: string;
  shopId: string;
  developer: string;
  name: string;
  owner: AppOwner;
  /** Which APIs it uses; absent = no list was ever read. */
  apis?: AppApis;
  /** Which functions are selected, of the shop's own app; absent = never read. */
  functions?: AppFunctions;
}

export interface Expiry {
  on: JstDate;
  basis: 'page' | 'api' | 'person';
}

/** One key of an app: matched on (App, last4). A new last4 is a new License. */
export interface License {
  id: string;
  shopId: string;
  appId: string;
  last4: string | null;
  expiry: Expiry | null;
  /** A later date read for the same key with nothing else changed: to be confirmed, not believed. */
  conflict: { on: JstDate; seenAt: Instant } | null;
  /** A date that a person refused to believe, so that it is not asked about again. */
  refusedOn?: JstDate;
  /** Since when RMS shows 「-」 for a key whose date it showed before; the date read then is kept. */
  dateHiddenSince?: Instant;
  state: LicenseState;
  stateText: string;
  /** Since when RMS says 更新あり; null when it does not. */
  updateSeenSince: Instant | null;
  /** When we saw this key come newly into being (its app was known before, or the page said so). */
  issuedSeenAt: Instant | null;
  firstSeenAt: Instant;
  lastSeenAt: Instant;
  /** Complete readings in a row that did not show it; gone at two. */
  missedReadings: number;
  goneAt: Instant | null;
  /** Of the key itself, once a person carried it here; absent = never. */
  fingerprint?: Fingerprint;
}

/** A row of システムイベント通知サービスアクセス許可設定. Not a License: it has no key and no expiry. */
export interface EventGrant {
  id: string;
  shopId: string;
  company: string;
  service: string;
  startedOn: JstDate | null;
  state: LicenseState;
  stateText: string;
  firstSeenAt: Instant;
  lastSeenAt: Instant;
  missedReadings: number;
  goneAt: Instant | null;
}

/** What a kind of page last said for a shop: the source of "read today 10:12" and of the alarm. */
export interface PageStatus {
  /** `${shopId or '-'}:${page}` */
  id: string;
  shopId: string | null;
  page: PageKind;
  pageClass: PageClass;
  /** Since when it has been of this class. */
  since: Instant;
  at: Instant;
  /** When keys were last read there; null = never. */
  readAt: Instant | null;
  problems: Problem[];
  /** Since when something of it could not be read; absent while all can. */
  problemsSince?: Instant;
}

export interface Meta {
  id: 'meta';
  firstReadingAt: Instant | null;
  hintDismissedAt: Instant | null;
  /** The newest outage of the WEB API that RMS's 障害情報 told of, and when that was read. */
  outage?: Outage & { seenAt: Instant };
  /** Shops for which this browser is the 送信役 on team channels; absent = nobody has said (`speaker.ts`). */
  speaksFor?: string[];
  /** When the paired companion was last heard; absent = none is paired. */
  companionHeardAt?: Instant;
  /** Since when, and when last, it was asked in vain; absent = it answered, or was never asked. */
  companionMissed?: { since: Instant; at: Instant };
  /** Shops for which the paired companion was given targets: it speaks for these and no others. */
  companionSpeaksFor?: string[];
  /** What time it was by the clock of the service that last answered (`true-time.ts`); absent = none did. */
  timeSeen?: Instant;
}

/**
 * Id of a record that came from a colleague by way of the companion, and that this browser has neither read nor
 * made itself since (`sharing/origin.ts`).
 */
export interface FromOthers {
  id: string;
}

/** Everything known, as one value. The background worker is the only writer. */
export interface Ledger {
  meta: Meta;
  shops: Shop[];
  apps: App[];
  licenses: License[];
  events: EventGrant[];
  pages: PageStatus[];
  bindings: ToolBinding[];
  placements: Placement[];
  toolRemovals: ToolRemoval[];
  customTools: CustomTool[];
  renewals: Renewal[];
  keyTests: KeyTest[];
  reminders: Reminder[];
  deliveries: Delivery[];
  targets: Target[];
  policies: Policy[];
  answers: Answer[];
  unsent: Unsent[];
  fromOthers: FromOthers[];
}

export const HISTORY_KINDS = [
  'licenseNew',
  'licenseGone',
  'licenseBack',
  'stateChanged',
  'expiryChanged',
  'expiryConflict',
  'conflictConfirmed',
  'appRenamed',
  'shopNew',
  'shopMerged',
  'shopConfirmed',
  'eventNew',
  'eventGone',
  'pageUnreadable',
  'apisAsked',
  'apisAgreed',
  'functionsChanged',
  'functionsUnfinished',
  'carried',
  'copied',
  'vaultHeld',
  'vaultTaken',
  'filled',
  'saved',
  'seen',
  'stated',
  'toolTest',
  'toolRemoved',
  'toolRestored',
  'keyTest',
  'renewalOpened',
  'renewalClosed',
  'notified',
  'fallback',
  'answered',
] as const;
export type HistoryKind = (typeof HISTORY_KINDS)[number];

/** One line of what happened. Append-only; never holds a key. */
export interface HistoryEntry {
  at: Instant;
  kind: HistoryKind;
  shopId: string | null;
  /** Id of the record it is about. */
  subjectId: string | null;
  /** Plain words and values of the evidence, e.g. {from: 'active', to: 'expired'}. */
  detail: Record<string, string | number | null>;
}

/** What one change writes: whole records to put, and history to append. */
export type LedgerChange = Partial<Omit<Ledger, 'meta'>> & {
  meta?: Meta;
  /** Ids to delete, by store. */
  remove?: Partial<Record<Exclude<keyof Ledger, 'meta'>, string[]>>;
  history?: HistoryEntry[];
};
