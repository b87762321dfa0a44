import type { LicenseRow, Problem, Reading, ShopIdentity } from '../model/reading.ts';
import type { Instant } from '../model/time.ts';
import { visibleText } from './dom/texts.ts';
import { type Parts, partsOf } from './grid/parts.ts';
import { explainsWords } from './licenses.ts';
import { CLASS_WORDS, classWithoutKeys } from './page-class.ts';
import { type Part, pageKindOf } from './page-kind.ts';
import { readSections, type Sections } from './read-sections.ts';
import { headingsIn, isLookAlike, titlesOf } from './sections.ts';
import { shopOf } from './shop.ts';
import { mayHold } from './words.ts';
import { LIMITS } from './limits.ts';
import { isUnreadable } from './unreadable.ts';

export interface ReadOptions {
  at: Instant;
  /** The page's address; only its host and path are looked at. */
  url: string;
}

/** Where a row of a reading stands in the page. */
export interface Place {
  row: LicenseRow;
  /** An element inside the row into which a mark may be appended. */
  cell: Element;
}

interface Examined extends Omit<Inspection, 'lists'> {
  real: Part[];
}

/** A reading, and where in the page it came from. */
export interface Inspection {
  reading: Reading;
  places: Place[];
  /** Rows that could not be read, with the element that shows them. */
  lost: { problem: Problem; cell: Element }[];
  /** The lists; a line of ours may stand above the first. */
  lists: Element[];
  /** The page holds words of ours: worth watching closely. */
  relevant: boolean;
  /** The page's known heading. */
  heading: Element | null;
}

const NO_SHOP: ShopIdentity = { digits: null, slug: null, name: null };
const TEXT_CHARS = 20_000;

/**
 * Reads one page as it stands now. Never throws for what a page holds, never changes it. The caller
 * decides when a reading counts: see `quiet.ts` for late rendering.
 */
export function inspect(document: Document, options: ReadOptions): Inspection {
  const { real, ...inspection } = examine(document, options);
  return { ...inspection, lists: real.map(({ found }) => found.el) };
}

/** `inspect` with the parts that were read, for whoever carries a key. */
export function examine(document: Document, { at, url }: ReadOptions): Examined {
  const address = addressOf(url);
  const body = document.body as HTMLElement | null;
  const raw = body?.textContent ?? '';
  const holds = mayHold(raw);
  if (!body || (!holds && !mayBlock(document, raw))) return nothing(at, address);
  const headings = headingsIn(body);
  const known = headings.filter(({ kind }) => kind !== null);
  const parts: Parts = holds
    ? partsOf(
        body,
        known.map(({ el }) => el),
      )
    : { found: [], loose: [], hiddenKeys: false, tooLarge: false };
  const real = parts.found
    .map((found) => ({ found, titles: titlesOf(found, headings) }))
    .filter(({ found, titles }) => {
      const alike = isLookAlike(
        found,
        titles,
        known.map(({ el }) => el),
      );
      return !alike && !explainsWords(found);
    });
  const text = visibleText(body, TEXT_CHARS);
  const { shop, problems: shopProblems } = shopOf(documentsAround(document));
  const robot = CLASS_WORDS.robot.test(text) && CLASS_WORDS.robotTitle.test(text);
  const page = pageKindOf({ url: address, real, headings, robot });
  const sections = readSections({
    root: body,
    real,
    page,
    shop,
    robot,
    hiddenKeys: parts.hiddenKeys,
    text,
  });
  const problems = [...shopProblems, ...sections.problems, ...tooLarge(parts)];
  const reading: Reading = {
    at,
    page,
    pageClass: 'none',
    shop,
    licenses: sections.licenses,
    licenseCoverage: sections.licensesComplete && problems.length === 0 ? 'complete' : 'partial',
    events: sections.events,
    eventCoverage: sections.eventsComplete && problems.length === 0 ? 'complete' : 'partial',
    problems: problems.slice(0, LIMITS.problems),
    issuedNow: page === 'appDetail' && ISSUED.test(text),
  };
  const shownHelp = parts.found.filter((found) => !real.some((one) => one.found === found));
  const missed = isUnreadable(known, parts.loose, shownHelp, sections, address);
  if (missed && sections.problems.length === 0) reading.problems.push(missed);
  reading.pageClass = classOf(document, address, reading, sections, {
    robot,
    headings,
    text,
    missed: missed !== null,
  });
  if (reading.pageClass === 'none') clear(reading);
  return {
    reading,
    places: sections.places,
    lost: sections.lost,
    real,
    relevant: holds,
    heading: known[0]?.el ?? null,
  };
}

/** Reads one page: `inspect` without the places. */
export const readPage = (document: Document, options: ReadOptions): Reading =>
  inspect(document, options).reading;

// 「新しいライセンスキーを発行」 done: the page says so in the past tense.
const ISSUED =
  /(キー|key)[をが]?(新規に?|新しく|再)?発行(しました|されました|が?完了)|発行が完了しました/i;

function classOf(
  document: Document,
  url: URL | null,
  reading: Reading,
  sections: Sections,
  facts: { robot: boolean; headings: ReturnType<typeof headingsIn>; text: string; missed: boolean },
): Reading['pageClass'] {
  const read = reading.licenses.length + reading.events.length > 0 || sections.emptyNote;
  if (facts.robot && reading.page !== 'appList' && !sections.keyShown) return 'robotCheck';
  if (read || sections.nameless > 0) return 'keys';
  const without = classWithoutKeys(document, url, { page: reading.page, ...facts });
  if (without !== 'none') return without;
  if (facts.missed) return 'unreadable';
  return sections.lost.length > 0 ? 'keys' : 'none';
}

/** A page that is none of ours says nothing. */
function clear(reading: Reading): void {
  reading.licenses = [];
  reading.events = [];
  reading.problems = [];
  reading.licenseCoverage = 'partial';
  reading.eventCoverage = 'partial';
}

function tooLarge(parts: Parts): Problem[] {
  if (!parts.tooLarge) return [];
  return [{ code: 'tooLarge', where: '', text: '', developer: null, app: null, last4: null }];
}

/** Could it be a page that stands where a list should: login, maintenance, no authority, robot check? */
const mayBlock = (document: Document, raw: string): boolean =>
  document.querySelector('input[type="password"]') !== null ||
  /403|503|forbidden|unavailable|メンテナンス|ログイン|権限/i.test(document.title) ||
  (raw.length < TEXT_CHARS &&
    [CLASS_WORDS.login, CLASS_WORDS.noPermission, CLASS_WORDS.maintenance].some((words) =>
      words.test(raw.replace(/\s+/g, '')),
    ));

function nothing(at: Instant, url: URL | null): Examined {
  const page = url?.hostname.startsWith('mainmenu.') ? 'mainMenu' : 'other';
  const reading: Reading = {
    at,
    page,
    pageClass: 'none',
    shop: NO_SHOP,
    licenses: [],
    licenseCoverage: 'partial',
    events: [],
    eventCoverage: 'partial',
    problems: [],
    issuedNow: false,
  };
  return { reading, places: [], lost: [], real: [], relevant: false, heading: null };
}

function addressOf(url: string): URL | null {
  return URL.canParse(url) ? new URL(url) : null;
}

/** The frame's own document and those around it that it may look into (same host). */
export function documentsAround(document: Document): Document[] {
  const documents = [document];
  let view = document.defaultView;
  try {
    while (view && view.parent !== view && documents.length < 5) {
      view = view.parent as Window & typeof globalThis;
      documents.push(view.document);
    }
  } catch {
    // Another host's frame may not be looked into: what it says of the shop stays unknown.
  }
  return documents;
}
