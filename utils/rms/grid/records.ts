import { coveredText, textOf } from '../dom/text-of.ts';
import { OWN } from '../dom/visible.ts';
import { atOnce, ROWS_A_STEP, type Sliced } from '../sliced.ts';
import { clean, labelOf, squeeze } from '../text.ts';
import { EMPTY_NOTE, LOADING, type Role, wordOf } from '../words.ts';
import { emptyFound, type Field, type Found, type Rec } from './found.ts';
import { type Cell, distinct, type Grid, type Row } from './grid.ts';
import { type Header, headerOf } from './header.ts';

/** Reads a grid whose columns have headings; null where no headings of ours are found. */
export function recordsOf(grid: Grid): Found | null {
  const header = headerOf(grid);
  return header && readRows(grid, header);
}

/** Reads further rows under headings that stand in a grid of their own (a list with a fixed head). */
export const readRows = (grid: Grid, header: Header): Found => atOnce(readingRows(grid, header));

/** The same in steps. */
export function* readingRows(grid: Grid, header: Header): Sliced<Found> {
  const found = emptyFound(grid.el, 'list');
  found.roles = new Map(header.labels);
  found.ambiguous = header.ambiguous;
  found.explains = header.explains;
  found.hidden = grid.hidden;
  found.tooLarge = grid.tooLarge;
  // A row above the headings that tells of a key.
  for (const row of grid.rows.slice(0, Math.max(0, header.from)))
    if (distinct(row.cells).length > 3 && OF_A_KEY.test(textOf(row.el))) found.unread.push(row.el);
  let title: Cell | null = null;
  for (const [y, row] of grid.rows.slice(header.to + 1).entries()) {
    if (y % ROWS_A_STEP === 0) yield;
    const alone = standsAlone(row, grid.width);
    if (alone) title = takeAlone(found, alone, title);
    else if (isFilterRow(row) || isSummary(row, header)) continue;
    else if (distinct(row.cells).every(({ el }) => isBlank(el))) {
      // Rows that are there to measure columns by are kept from those who hear the page.
      if (row.el.getAttribute('aria-hidden') !== 'true') found.waiting += 1;
    } else if (!isRepeat(row, header)) takeRow(found, row, header, title);
  }
  return found;
}

/** The one cell of a row that spans the whole width, or the only one with any text. */
function standsAlone(row: Row, width: number): Cell | null {
  const cells = distinct(row.cells);
  const [only] = cells;
  if (width < 2 || !only) return null;
  if (cells.length === 1) return only;
  let one: Cell | null = null;
  for (const cell of cells) {
    if (isBlank(cell.el)) continue;
    // Most rows are settled at their second cell.
    if (one) return null;
    one = cell;
  }
  if (!one) return null;
  // A line about the row above, indented: it spans what is left of the row.
  const spans = row.cells.filter((cell) => cell === one).length > 1 && width - cells.length > 1;
  return spans || EMPTY_NOTE.test(squeeze(textOf(one.el))) ? one : null;
}

/** A row across the list: its note that it is empty, or a title for the rows below. */
function takeAlone(found: Found, cell: Cell, before: Cell | null): Cell | null {
  if (isBlank(cell.el)) return before;
  const text = squeeze(textOf(cell.el));
  if (EMPTY_NOTE.test(text)) found.emptyNote = true;
  if (!LOADING.test(text)) return cell;
  found.waiting += 1;
  return before;
}

function takeRow(found: Found, row: Row, header: Header, title: Cell | null): void {
  const rec: Rec = { el: row.el, fields: new Map(), extra: [] };
  for (const [role, columns] of header.columns) {
    const cells = distinct(columns.map((x) => row.cells[x]));
    if (cells.length > 0) rec.fields.set(role, fieldOf(cells));
  }
  if (!rec.fields.has('who') && !header.columns.has('who') && title) {
    rec.fields.set('who', titleField(title));
    found.roles.set('who', '');
  }
  const missing = [...header.columns.keys()].filter(
    (role) => role !== 'action' && !rec.fields.has(role),
  );
  // One cell for both names: which part is which, nobody can tell.
  const [who, what] = NAMES.map((role) => rec.fields.get(role)?.els[0]);
  if (missing.length > 0 || (who && who === what)) {
    if (!row.el.closest('tfoot')) found.unread.push(row.el);
    return;
  }
  for (const { at, heading } of header.others) {
    const cell = row.cells[at];
    if (cell) rec.extra.push({ heading, field: fieldOf([cell]) });
  }
  found.recs.push(rec);
}

function fieldOf(cells: Cell[]): Field {
  const els = cells.map(({ el }) => el);
  const [only] = els;
  const covered = els.length === 1 && only ? coveredText(only) : '';
  return { els, inline: covered === '' ? null : covered };
}

/** 「アプリ登録者: 株式会社…」 over the rows of its apps: the name is what follows the label. */
function titleField(title: Cell): Field {
  const text = textOf(title.el);
  const at = text.indexOf(':');
  const labelled = at > 0 && wordOf(text.slice(0, at))?.role === 'who';
  return labelled ? { els: [title.el], inline: text.slice(at + 1) } : fieldOf([title]);
}

const FIELDS = 'input,select,textarea';

/** Empty fields under the headings, to filter by. */
function isFilterRow(row: Row): boolean {
  if (row.el.querySelector(FIELDS) === null) return false;
  const cells = distinct(row.cells).map(({ el }) => el);
  const fields = cells.flatMap((el) => [...el.querySelectorAll<HTMLInputElement>(FIELDS)]);
  return (
    fields.length > 1 &&
    fields.every((field) => field.tagName === 'SELECT' || field.value === '') &&
    cells.every((el) => el.querySelector(FIELDS) !== null || isBlank(el))
  );
}

const NAMES: Role[] = ['who', 'what'];
const APART: Role[] = ['who', 'what', 'key', 'expires', 'state'];
const OF_A_KEY =
  /末尾|\d{4}[/年.-]\d{1,2}|利用中|承認待ち|停止中|期限切れ|(^|[\s*•●])[A-Za-z0-9]{4}(\s|$)/;

/** 「合計 | 6件」: one cell stands under headings that never share one, and nothing speaks of a key. */
function isSummary(row: Row, header: Header): boolean {
  const cells = APART.flatMap((role) => row.cells[header.columns.get(role)?.[0] ?? -1] ?? []);
  if (new Set(cells).size === cells.length) return false;
  return !OF_A_KEY.test(textOf(row.el));
}

/** Headings that are repeated between the rows. */
function isRepeat(row: Row, header: Header): boolean {
  let same = 0;
  for (const [role, columns] of header.columns as Map<Role, number[]>) {
    const cell = row.cells[columns[0] ?? -1];
    const label = header.labels.get(role) ?? '';
    // Most rows fail this at the first cell, without reading it.
    const near = clean((cell?.el.textContent ?? '').slice(0, 200)).includes(label.slice(0, 1));
    if (!cell || !near || labelOf(textOf(cell.el)) !== labelOf(label)) {
      if (role !== 'action') return false;
    } else same += 1;
  }
  return same > 0;
}

/** Nothing to read in it, not even a field or a picture. */
function isBlank(el: Element): boolean {
  const text = (el.textContent ?? '').trim();
  if (text !== '' && !el.firstElementChild) return false;
  // A mark of ours may have outlived what it stood beside.
  if (text !== '' && (!el.querySelector(`[${OWN}]`) || textOf(el) !== '')) return false;
  return !el.querySelector('input,textarea,select,img[alt]');
}
