import { LIMITS } from '../limits.ts';

export interface Cell {
  el: Element;
  /** Marked as a heading by its element or role. */
  head: boolean;
}

export interface Row {
  el: Element;
  /** By column; a cell that spans stands at each of its columns and rows. */
  cells: (Cell | undefined)[];
}

/** A table as a person sees it: hidden rows and cells are not in it. */
export interface Grid {
  el: Element;
  rows: Row[];
  width: number;
  /** Rows that exist and are out of sight. */
  hidden: Element[];
  /** It was cut at our limits. */
  tooLarge: boolean;
}

export interface RawCell extends Cell {
  colspan: number;
  /** 0 = to the end of the row group. */
  rowspan: number;
  /** Fixed column (0-based); null = the next free one. */
  at: number | null;
}

export interface RawRow {
  el: Element;
  cells: RawCell[];
  /** Rows of one group: a rowspan ends with it. */
  group: Element | null;
}

const span = (value: number, most: number): number =>
  Number.isFinite(value) ? Math.min(Math.max(Math.trunc(value), 0), most) : 1;

/** The HTML table model: puts cells with spans where they are seen. */
export function place(el: Element, rows: RawRow[], hidden: Element[]): Grid {
  const grid: Grid = { el, rows: [], width: 0, hidden, tooLarge: rows.length > LIMITS.tableRows };
  // What hangs down from above: per column, the cell and how many rows it still covers.
  let hanging: ({ cell: Cell; left: number } | undefined)[] = [];
  let positions = 0;
  let group: Element | null = null;
  for (const raw of rows.slice(0, LIMITS.tableRows)) {
    if (raw.group !== group) hanging = [];
    group = raw.group;
    if (hanging.length === 0 && isEven(raw.cells)) {
      positions += raw.cells.length;
      if (positions > LIMITS.positions) {
        grid.tooLarge = true;
        break;
      }
      grid.rows.push({ el: raw.el, cells: raw.cells });
      grid.width = Math.max(grid.width, raw.cells.length);
      continue;
    }
    const cells: (Cell | undefined)[] = hanging.map((one) => one?.cell);
    if (raw.cells.length > LIMITS.columns) grid.tooLarge = true;
    let at = 0;
    for (const rawCell of raw.cells.slice(0, LIMITS.columns)) {
      if (rawCell.at !== null) at = span(rawCell.at, LIMITS.columns);
      while (cells[at] !== undefined) at += 1;
      const cell: Cell = { el: rawCell.el, head: rawCell.head };
      const wide = Math.max(
        1,
        span(rawCell.colspan, LIMITS.columns - Math.min(at, LIMITS.columns)),
      );
      const down =
        rawCell.rowspan === 0 ? LIMITS.tableRows : span(rawCell.rowspan, LIMITS.tableRows);
      for (let x = at; x < at + wide && x < LIMITS.columns; x += 1) {
        if (cells[x] !== undefined) break;
        cells[x] = cell;
        hanging[x] = { cell, left: down };
      }
      at += wide;
    }
    hanging = hanging.map((one) =>
      one && one.left > 1 ? { ...one, left: one.left - 1 } : undefined,
    );
    while (hanging.length > 0 && hanging[hanging.length - 1] === undefined) hanging.pop();
    positions += cells.length;
    if (positions > LIMITS.positions) {
      grid.tooLarge = true;
      break;
    }
    grid.rows.push({ el: raw.el, cells: Array.from(cells) });
    grid.width = Math.max(grid.width, cells.length);
  }
  return grid;
}

/** A row in which every cell has one place, the next: most rows of most tables. */
const isEven = (cells: readonly RawCell[]): boolean =>
  cells.length <= LIMITS.columns &&
  cells.every(({ colspan, rowspan, at }) => colspan === 1 && rowspan === 1 && at === null);

/** Rows become columns: for lists whose headings stand in the first column. */
export function transpose(grid: Grid): Grid {
  const rows: Row[] = Array.from({ length: grid.width }, (_, x) => ({
    el: grid.el,
    cells: grid.rows.map((row) => row.cells[x]),
  }));
  return { ...grid, rows, width: grid.rows.length };
}

/** The distinct cells of a row, in order. */
export function distinct(cells: readonly (Cell | undefined)[]): Cell[] {
  if (cells.length > FEW) return [...new Set(cells.filter((cell) => cell !== undefined))];
  const out: Cell[] = [];
  for (const cell of cells) if (cell && !out.includes(cell)) out.push(cell);
  return out;
}
const FEW = 16;
