import type {
  AppOwner,
  Coverage,
  LicenseState,
  PageClass,
  ProblemCode,
  ShopIdentity,
} from '../../utils/model/reading.ts';
import type { JstDate } from '../../utils/model/time.ts';

export type TruthPage =
  | 'appList'
  | 'keysOnly'
  | 'eventsOnly'
  | 'products2018'
  | 'webApi21'
  | 'detail'
  | 'other';

/** One key as a careful person would note it from the page. */
export interface KeyTruth {
  /** null where this page names none (masked detail page). */
  developer: string | null;
  app: string | null;
  /** By the developer's name; where that is null, nobody can tell. */
  owner: AppOwner;
  last4: string | null;
  expiresOn: JstDate | null;
  /** What stands in the date's place where there is no date. */
  noDateText: string;
  /** A date that does not exist, as printed: `expiresOn` is null and a `badDate` is due. */
  impossibleDate: string | null;
  state: LicenseState;
  /** Other readings of the state that a careful person may also defend. */
  orStates: LicenseState[];
  stateText: string;
  /** [heading, text] of columns outside RMS's known ones. */
  extra: [string, string][];
}

export interface EventTruth {
  company: string;
  service: string;
  startedOn: JstDate | null;
  /** `HH:MM:SS`; null where the page shows the date only. */
  startedAt: string | null;
  state: LicenseState;
  stateText: string;
}

/** How much of a list the page shows. */
export interface Listing {
  /** What stands in the キーワード検索 box; null = empty or no box. */
  filteredBy: string | null;
  /** What the pager says; null = no pager. `from` and `to` count from 1. */
  paged: { from: number; to: number; total: number } | null;
  /** Placeholder rows that are still loading. */
  lazy: number;
}

/** What a detail page tells beside its key. */
export interface DetailTruth {
  stage: 'masked' | 'shown';
  /** 「アップデートする」 is offered. */
  updateOffered: boolean;
  /** The page says that a new key was just issued. */
  issuedNow: boolean;
  /** API名 and 内容 of 「アプリが利用するAPIリスト」. */
  apis: [string, string][];
}

/**
 * The truth behind one page: exactly what a careful person who sees this page, and nothing else,
 * would write down. Texts are compared with `sameText`, order does not count.
 */
export interface Truth {
  page: TruthPage;
  /** What the page may be called; the best name first. */
  pageClasses: PageClass[];
  /** What the page shows plainly. */
  shop: ShopIdentity;
  /** What a sharp reader may find besides (digits inside a shown key); never anything else. */
  shopMaybe: ShopIdentity;
  keys: KeyTruth[];
  events: EventTruth[];
  keyListing: Listing;
  eventListing: Listing;
  /** By the list's own evidence. `either`: a person could defend both. An unknown shop may make it partial. */
  keyCoverage: Coverage | 'either';
  eventCoverage: Coverage | 'either';
  detail: DetailTruth | null;
  /** Problems of which at least one must be reported; filled only where the page is not readable. */
  mustFlag: ProblemCode[];
}

/** What a page needs before a program can see what a person sees. */
export type Needs = 'dom' | 'css' | 'layout';

/** One page, with the truth adjusted to what this very page shows. */
export interface Generated {
  family: string;
  html: string;
  truth: Truth;
  /** false = a person could not tell either: a flag is the right answer. */
  readable: boolean;
  /** `css`: hidden or laid out by rules in a style sheet; `layout`: media queries or geometry decide. */
  needs: Needs;
  /** The choices that made this page, to find the cause of a difference. */
  knobs: string[];
}

/** Whether a list shows everything, by its own evidence. */
export function coverageOf({ filteredBy, paged, lazy }: Listing): Coverage {
  if (filteredBy !== null || lazy > 0) return 'partial';
  if (paged && (paged.from > 1 || paged.to < paged.total)) return 'partial';
  return 'complete';
}

/** A text as compared: NFKC, no zero-width characters, white space folded to one space. */
export function plainText(text: string): string {
  return text
    .replace(/[\u00ad\u180e\u200b-\u200f\u2060\ufeff]/g, '')
    .normalize('NFKC')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Whether two texts are the same to a person; white space never decides. */
export function sameText(a: string, b: string): boolean {
  return plainText(a).replaceAll(' ', '') === plainText(b).replaceAll(' ', '');
}

/** A page's list that shows all. */
export const WHOLE: Listing = { filteredBy: null, paged: null, lazy: 0 };

/** Asks for a flag on impossible dates exactly where a key of this page still has one. */
export function recheckDates(truth: Truth): void {
  const others = truth.mustFlag.filter((code) => code !== 'badDate');
  const bad = truth.keys.some((key) => key.impossibleDate !== null);
  truth.mustFlag = bad ? [...others, 'badDate'] : others;
}
