import { isHidden } from '../dom/visible.ts';
import { LIMITS } from '../limits.ts';
import { atOnce, ROWS_A_STEP, type Sliced } from '../sliced.ts';
import { type Grid, place, type RawCell, type RawRow } from './grid.ts';

/** The grid of a `<table>`: spans, several header rows, header cells anywhere, rows in order of sight. */
export const htmlTable = (table: HTMLTableElement): Grid => atOnce(placingTable(table));

/** The same in steps. */
export function* placingTable(table: HTMLTableElement): Sliced<Grid> {
  const rows: RawRow[] = [];
  const hidden: Element[] = [];
  let over = false;
  for (const row of table.rows) {
    if (rows.length > LIMITS.tableRows) {
      over = true;
      break;
    }
    if (rows.length % ROWS_A_STEP === 0) yield;
    const group = row.parentElement;
    if (isHidden(row) || (group !== null && group !== table && isHidden(group))) hidden.push(row);
    else rows.push({ el: row, group, cells: cellsOf(row) });
  }
  const grid = place(table, rows, hidden);
  return over ? { ...grid, tooLarge: true } : grid;
}

function cellsOf(row: HTMLTableRowElement): RawCell[] {
  const cells: RawCell[] = [];
  for (const cell of row.cells) {
    if (cells.length > LIMITS.columns) break;
    // A cell without a box takes no place: what a person sees moves up.
    if (isHidden(cell) && !takesPlace(cell)) continue;
    cells.push({
      el: cell,
      head: cell.tagName === 'TH' || cell.getAttribute('role') === 'columnheader',
      colspan: cell.colSpan,
      rowspan: cell.rowSpan,
      at: null,
    });
  }
  return cells;
}

/** `visibility: hidden` keeps the place; `display: none` does not. */
const takesPlace = (cell: Element): boolean =>
  cell.ownerDocument.defaultView?.getComputedStyle(cell).display !== 'none' &&
  !cell.hasAttribute('hidden');
