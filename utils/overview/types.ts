import type { LicenseState, PageClass, PageKind, Problem } from '../model/reading.ts';
import type { Outage } from '../model/functions.ts';
import type { Instant, JstDate } from '../model/time.ts';
import type { ApiChange } from './apis.ts';
import type { FunctionsView } from './functions.ts';

/** Colour, shape and word of a state (docs/architecture.md, "levels"); most urgent first. */
export const LEVELS = ['broken', 'urgent', 'unknown', 'soon', 'waiting', 'fine'] as const;
export type Level = (typeof LEVELS)[number];

/** What a license needs now; null = nothing. Each is `todo.<word>` in locales/. */
export const NEEDS = [
  'expired',
  'renewNow',
  'pastGiven',
  'renewSoon',
  'dateConflict',
  'approve',
  'functionsMissing',
  'functionsUnfinished',
  'update',
  'stopped',
  'old',
  'stateUnknown',
] as const;
export type Need = (typeof NEEDS)[number];

export interface LicenseView {
  licenseId: string;
  appId: string;
  shopId: string;
  /** For `data-shop`: digits, else slug, else name, else `unknown`. */
  shopMark: string;
  developer: string;
  app: string;
  last4: string | null;
  expiresOn: JstDate | null;
  /** Expiry − today in JST; 0 on the last day; null without a date. */
  daysLeft: number | null;
  /** Days since the key was seen newly issued, where there is no date; null = not known. */
  ageDays: number | null;
  state: LicenseState;
  stateText: string;
  update: boolean;
  updateSinceDays: number | null;
  conflictOn: JstDate | null;
  level: Level;
  need: Need | null;
  /** Its app has a newer key. */
  replaced: boolean;
  /** When RMS last showed it. */
  seenAt: Instant;
  /** The reading is old (over 7 days): say so. */
  stale: boolean;
  /** The connectors bound to this key's app, by connector id. */
  connectorIds: string[];
  works: 'yes' | 'no' | 'notYet' | 'unclear' | null;
  /** What the app asks to be allowed, as far as it was read. */
  apis: ApiChange | null;
  /** The functions of the shop's own app; null for other apps, and where none were read. */
  functions: FunctionsView | null;
  /** When the key is to be tested again; null = no retest waits. */
  retestAt: Instant | null;
}

export interface EventView {
  id: string;
  shopId: string;
  shopMark: string;
  company: string;
  service: string;
  state: LicenseState;
  stateText: string;
}

export interface ShopView {
  id: string;
  mark: string;
  /** Name, else slug, else digits; null = unknown shop. */
  label: string | null;
  /** A pending bucket: a person has to say whose it is. `proposal` = the shop that its keys match. */
  pending: boolean;
  proposalShopId: string | null;
  /** When keys were last read for it; null = never. */
  readAt: Instant | null;
  /** Worst level of its licenses. */
  level: Level;
}

export interface PageTrouble {
  id: string;
  shopMark: string;
  page: PageKind;
  pageClass: PageClass;
  since: Instant;
  problems: Problem[];
}

export interface Overview {
  today: JstDate;
  shops: ShopView[];
  /** Most urgent first. */
  licenses: LicenseView[];
  events: EventView[];
  /** Pages or rows that could not be read: alarms. */
  unreadable: PageTrouble[];
  /** Not looked at: login, maintenance, missing authority. Not alarms. */
  notLooked: PageTrouble[];
  /** RMS itself tells of an outage of the WEB API that goes on; null = none, as far as read. */
  outage: Outage | null;
  /** Nothing was ever read. */
  empty: boolean;
  /** Show the line that leads to アプリ一覧. */
  hint: boolean;
  /** What the badge says: number of licenses that need doing, `!` for an unreadable page. */
  badge: { text: string; level: Level };
}
