import type { Instant } from './time.ts';

/** One line of 「アプリが利用するAPIリスト」 (API名 | 内容). */
export interface ApiRow {
  /** As RMS writes it, e.g. `rpay.order.getOrder`. */
  name: string;
  /** RMS's own description; empty where it gives none. */
  about: string;
  /** The page itself marks it as added. */
  isNew: boolean;
}

export const API_ASKS = ['update', 'approval'] as const;
/** What a person is asked to agree to: アップデートする, or アクセス承認. */
export type ApiAsk = (typeof API_ASKS)[number];

/** 「アプリが利用するAPIリスト」 of the detail page of a vendor's app (rms.md §3). */
export interface ApiList {
  developer: string;
  app: string;
  /** null = nothing is asked: the list is what was agreed to. */
  asks: ApiAsk | null;
  rows: ApiRow[];
}

export const FUNCTION_STAGES = ['registered', 'editing', 'confirming', 'done'] as const;
/**
 * Which page of the two-click save (rms.md §1): `registered` = 利用機能一覧, `editing` = before 確認する,
 * `confirming` = before 登録する, `done` = RMS says that it is registered.
 */
export type FunctionStage = (typeof FUNCTION_STAGES)[number];

/** A function of the shop's own app; `used` is null where the page does not say so in known words. */
export interface FunctionRow {
  name: string;
  used: boolean | null;
}

export interface FunctionList {
  /** null where the page names no app: it is the shop's own then. */
  developer: string | null;
  app: string | null;
  stage: FunctionStage;
  rows: FunctionRow[];
}

/** RMS's notice of an outage that reaches the WEB API. */
export interface Outage {
  title: string;
  from: Instant;
  /** null = not over, as far as the notice says. */
  to: Instant | null;
}

/** The APIs of an app over time. */
export interface AppApis {
  /** The list last read while nothing was asked: what was agreed to. null = never read so. */
  agreed: { names: string[]; at: Instant } | null;
  /** What is asked, with the list as it was last read. null = nothing, as far as read. */
  asked: { why: ApiAsk; rows: ApiRow[]; at: Instant } | null;
}

/** The selected functions of the shop's own app over time. */
export interface AppFunctions {
  /** As RMS has them. `unused` leaves out what the page says in unknown words. */
  registered: { used: string[]; unused: string[]; at: Instant } | null;
  /** 確認する was pressed; that 登録する was pressed too is not known. */
  unfinished: Unfinished | null;
}

export interface Unfinished {
  used: string[];
  at: Instant;
  /** Another page of the shop was read since. */
  left: boolean;
  /** The list was read again, and is as it was before. */
  notSaved: boolean;
}
