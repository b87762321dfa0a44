import type { LicenseRow, PageClass, Problem, Reading } from '../model/reading.ts';
import type { Instant } from '../model/time.ts';
import { type Beside, besideKeys } from './beside.ts';
import { LIMITS } from './limits.ts';
import { type Look, lookingAt } from './look.ts';
import { classWithoutKeys } from './page-class.ts';
import { type Part, pageKindOf } from './page-kind.ts';
import { isWorthTelling } from './quiet.ts';
import { readSections, type Sections } from './read-sections.ts';
import { problem } from './rows.ts';
import { atOnce, type Sliced } from './sliced.ts';
import { isUnreadable } from './unreadable.ts';

export interface ReadOptions {
  at: Instant;
  /** The page's address; only its host and path are looked at. */
  url: string;
}

export interface InspectOptions extends ReadOptions {
  /** How to read what stands beside the keys; left out = not at all. */
  beside?: typeof besideKeys;
}

/** Where a row of a reading stands in the page. */
export interface Place {
  row: LicenseRow;
  /** An element inside the row into which a mark may be appended. */
  cell: Element;
}

/** A reading, and where in the page it came from. */
export interface Inspection {
  reading: Reading;
  places: Place[];
  /** Rows that could not be read, with the element that shows them. */
  lost: { problem: Problem; cell: Element }[];
  /** The parts that were read; a line of ours may stand above the first. */
  real: Part[];
  /** The page holds words of ours: worth watching closely. */
  relevant: boolean;
  /** The page's known heading. */
  heading: Element | null;
  /** The heading over its list of APIs or functions. */
  aside: Element | null;
}

/**
 * Reads one page as it stands now. Never throws for what a page holds, never changes it. The caller
 * decides when a reading counts: see `quiet.ts` for late rendering.
 */
export const inspect = (document: Document, options: InspectOptions): Inspection =>
  atOnce(inspecting(document, options));

/** The same in steps; worth nothing if the page has changed between two of them. */
export function* inspecting(
  document: Document,
  { at, url, beside }: InspectOptions,
): Sliced<Inspection> {
  const address = URL.canParse(url) ? new URL(url) : null;
  const reading = blank(at, address);
  const look = yield* lookingAt(document, address);
  const nothing = { places: [], lost: [], real: [], heading: null, aside: null };
  if (!look) return { ...nothing, reading, relevant: false };
  const { real, known } = look;
  yield;
  const page = pageKindOf(look);
  const sections = yield* readSections(look, page);
  yield;
  const missed = isUnreadable(look, sections);
  const pageClass = classOf(look, page, sections, missed !== null);
  const heading = known[0]?.el ?? null;
  const { said, aside } = beside?.(look, page === 'appDetail' ? sections.app : null) ?? NOTHING;
  Object.assign(reading, { page, pageClass }, said);
  if (pageClass === 'none') {
    // The shop is asked for only where there is something to say of it.
    if (isWorthTelling(reading)) reading.shop = look.shop().shop;
    return { ...nothing, reading, relevant: true, aside };
  }
  Object.assign(reading, contents(look, sections, page, missed));
  const { places, lost } = sections;
  return { reading, places, lost, real, relevant: true, heading, aside };
}

const NOTHING: Beside = { said: {}, aside: null };

/** Reads one page: `inspect` without the places. */
export const readPage = (document: Document, options: ReadOptions): Reading =>
  inspect(document, { ...options, beside: besideKeys }).reading;

// 「新しいライセンスキーを発行」 done: the page says so in the past tense.
const ISSUED =
  /(キー|key)[をが]?(新規に?|新しく|再)?発行(しました|されました|が?完了)|発行が完了しました/i;

type Contents = Omit<Reading, 'at' | 'page' | 'pageClass' | 'apis' | 'functions' | 'outages'>;

function contents(
  look: Look,
  sections: Sections,
  page: Reading['page'],
  missed: Problem | null,
): Contents {
  const { shop, problems: shopProblems } = look.shop();
  const problems = [...shopProblems];
  if (look.tooLarge) problems.push(problem('tooLarge', '', ''));
  problems.push(...sections.problems);
  if (missed && sections.problems.length === 0) problems.push(missed);
  const sure = problems.length === 0;
  return {
    shop,
    licenses: sections.licenses,
    licenseCoverage: sections.licensesComplete && sure ? 'complete' : 'partial',
    events: sections.events,
    eventCoverage: sections.eventsComplete && sure ? 'complete' : 'partial',
    problems: problems.slice(0, LIMITS.problems),
    issuedNow: page === 'appDetail' && ISSUED.test(look.text()),
  };
}

function classOf(
  look: Look,
  page: Reading['page'],
  sections: Sections,
  missed: boolean,
): PageClass {
  if (look.robot && page !== 'appList' && !sections.keyShown) return 'robotCheck';
  const read = sections.licenses.length + sections.events.length + sections.nameless > 0;
  if (read || sections.emptyNote) return 'keys';
  const without = classWithoutKeys(look);
  if (without !== 'none') return without;
  if (missed) return 'unreadable';
  return sections.lost.length > 0 ? 'keys' : 'none';
}

function blank(at: Instant, url: URL | null): Reading {
  return {
    at,
    page: url?.hostname.startsWith('mainmenu.') ? 'mainMenu' : 'other',
    pageClass: 'none',
    shop: { digits: null, slug: null, name: null },
    licenses: [],
    licenseCoverage: 'partial',
    events: [],
    eventCoverage: 'partial',
    problems: [],
    issuedNow: false,
  };
}
