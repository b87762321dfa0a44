import type { Instant } from '../../../utils/model/time.ts';

export type Markup = 'a' | 'b' | 'c';

/** One key. What RMS shows as 状態 is reckoned from this, see `states.ts`. */
export interface RmsLicense {
  /** Stands in the detail page's address. */
  id: string;
  key: string;
  issuedAt: Instant;
  /** When it began to be allowed (issue or approval): the activation lag counts from here. */
  allowedAt: Instant;
  expiresAt: Instant;
  phase: 'awaitingApproval' | 'active' | 'stopped';
  /** Replaced by a newer one: in the list only as `RmsOptions.oldKeysInList` says. */
  superseded: boolean;
  /** Texts planted instead of what RMS would show: `last4` replaces 「末尾4桁: A9FR」 whole. */
  shows: { last4?: string; expiry?: string; state?: string };
}

export interface RmsApp {
  id: string;
  owner: 'shop' | 'vendor';
  developer: string;
  name: string;
  summary: string;
  url: string;
  /** The half that belongs to the API user: the shop's own, or the vendor's (rms.md §1). */
  serviceSecret: string;
  /** Many vendor apps show 「-」. */
  showsDate: boolean;
  /** Functions allowed now: the API list of a vendor's app, the ticked ones of the shop's own. */
  functions: string[];
  /** What アップデートする would add: not empty = 更新あり. */
  offered: string[];
  /** Newest last. */
  licenses: RmsLicense[];
}

export interface RmsEvent {
  company: string;
  service: string;
  startedAt: Instant;
  state: string;
}

export interface RmsShop {
  /** 6 digits. */
  id: string;
  /** After `www.rakuten.co.jp/`. */
  slug: string;
  name: string;
  /** R-Login ID of the stand-in's login page. */
  loginId: string;
  password: string;
  markup: Markup;
  apps: RmsApp[];
  events: RmsEvent[];
}

export interface RmsOptions {
  maintenance: boolean;
  permissionWithheld: boolean;
  /** The list keeps its headings and words, and has no rows that can be read. */
  tableBroken: boolean;
  /** Which of the sources of rms.md §3 say whose page it is. */
  identity: { headerLink: boolean; analytics: boolean };
  /** Logged out, a page answers the login form at its own address instead of leading to glogin. */
  loginInPlace: boolean;
  /** Rows a page of the list; null = all. */
  pageSize: number | null;
  oldKeysInList: boolean;
  /** rms.md §5: sources conflict, so both can be had. */
  oldKey: 'untilExpiry' | 'diesAtOnce';
  /** Valid keys of one app at a time (one source: two); null = any number. */
  maxKeys: number | null;
  /** RMS's own sentence warns that an update may end the validity. */
  updateEndsValidity: boolean;
  /** What 障害情報 tells of the WEB API; null = nothing. */
  apiOutage: { from: Instant; to: Instant | null } | null;
  /** RMS marks in アプリが利用するAPIリスト what an update adds (not known: seed 002 shows none). */
  marksNewApis: boolean;
  /** Milliseconds that the markup which draws itself late waits after its fetch. */
  lateMs: number;
}

export const defaultOptions = (): RmsOptions => ({
  maintenance: false,
  permissionWithheld: false,
  tableBroken: false,
  identity: { headerLink: true, analytics: true },
  loginInPlace: false,
  pageSize: null,
  oldKeysInList: true,
  oldKey: 'untilExpiry',
  maxKeys: null,
  updateEndsValidity: false,
  apiOutage: null,
  marksNewApis: false,
  lateMs: 200,
});
