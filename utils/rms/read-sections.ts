import type { EventRow, LicenseRow, PageKind, Problem, ShopIdentity } from '../model/reading.ts';
import { isBefore } from './dom/tree.ts';
import { type Section, showsAll } from './coverage.ts';
import { eventsOf } from './events.ts';
import { type Family, familyOf } from './family.ts';
import type { Found, Rec } from './grid/found.ts';
import { type AppName, licensesOf, type LostRow, type ReadRow } from './licenses.ts';
import { isAppList, type Part, titleKind } from './page-kind.ts';
import { nameIn, problem, shown } from './rows.ts';
import { textOf } from './dom/text-of.ts';
import { LIMITS } from './limits.ts';
import { noteOf } from './text.ts';
import type { Role } from './words.ts';
import { isGone } from './dom/visible.ts';

export interface Sections {
  licenses: LicenseRow[];
  events: EventRow[];
  problems: Problem[];
  licensesComplete: boolean;
  eventsComplete: boolean;
  /** A list says itself that it is empty. */
  emptyNote: boolean;
  /** Sheets of keys whose app the page does not name. */
  nameless: number;
  /** A whole key is on the page, so the robot check is behind us. */
  keyShown: boolean;
  places: { row: LicenseRow; cell: Element }[];
  lost: { problem: Problem; cell: Element }[];
}

export interface SectionFacts {
  root: Element;
  real: readonly Part[];
  page: PageKind;
  shop: ShopIdentity;
  robot: boolean;
  hiddenKeys: boolean;
  text: string;
}

interface Sorted extends Part {
  family: Family;
}

/** Reads every part of the page into rows, with what could not be read. */
export function readSections(facts: SectionFacts): Sections {
  const out: Sections = {
    licenses: [],
    events: [],
    problems: [],
    licensesComplete: false,
    eventsComplete: false,
    emptyNote: false,
    nameless: 0,
    keyShown: false,
    places: [],
    lost: [],
  };
  const sorted: Sorted[] = facts.real
    .map((part) => ({ ...part, family: familyOf(part.found, part.titles) }))
    .filter(({ family }) => family !== 'other');
  const context = contextOf(sorted);
  const known = facts.shop.digits !== null || facts.shop.slug !== null;
  const full = { licenses: [] as boolean[], events: [] as boolean[] };
  for (const part of sorted) {
    if (part.family === 'names') continue;
    const before = out.problems.length;
    const rows =
      part.family === 'events'
        ? takeEvents(out, part.found)
        : takeLicenses(out, part, facts, context);
    notes(out, part);
    const clean =
      out.problems.length === before &&
      known &&
      showsAll(facts.root, sectionOf(part.found, sorted), rows);
    if (part.family === 'events') full.events.push(clean);
    else full.licenses.push(clean && isWholeList(part));
  }
  dropRepeats(out);
  out.licensesComplete =
    full.licenses.length > 0 && full.licenses.every(Boolean) && !facts.hiddenKeys;
  out.eventsComplete = full.events.length > 0 && full.events.every(Boolean);
  if (facts.page === 'appDetail' && offersUpdate(facts.root)) markOffered(out);
  return out;
}

/** Only a list under its own heading or with its own columns can say that a key is absent; the 2018 list has no keys. */
const isWholeList = (part: Sorted): boolean =>
  part.family === 'licenses' &&
  isAppList(part) &&
  (part.found.shape === 'list' || titleKind(part.titles) === 'list');

/** The one app that the page's sheet names: its other tables speak of the same. */
function contextOf(parts: readonly Sorted[]): AppName | null {
  const names = new Map<string, AppName>();
  for (const { found } of parts.filter(({ found: { shape } }) => shape === 'pairs')) {
    for (const rec of found.recs) {
      const name = { developer: nameIn(rec, 'who'), app: nameIn(rec, 'what') };
      if (name.developer !== '' && name.app !== '')
        names.set(`${name.developer}\n${name.app}`, name);
    }
  }
  return names.size === 1 ? ([...names.values()][0] ?? null) : null;
}

function takeLicenses(
  out: Sections,
  part: Sorted,
  facts: SectionFacts,
  context: AppName | null,
): number {
  const { found } = part;
  const bare = part.family === 'products';
  const detail = facts.page === 'appDetail';
  const missing = missingIn(found, bare, detail);
  if (missing.length > 0) {
    for (const where of missing) out.problems.push(problem('noColumn', where, headingsOf(found)));
    return 0;
  }
  if (found.recs.some(showsKey)) out.keyShown = true;
  const read = licensesOf(found, detail ? context : null, {
    shopName: facts.shop.name,
    bare,
    detail,
  });
  out.nameless += read.nameless;
  const shared = sharedCells(found.recs);
  for (const { rec, row } of read.rows) {
    if (out.licenses.length >= LIMITS.rows) break;
    out.licenses.push(row);
    out.places.push({ row, cell: cellOf(rec, shared) });
  }
  if (!found.roles.has('state') && read.rows.length > 0) {
    out.problems.push(problem('noColumn', '状態', headingsOf(found)));
  }
  lose(out, read.lost, found);
  return read.rows.length;
}

function takeEvents(out: Sections, found: Found): number {
  const read = eventsOf(found);
  out.events.push(...read.rows.map(({ row }) => row).slice(0, LIMITS.rows - out.events.length));
  lose(out, read.lost, found);
  return read.rows.length;
}

function lose(out: Sections, lost: readonly LostRow[], found: Found): void {
  for (const one of lost) {
    out.problems.push(one.problem);
    out.lost.push({ problem: one.problem, cell: one.rec ? cellOf(one.rec, new Set()) : found.el });
  }
}

/** What every list may suffer from: rows not understood, no rows at all, too much of everything. */
function notes(out: Sections, { found, family }: Sorted): void {
  for (const el of found.unread.slice(0, LIMITS.problems)) {
    const one = problem('badRow', '', noteOf(textOf(el), LIMITS.problemText));
    out.problems.push(one);
    out.lost.push({ problem: one, cell: el });
  }
  if (found.tooLarge) out.problems.push(problem('tooLarge', headingsOf(found), ''));
  const empty = found.recs.length === 0 && found.unread.length === 0;
  if (empty && found.emptyNote) out.emptyNote = true;
  // A shop without event services may see a bare table; one without any key would not come here.
  else if (empty && family !== 'events')
    out.problems.push(problem('noRows', headingsOf(found), ''));
}

const LABELS: [Role, string][] = [
  ['who', 'アプリ登録者'],
  ['what', 'アプリ名'],
  ['key', 'ライセンスキー'],
  ['expires', '有効期限'],
];

/** Columns without which a list says nothing that may be believed. Sheets and cards are judged one by one. */
function missingIn(found: Found, bare: boolean, detail: boolean): string[] {
  if (found.shape !== 'list') return [];
  return LABELS.filter(([role]) => {
    if (bare && (role === 'key' || role === 'expires')) return false;
    if (detail && (role === 'who' || role === 'what')) return false;
    if (found.recs.some((rec) => rec.fields.has(role))) return false;
    return role !== 'what' || !found.roles.has('service');
  })
    .filter(() => found.recs.length > 0)
    .map(([, label]) => label);
}

const headingsOf = (found: Found): string =>
  noteOf([...found.roles.values()].join(' '), LIMITS.problemText);

const showsKey = (rec: Rec): boolean => {
  const text = shown(rec.fields.get('key')).plain.replaceAll(' ', '');
  return /^[A-Za-z0-9_-]{16,}$/.test(text) && /\d/.test(text);
};

const MARKABLE: Role[] = ['state', 'expires', 'key', 'what'];

/** Cells that span several rows: a mark in one would not say which row it means. */
function sharedCells(recs: readonly Rec[]): Set<Element> {
  const seen = new Set<Element>();
  const shared = new Set<Element>();
  for (const rec of recs) {
    for (const el of new Set(MARKABLE.map((role) => rec.fields.get(role)?.els.at(-1)))) {
      if (!el) continue;
      if (seen.has(el)) shared.add(el);
      seen.add(el);
    }
  }
  return shared;
}

function cellOf(rec: Rec, shared: ReadonlySet<Element>): Element {
  const cells = MARKABLE.map((role) => rec.fields.get(role)?.els.at(-1)).filter(
    (el) => el !== undefined,
  );
  const cell = cells.find((el) => !shared.has(el)) ?? cells[0] ?? rec.el;
  return /^(INPUT|TEXTAREA|SELECT|IMG)$/.test(cell.tagName) ? (cell.parentElement ?? cell) : cell;
}

/** The stretch of page that belongs to a list: between the list before it and the list after it. */
function sectionOf(found: Found, parts: readonly Sorted[]): Section {
  const others = parts
    .map((part) => part.found.el)
    .filter((el) => el !== found.el && !el.contains(found.el) && !found.el.contains(el));
  const above = others.filter((el) => isBefore(el, found.el));
  const below = others.filter((el) => isBefore(found.el, el));
  const last = above.reduce<Element | null>((a, b) => (a && isBefore(b, a) ? a : b), null);
  const first = below.reduce<Element | null>((a, b) => (a && isBefore(a, b) ? a : b), null);
  return { found, after: last, before: first };
}

/** The same key twice on a page (a second layout of the same list): once is enough, if both say the same. */
function dropRepeats(out: Sections): void {
  const byKey = new Map<string, ReadRow['row'][]>();
  for (const row of out.licenses) {
    const key = [row.developer, row.app, row.last4].join('\n');
    byKey.set(key, [...(byKey.get(key) ?? []), row]);
  }
  const drop = new Set<LicenseRow>();
  for (const [first, ...more] of byKey.values()) {
    if (!first || more.length === 0) continue;
    for (const row of more) drop.add(row);
    if (more.every((row) => row.expiresOn === first.expiresOn && row.state === first.state))
      continue;
    if (first.last4 === null) continue;
    drop.add(first);
    out.problems.push(problem('badRow', 'ライセンスキー', '', first));
  }
  out.licenses = out.licenses.filter((row) => !drop.has(row));
  out.places = out.places.filter(({ row }) => !drop.has(row) || more(byKey, row, out.licenses));
}

/** A repeat whose twin was kept may be marked too: a person sees both. */
const more = (
  byKey: Map<string, LicenseRow[]>,
  row: LicenseRow,
  kept: readonly LicenseRow[],
): boolean =>
  (byKey.get([row.developer, row.app, row.last4].join('\n')) ?? []).some((one) =>
    kept.includes(one),
  );

const offersUpdate = (root: Element): boolean =>
  [
    ...root.querySelectorAll('button,a,input[type="button"],input[type="submit"],[role="button"]'),
  ].some(
    (el) =>
      /^アップデート(を|)する$/.test(
        (el.textContent || (el as HTMLInputElement).value || '').trim(),
      ) && !isGone(el),
  );

/** The detail page says 「利用中」 and offers 「アップデートする」 (seed 002): the list calls that 更新あり. */
function markOffered(out: Sections): void {
  for (const row of out.licenses) if (row.state === 'active') row.state = 'updateAvailable';
}
