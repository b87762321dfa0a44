import type { ApiList, FunctionList, Outage } from './functions.ts';
import type { Instant, JstDate } from './time.ts';

/** RMS's word only (rms.md §4). That a date has passed is a separate fact. */
export const LICENSE_STATES = [
  'active',
  'updateAvailable',
  'awaitingApproval',
  'expired',
  'stopped',
  'unknown',
] as const;
export type LicenseState = (typeof LICENSE_STATES)[number];

export const PAGE_CLASSES = [
  'keys',
  'none',
  'loggedOut',
  'noPermission',
  'maintenance',
  'robotCheck',
  'unreadable',
] as const;
/** What a page turned out to be. Only `unreadable` is an alarm. */
export type PageClass = (typeof PAGE_CLASSES)[number];

export const PAGE_KINDS = ['appList', 'appDetail', 'mainMenu', 'other'] as const;
export type PageKind = (typeof PAGE_KINDS)[number];

/** `shop` = アプリ登録者「店舗様」: the shop sees both halves of the credential; `vendor` = a company. */
export type AppOwner = 'shop' | 'vendor';

export type Coverage = 'complete' | 'partial';

/** Whose page it is, as far as the page says. */
export interface ShopIdentity {
  /** RMS's shop id, 6 digits as a rule. */
  digits: string | null;
  /** The part after `www.rakuten.co.jp/`. */
  slug: string | null;
  name: string | null;
}

export interface LicenseRow {
  developer: string;
  app: string;
  owner: AppOwner;
  /** null where RMS shows no key (an application that waits for approval). */
  last4: string | null;
  /** null where RMS shows 「-」 or nothing. An impossible date makes a problem, never a null. */
  expiresOn: JstDate | null;
  state: LicenseState;
  /** RMS's own text of the state, white space folded. */
  stateText: string;
  /** Cells of columns we do not know: [heading, text], keys redacted. */
  extra: [string, string][];
}

export interface EventRow {
  company: string;
  service: string;
  startedOn: JstDate | null;
  state: LicenseState;
  stateText: string;
}

export const PROBLEM_CODES = [
  'noTable',
  'noColumn',
  'noRows',
  'badDate',
  'badLast4',
  'badRow',
  'tooLarge',
  'shopConflict',
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** Something a page showed and we could not read. Never holds a key. */
export interface Problem {
  code: ProblemCode;
  /** What was looked for or at: a column's name, a row's app. */
  where: string;
  /** The text that was not understood, at most 80 characters, keys redacted. */
  text: string;
  /** Filled where the problem belongs to one row. */
  developer: string | null;
  app: string | null;
  last4: string | null;
}

/** What one page said at one moment. It never holds a key or a fingerprint. */
export interface Reading {
  at: Instant;
  page: PageKind;
  pageClass: PageClass;
  shop: ShopIdentity;
  licenses: LicenseRow[];
  /** `complete` = the list shows every key of the shop; a row missing from a partial one is not gone. */
  licenseCoverage: Coverage;
  events: EventRow[];
  eventCoverage: Coverage;
  problems: Problem[];
  /** A detail page shows that 「新しいライセンスキーを発行」 was just done. */
  issuedNow: boolean;
  /** 「アプリが利用するAPIリスト」; absent where the page has none. */
  apis?: ApiList;
  /** 利用機能一覧 of the shop's own app, or a page of 利用機能編集. */
  functions?: FunctionList;
  /** What 障害情報 says of outages that reach the WEB API. */
  outages?: Outage[];
}
