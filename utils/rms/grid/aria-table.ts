import { isHidden } from '../dom/visible.ts';
import { LIMITS } from '../limits.ts';
import { type Grid, place, type RawCell, type RawRow } from './grid.ts';

export const ARIA_TABLE = '[role="table"],[role="grid"],[role="treegrid"]';
const ARIA_CELL = '[role="cell"],[role="gridcell"],[role="columnheader"],[role="rowheader"]';

/** The grid that ARIA roles describe; null where the rows hold no cells by role. */
export function ariaTable(root: Element): Grid | null {
  const rows: RawRow[] = [];
  const hidden: Element[] = [];
  for (const row of root.querySelectorAll('[role="row"]')) {
    if (rows.length > LIMITS.tableRows) break;
    if (row.closest(ARIA_TABLE) !== root) continue;
    if (isHidden(row)) hidden.push(row);
    else rows.push({ el: row, group: row.closest('[role="rowgroup"]'), cells: cellsOf(row) });
  }
  return rows.some(({ cells }) => cells.length > 1) ? place(root, rows, hidden) : null;
}

const number = (element: Element, name: string, or: number): number => {
  const value = Number(element.getAttribute(name) ?? or);
  return Number.isInteger(value) ? value : or;
};

function cellsOf(row: Element): RawCell[] {
  const cells: RawCell[] = [];
  for (const cell of row.querySelectorAll(ARIA_CELL)) {
    if (cells.length > LIMITS.columns) break;
    if (cell.closest('[role="row"]') !== row || isHidden(cell)) continue;
    const role = cell.getAttribute('role');
    const index = number(cell, 'aria-colindex', 0);
    cells.push({
      el: cell,
      head: role === 'columnheader',
      colspan: number(cell, 'aria-colspan', 1),
      rowspan: number(cell, 'aria-rowspan', 1),
      at: index > 0 ? index - 1 : null,
    });
  }
  return cells;
}
