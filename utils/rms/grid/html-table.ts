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
  const gone = new Map<Element, boolean>();
  const isGroupHidden = (group: Element): boolean => {
    const known = gone.get(group) ?? isHidden(group);
    gone.set(group, known);
    return known;
  };
  for (const row of table.rows) {
    if (rows.length > LIMITS.tableRows) {
      over = true;
      break;
    }
    if (rows.length % ROWS_A_STEP === 0) yield;
    const group = row.parentElement;
    if (isHidden(row) || (group !== null && group !== table && isGroupHidden(group)))
      hidden.push(row);
    else rows.push({ el: row, group, cells: cellsOf(row) });
  }
  const grid = place(table, rows, hidden);
  return over ? { ...grid, tooLarge: true } : grid;
}

function cellsOf(row: HTMLTableRowElement): RawCell[] {
  const cells: RawCell[] = [];
  for (let el = row.firstElementChild; el; el = el.nextElementSibling) {
    if (el.tagName !== 'TD' && el.tagName !== 'TH') continue;
    if (cells.length > LIMITS.columns) break;
    // A cell without a box takes no place: what a person sees moves up.
    if (isHidden(el) && !takesPlace(el)) continue;
    const cell = el as HTMLTableCellElement;
    // Most cells have no attribute to ask for.
    const more = cell.hasAttributes();
    cells.push({
      el: cell,
      head: cell.tagName === 'TH' || (more && cell.getAttribute('role') === 'columnheader'),
      colspan: more ? cell.colSpan : 1,
      rowspan: more ? cell.rowSpan : 1,
      at: null,
    });
  }
  return cells;
}

/** `visibility: hidden` keeps the place; `display: none` does not. */
const takesPlace = (cell: Element): boolean =>
  cell.ownerDocument.defaultView?.getComputedStyle(cell).display !== 'none' &&
  !cell.hasAttribute('hidden');
