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
