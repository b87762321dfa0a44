import { textOf } from '../dom/text-of.ts';
import { labelOf, squeeze } from '../text.ts';
import { EMPTY_NOTE, type Role } from '../words.ts';
import { emptyFound, type Field, type Found, type Rec } from './found.ts';
import { type Cell, distinct, type Grid, type Row } from './grid.ts';
import { type Header, headerOf } from './header.ts';

/** Reads a grid whose columns have headings; null where no headings of ours are found. */
export function recordsOf(grid: Grid): Found | null {
  const header = headerOf(grid);
  return header && readRows(grid, header);
}

/** Reads further rows under headings that stand in a grid of their own (a list with a fixed head). */
export function readRows(grid: Grid, header: Header): Found {
  const found = emptyFound(grid.el, 'list');
  found.roles = new Map(header.labels);
  found.ambiguous = header.ambiguous;
  found.explains = header.explains;
  found.hidden = grid.hidden;
  found.tooLarge = grid.tooLarge;
  let title: Cell | null = null;
  for (const row of grid.rows.slice(header.to + 1)) {
    const alone = standsAlone(row, grid.width);
    if (alone) title = takeAlone(found, alone, title);
    else if (distinct(row.cells).every(({ el }) => isBlank(el))) found.waiting += 1;
    else if (!isRepeat(row, header)) takeRow(found, row, header, title);
  }
  return found;
}

/** The one cell of a row that spans the whole width, or the only one with any text. */
function standsAlone(row: Row, width: number): Cell | null {
  const cells = distinct(row.cells);
  const [only] = cells;
  if (width < 2 || !only) return null;
  if (cells.length === 1) return only;
  const filled = cells.filter(({ el }) => !isBlank(el));
  return filled.length === 1 && filled[0] && EMPTY_NOTE.test(squeeze(textOf(filled[0].el)))
    ? filled[0]
    : null;
}

/** A row across the list: its note that it is empty, or a title for the rows below. */
function takeAlone(found: Found, cell: Cell, before: Cell | null): Cell | null {
  if (isBlank(cell.el)) return before;
  if (EMPTY_NOTE.test(squeeze(textOf(cell.el)))) found.emptyNote = true;
  return cell;
}

function takeRow(found: Found, row: Row, header: Header, title: Cell | null): void {
  const rec: Rec = { el: row.el, fields: new Map(), extra: [] };
  for (const [role, columns] of header.columns) {
    const cells = distinct(columns.map((x) => row.cells[x]));
    if (cells.length > 0) rec.fields.set(role, fieldOf(cells));
  }
  if (!rec.fields.has('who') && !header.columns.has('who') && title) {
    rec.fields.set('who', fieldOf([title]));
    found.roles.set('who', '');
  }
  const missing = [...header.columns.keys()].filter(
    (role) => role !== 'action' && !rec.fields.has(role),
  );
  if (missing.length > 0) {
    if (!row.el.closest('tfoot')) found.unread.push(row.el);
    return;
  }
  for (const { at, heading } of header.others) {
    const cell = row.cells[at];
    if (cell) rec.extra.push({ heading, field: fieldOf([cell]) });
  }
  found.recs.push(rec);
}

const fieldOf = (cells: Cell[]): Field => ({ els: cells.map(({ el }) => el), inline: null });

/** Headings that are repeated between the rows. */
function isRepeat(row: Row, header: Header): boolean {
  let same = 0;
  for (const [role, columns] of header.columns as Map<Role, number[]>) {
    const cell = row.cells[columns[0] ?? -1];
    const label = header.labels.get(role) ?? '';
    // Most rows fail this at the first cell, without reading it.
    const length = (cell?.el.textContent ?? '').replace(/\s+/g, '').length;
    const near = Math.abs(length - label.length) < 12;
    if (!cell || !near || labelOf(textOf(cell.el)) !== labelOf(label)) {
      if (role !== 'action') return false;
    } else same += 1;
  }
  return same > 0;
}

/** Nothing to read in it, not even a field or a picture. */
const isBlank = (el: Element): boolean =>
  (el.textContent ?? '').trim() === '' && !el.querySelector('input,textarea,select,img[alt]');
