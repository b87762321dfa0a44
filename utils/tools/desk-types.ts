import type { Ledger, LedgerChange } from '../model/ledger.ts';
import type { Clock, Instant } from '../model/time.ts';
import type { FieldName, FieldResult } from '../model/tool.ts';
import type { Carry } from '../vault/carry.ts';
import type { HeldToken } from '../vault/safe/items.ts';
import type { FieldChoice } from './choose.ts';
import type { Lesson, PointedInFront } from './custom.ts';
import type { FillOrder, LookSpec, PageFacts, ReadTestOrder, TestRead } from './page/types.ts';
import type { FillAsk } from './plan.ts';
import type { Look, ToolSession } from './session.ts';

/** How the page script is reached: `page.browser.ts`. */
export interface PagePort {
  look(tabId: number, spec: LookSpec): Promise<{ facts: PageFacts; documentId: string | null }>;
  fill(look: Look, order: FillOrder): Promise<FieldResult[]>;
  readTest(look: Look, order: ReadTestOrder): Promise<TestRead>;
}

export interface DeskDeps {
  page: PagePort;
  session: ToolSession;
  carry: Pick<Carry, 'list' | 'open'>;
  now: Clock;
  newId: () => string;
}

export type Known = Pick<
  Ledger,
  'shops' | 'apps' | 'licenses' | 'bindings' | 'placements' | 'customTools'
>;

/** What a page is: a tool that we know, if any, and the field that the person pointed at, if any. */
export interface SeenPage {
  tool: ToolInFront | null;
  pointed: PointedInFront | null;
}

/** What the popup shows of a tool's page. */
export interface ToolInFront {
  /** Names this look at this document; a fill refers to it and is refused for any other document. */
  lookId: string;
  connectorId: string;
  origin: string;
  /** e.g. `next-engine.com`: shown large before the first fill. */
  domain: string;
  /** The tool is bound to this origin already. */
  bound: boolean;
  fields: (FieldName & { label: string; found: 'one' | 'none' | 'many' })[];
  /** The shop that the tool's page names; null = unreadable, the person must confirm. */
  shopOnPage: string | null;
  hasTest: boolean;
  /** The last fill in this tab: the popup has been closed since, and its test and save are still to come. */
  filled: { bindingId: string; last4: string; at: Instant } | null;
}

export interface FillRequest {
  tabId: number;
  lookId: string;
  carryId: string;
  /** The person confirmed, for this fill, that the page belongs to the key's shop. */
  shopConfirmed: boolean;
  /** The person saw the domain and agreed to bind the tool to it. */
  originConfirmed: boolean;
  /** The person read what the guard says of the key. */
  warningsConfirmed: boolean;
  /** Which of several fields that look alike the person meant; null = not asked yet, [] = none of them. */
  choices: FieldChoice[] | null;
}

export interface ToolTestAnswer {
  result: 'ok' | 'failed' | 'notRun';
}

/** A tool is bound to a shop's key, not to another service's settings: the domain is confirmed each time. */
export interface SettingsWish {
  tabId: number;
  lookId: string;
  originConfirmed: boolean;
}

export type FillAnswer =
  | { kind: 'done'; results: FieldResult[] }
  /** Something to ask first; nothing was filled. */
  | FillAsk;

/** `change` is for the caller to write, in one transaction; null = nothing happened. */
export interface Done<Answer> {
  answer: Answer;
  change: LedgerChange | null;
}

export interface ToolDesk {
  /** Throws `pageNotAllowed`. */
  look(tabId: number, known: Known): Promise<SeenPage>;
  /** Learns the field that the person pointed at. Throws `pageGone` where none is, or another page is there. */
  learn(lesson: Lesson, known: Known): Promise<LedgerChange>;
  /** Throws `pageGone` (look again), `carryGone`, `toolUnknown`. */
  fillIn(wish: FillRequest, known: Known): Promise<Done<FillAnswer>>;
  /** What the vault holds of another service. Throws `pageGone`, `toolUnknown`. */
  fillSettings(wish: SettingsWish, held: HeldToken, known: Known): Promise<Done<FillAnswer>>;
  /** Throws `pageGone`, `toolUnknown`. */
  readTest(tabId: number, lookId: string, known: Known): Promise<Done<ToolTestAnswer>>;
}
