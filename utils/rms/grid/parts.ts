import { textOf } from '../dom/text-of.ts';
import { isBefore } from '../dom/tree.ts';
import { isGone } from '../dom/visible.ts';
import { mayHold } from '../gate.ts';
import { LIMITS } from '../limits.ts';
import { type Role, wordOf } from '../words.ts';
import { ARIA_TABLE, ariaTable } from './aria-table.ts';
import type { Found } from './found.ts';
import { distinct, type Grid, transpose } from './grid.ts';
import { type Header, headerOf, nextHeading } from './header.ts';
import { atOnce, type Sliced } from '../sliced.ts';
import { htmlTable, placingTable } from './html-table.ts';
import { carriedIn, type Label, labelsIn } from './labels.ts';
import { listsIn, stacksIn } from './lists.ts';
import { pairsIn } from './pairs.ts';
import { readingRows, readRows, recordsOf } from './records.ts';
import { unfolded } from './storeys.ts';

/** Everything on the page that reads as records, however it is marked up. */
export interface Parts {
  found: Found[];
  /** Labels that head no list. */
  loose: Label[];
  /** A table out of sight shows keys: what is seen is not all there is (tabs, filters). */
  hiddenKeys: boolean;
  tooLarge: boolean;
}

/** `borders`: headings of known sections; no card reaches across one. */
export const partsOf = (root: Element, borders: readonly Element[]): Parts =>
  atOnce(findingParts(root, borders));

/** The same in steps. */
export function* findingParts(root: Element, borders: readonly Element[]): Sliced<Parts> {
  const tables = [...root.querySelectorAll<HTMLTableElement>('table')];
  const arias = [...root.querySelectorAll(ARIA_TABLE)].filter((el) => el.tagName !== 'TABLE');
  const grids: Grid[] = [];
  for (const el of [...tables.slice(0, LIMITS.tables), ...arias.slice(0, LIMITS.tables)]) {
    if (!worthLooking(el) || isGone(el)) continue;
    const isTable = el.tagName === 'TABLE';
    const grid = isTable ? yield* placingTable(el as HTMLTableElement) : ariaTable(el);
    if (grid) grids.push(grid);
  }
  const all = yield* fromGrids(grids, tables.slice(0, LIMITS.tables));
  yield;
  // Rows of blocks may follow a table that holds only headings: its labels are still open.
  const bare = all.filter(({ found }) => isBare(found)).map(({ el }) => el);
  const heads = bare.length > MOST_HEADS ? [] : bare;
  const consumed = new Set<Element>(
    all.flatMap(({ el, also }) => [...(heads.includes(el) ? [] : [el]), ...also]),
  );
  for (const table of tables.slice(LIMITS.tables)) consumed.add(table);
  const labels = labelsIn(root, consumed);
  const stacks = stacksIn(labels.all);
  const lists = [...stacks, ...(stacks.length > 0 ? [] : listsIn(labels.all))].filter(
    ({ found, used }) => !isBare(found) || !heads.some((head) => holdsAll(head, used)),
  );
  const used = new Set(lists.flatMap((list) => [...list.used]));
  const inLists = (label: Label): boolean =>
    used.has(label) ||
    heads.some((head) => head.contains(label.el)) ||
    lists.some(({ found: { el } }) => el !== root && el.contains(label.el));
  const loose = labels.all.filter((label) => !inLists(label));
  const carried = carriedIn(root, consumed).filter((label) => !inLists(label));
  // A value that carries its label is none, whatever it reads like.
  const outside = loose.filter(({ el }) => !carried.some((one) => one.el.contains(el)));
  const paired = carried.length > 0 ? inOrder([...outside, ...carried]) : loose;
  const pairs = pairsIn(paired, root, borders);
  const tabular = all.filter(({ el }) => !lists.some((list) => holdsAll(el, list.used)));
  return {
    found: [...tabular.map(({ found }) => found), ...lists.map(({ found }) => found), ...pairs],
    loose,
    hiddenKeys: tables.slice(0, LIMITS.tables).some(hidesKeys),
    tooLarge: labels.tooLarge || tables.length > LIMITS.tables,
  };
}

/** A page of more lists without rows than that is none of RMS's. */
const MOST_HEADS = 8;

const inOrder = (labels: Label[]): Label[] =>
  labels.sort((a, b) => (isBefore(a.el, b.el) ? -1 : 1));

const holdsAll = (el: Element, labels: ReadonlySet<Label>): boolean =>
  [...labels].every((label) => el.contains(label.el));

/** A list out of sight, but for those of dialogs, which nobody opened: they explain or ask. */
const hidesKeys = (el: Element): boolean =>
  /末尾/.test(el.textContent ?? '') && isGone(el) && !el.closest(DIALOG);
const DIALOG = 'dialog,[role="dialog"],[role="alertdialog"],[role="tooltip"],template';

const worthLooking = (el: Element): boolean =>
  mayHold(el.textContent ?? '') || el.querySelector('[data-label],[data-title],[data-th]') !== null;

interface FromGrid {
  el: Element;
  /** Further elements that its rows came from. */
  also: Element[];
  found: Found;
}

/** `tables`: all there are, since rows without headings hold no words of ours. */
function* fromGrids(grids: Grid[], tables: readonly HTMLTableElement[]): Sliced<FromGrid[]> {
  const out: FromGrid[] = [];
  const taken = new Set<Grid>();
  for (const drawn of grids) {
    if (taken.has(drawn)) continue;
    const grid = unfolded(drawn);
    const header = headerOf(grid);
    if (!header) {
      const sheet = sheetOf(grid);
      if (sheet) out.push({ el: grid.el, also: [], found: sheet });
      continue;
    }
    const next = nextHeading(grid, header);
    const own = next < 0 ? grid : { ...grid, rows: grid.rows.slice(0, next) };
    const found = yield* readingRows(own, header);
    nameByCaption(found);
    if (next > 0) {
      const rest = { ...grid, rows: grid.rows.slice(next) };
      const below = recordsOf(rest);
      if (below) out.push({ el: grid.el, also: [], found: below });
    }
    const inner = opened(grid, found);
    for (const other of grids) if (inner.some((el) => el.contains(other.el))) taken.add(other);
    const bodies = isBare(found) ? bodiesOf(grid, header, tables) : [];
    const [body] = bodies;
    if (body) {
      const els = bodies.map(({ el }) => el);
      for (const other of grids) if (els.includes(other.el)) taken.add(other);
      const rows = bodies.flatMap((one) => one.rows);
      const rest = yield* readingRows({ ...body, rows }, { ...header, from: -1, to: -1 });
      out.push({ el: grid.el, also: els, found: rest });
    } else out.push({ el: grid.el, also: [], found });
  }
  return withoutRepeats(out);
}

/** 「アプリ登録者: 甲社」 over a table of that company's apps, which then has no such column. */
function nameByCaption({ el, roles, recs }: Found): void {
  if (roles.has('who') || recs.length === 0) return;
  const over = el.querySelector(':scope > caption') ?? el.previousElementSibling;
  const text = over && (over.textContent ?? '').length < MOST_CAPTION ? textOf(over) : '';
  const at = text.indexOf(':');
  if (!over || at < 0 || wordOf(text.slice(0, at))?.role !== 'who') return;
  roles.set('who', text.slice(0, at));
  for (const { fields } of recs) fields.set('who', { els: [over], inline: text.slice(at + 1) });
}
const MOST_CAPTION = 200;

/** Drops headings shown once more (a head that stays while rows scroll) and tables inside cells already read. */
function withoutRepeats(all: FromGrid[]): FromGrid[] {
  return all.filter((one) => {
    const twin = isBare(one.found)
      ? all.find(({ found }) => !isBare(found) && headingsOf(found) === headingsOf(one.found))
      : all.find(({ el, found }) => el !== one.el && el.contains(one.el) && readsIn(found, one.el));
    twin?.also.push(one.el);
    return !twin;
  });
}

const readsIn = ({ recs }: Found, el: Element): boolean =>
  recs.some(({ fields }) =>
    [...fields.values()].some(({ els }) => els.some((e) => el.contains(e))),
  );

const isBare = ({ recs, emptyNote, unread, waiting }: Found): boolean =>
  recs.length + unread.length + waiting === 0 && !emptyNote;

const headingsOf = ({ roles }: Found): string => [...roles].flat().join('\n');

/** A list with a fixed head: headings in one table, rows of as many columns in the next, or one row in each of the next. */
function bodiesOf(head: Grid, header: Header, tables: readonly HTMLTableElement[]): Grid[] {
  if (header.to !== head.rows.length - 1) return [];
  const below = tables.filter((one) => isBefore(head.el, one) && !head.el.contains(one));
  const bodies: Grid[] = [];
  for (const table of below.slice(0, LIMITS.tables)) {
    const first = bodies[0]?.el;
    if (isGone(table) || (first && !standsLike(table, first))) break;
    const body = htmlTable(table);
    if (head.width !== body.width || headerOf(body) !== null) break;
    bodies.push(body);
  }
  return bodies;
}

/** Stands beside it, each alone or with its box. */
const standsLike = (el: Element, first: Element): boolean =>
  boxesOf(el).some((box) => boxesOf(first).includes(box));

const boxesOf = ({ parentElement: box }: Element): Element[] =>
  [box, box?.parentElement ?? null].filter((one) => one !== null);

/**
 * A list with one cell for all that concerns the key (ライセンス情報) and labels or a table inside it: the
 * records within become the row's own. Gives the cells that were opened.
 */
function opened(grid: Grid, found: Found): Element[] {
  if (found.roles.has('key') || found.roles.has('expires')) return [];
  const cells: Element[] = [];
  found.recs = found.recs.flatMap((rec) => {
    const bundle = rec.extra.find(({ heading }) => wordOf(heading)?.role === 'group');
    const cell = bundle?.field.els[0];
    if (!cell || grid.rows.length > MOST_OPENED) return [rec];
    const parts = partsOf(cell, []).found;
    const within = parts.flatMap((one) => one.recs);
    if (within.length === 0) return [rec];
    found.unread.push(...parts.flatMap((one) => one.unread));
    cells.push(cell);
    return within.map((one) => {
      for (const role of one.fields.keys()) found.roles.set(role, found.roles.get(role) ?? '');
      const extra = rec.extra.filter((other) => other !== bundle);
      return { el: rec.el, fields: new Map([...one.fields, ...rec.fields]), extra };
    });
  });
  return cells;
}

const MOST_OPENED = 1000;

const SHEET_ROLES: ReadonlySet<Role> = new Set<Role>(['key', 'expires', 'state', 'secret']);

/** A name may read like a label, and a link says 「詳細」. */
const isLabel = (text: string): boolean => (wordOf(text)?.role ?? 'action') !== 'action';

/** A sheet: headings in the first column, one record in each further column. */
function sheetOf(grid: Grid): Found | null {
  if (grid.width < 2 || grid.rows.length < 2) return null;
  const turned = transpose(grid);
  const first = turned.rows[0];
  if (!first) return null;
  const header = headerOf({ ...turned, rows: [{ ...first }, ...turned.rows.slice(1)] });
  if (!header || header.from !== 0 || header.to !== 0) return null;
  // Label | value | label | value: not a sheet of several records but pairs side by side.
  const values = turned.rows.slice(1);
  if (values.some((row) => distinct(row.cells).filter(({ el }) => isLabel(textOf(el))).length > 1))
    return null;
  if (![...header.columns.keys()].some((role) => SHEET_ROLES.has(role))) return null;
  // Without names of its own it may be part of a card that has them.
  const named = header.columns.has('who') && header.columns.has('what');
  if (!named && distinct(values.flatMap(({ cells }) => cells)).length <= first.cells.length)
    return null;
  const found = readRows(turned, header);
  // Records of a sheet have no row element: the cells stand for them.
  for (const rec of found.recs) rec.el = rec.fields.values().next().value?.els[0] ?? rec.el;
  return { ...found, shape: 'pairs', unread: distinct(first.cells).length > 1 ? found.unread : [] };
}
