import type { Problem, ShopIdentity } from '../model/reading.ts';
import { visibleText } from './dom/texts.ts';
import { mayBlock, mayHold } from './gate.ts';
import type { Found } from './grid/found.ts';
import type { Label } from './grid/labels.ts';
import { findingParts } from './grid/parts.ts';
import { explainsWords } from './licenses.ts';
import { PAGE_WORDS } from './page-class.ts';
import type { Part } from './page-kind.ts';
import { findingHeadings, type Heading, isLookAlike, titlesOf } from './sections.ts';
import { shopOf } from './shop.ts';
import type { Sliced } from './sliced.ts';

/** What is seen on a page before it is decided what the page is. */
export interface Look {
  document: Document;
  body: Element;
  url: URL | null;
  headings: Heading[];
  /** Headings of known pages and sections. */
  known: Heading[];
  /** Parts that list or describe; look-alikes (help, examples, what was) left out. */
  real: Part[];
  /** The look-alikes. */
  helps: Found[];
  loose: Label[];
  hiddenKeys: boolean;
  /** Words of a login page, of maintenance or missing authority are somewhere on it. */
  blocked: () => boolean;
  tooLarge: boolean;
  /** All text, seen or unseen. */
  raw: string;
  /** Visible text without spaces, up to a limit. Dear, so asked for only where needed. */
  text: () => string;
  shop: () => { shop: ShopIdentity; problems: Problem[] };
  /** 「ロボットによる操作ではありません」 stands on the page. */
  robot: boolean;
}

const TEXT_CHARS = 20_000;

/** Looks at a page, in steps; null where nothing on it could concern us, which is said quickly. */
export function* lookingAt(document: Document, url: URL | null): Sliced<Look | null> {
  const body = document.body as HTMLElement | null;
  const raw = body?.textContent ?? '';
  const holds = mayHold(raw);
  const blocked = once(() => mayBlock(document, raw));
  if (!body || (!holds && !blocked())) return null;
  yield;
  const headings = yield* findingHeadings(body);
  yield;
  const known = headings.filter(({ kind }) => kind !== null);
  const borders = known.map(({ el }) => el);
  const nothing = { found: [], loose: [], hiddenKeys: false, tooLarge: false };
  const { found, ...parts } = holds ? yield* findingParts(body, borders) : nothing;
  const all = found.map((one) => ({ found: one, titles: titlesOf(one, headings) }));
  const tells = isNews(document, headings);
  const real = all.filter(
    ({ found: one, titles }) => !tells && !isLookAlike(one, titles, borders) && !explainsWords(one),
  );
  const text = once(() => visibleText(body, TEXT_CHARS));
  return {
    document,
    body,
    url,
    headings,
    known,
    real,
    helps: all.filter((part) => !real.includes(part)).map((part) => part.found),
    ...parts,
    blocked,
    raw,
    text,
    shop: once(() => shopOf(documentsAround(document))),
    robot:
      /ロボット/.test(raw) && PAGE_WORDS.robot.test(text()) && PAGE_WORDS.robotTitle.test(text()),
  };
}

/** A page of news quotes keys (「licenseKeyの有効期限のお知らせ」); it lists none. */
const isNews = ({ title }: Document, headings: readonly Heading[]): boolean =>
  headings.every(({ kind }) => kind === null) &&
  PAGE_WORDS.newsTitle.test(`${title} ${headings[0]?.text ?? ''}`);

function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

/** The frame's own document and those around it that it may look into (same host). */
function documentsAround(document: Document): Document[] {
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
