import { shownIn, textOf } from '../dom/text-of.ts';
import { labelOf } from '../text.ts';
import { type Role, wordOf } from '../words.ts';
import { fits } from './flow.ts';
import { type Cell, distinct, type Grid, type Row } from './grid.ts';
import { bandOf } from './header.ts';

/** A table in which a record is not a row, made into one in which it is; every other table as it stands. */
export function unfolded(grid: Grid): Grid {
  const band = bandOf(grid);
  if (!band) return grid;
  const times = timesIn(grid.rows[band.from]);
  if (times > 1) return split(grid, times);
  const height = band.to - band.from + 1;
  return height > 1 && isStoreyed(grid, band) ? joined(grid, band.from, height) : grid;
}

const LEAST_COLUMNS = 3;

/** How many times over the headings stand side by side (two keys in a row). */
function timesIn(row: Row | undefined): number {
  const labels = row?.cells.map((cell) => (cell ? labelOf(textOf(cell.el)) : '')) ?? [];
  const again = labels.indexOf(labels[0] ?? '', 1);
  if (again < LEAST_COLUMNS || labels.length % again !== 0) return 1;
  const same = labels.every((label, x) => label === labels[x % again]);
  return same && labels.slice(0, again).filter(wordOf).length >= LEAST_COLUMNS
    ? labels.length / again
    : 1;
}

function split(grid: Grid, times: number): Grid {
  const width = grid.width / times;
  const rows = grid.rows.flatMap(({ el, cells }) =>
    Array.from({ length: times }, (_, i) => ({
      el,
      cells: cells.slice(i * width, (i + 1) * width),
    }))
      // The last row may be half empty; a note across the table is one.
      .filter(
        (row, i) => i === 0 || distinct(row.cells).some((one) => isFresh(one, cells, i * width)),
      ),
  );
  return { ...grid, rows, width };
}

const isFresh = (cell: Cell, cells: Row['cells'], before: number): boolean =>
  !cells.slice(0, before).includes(cell) && shownIn([cell.el]).text !== '';

const rolesIn = (cells: readonly Cell[]): Role[] =>
  cells.flatMap(({ el }) => {
    const role = wordOf(textOf(el))?.role;
    return role && role !== 'group' && role !== 'action' ? [role] : [];
  });

/** Over every column each line of the headings names another thing, and the first record's lines hold them. */
function isStoreyed({ rows, width }: Grid, { from, to }: { from: number; to: number }): boolean {
  const height = to - from + 1;
  const heads = rows.slice(from, to + 1);
  for (let x = 0; x < width; x += 1) {
    const over = distinct(heads.map(({ cells }) => cells[x]));
    if (new Set(rolesIn(over)).size < height) return false;
  }
  if ((rows.length - to - 1) % height !== 0) return false;
  const scores = heads.flatMap(({ cells }, y) =>
    cells.map((head, x) => {
      const cell = rows[to + 1 + y]?.cells[x];
      const role = head && rolesIn([head])[0];
      return cell && role ? fits(role, textOf(cell.el)) : 0;
    }),
  );
  return scores.every((score) => score >= 0) && scores.some((score) => score > 0);
}

/** The lines of each record side by side. */
function joined(grid: Grid, from: number, height: number): Grid {
  const rows: Row[] = grid.rows.slice(0, from);
  for (let y = from; y < grid.rows.length; y += height) {
    const lines = grid.rows.slice(y, y + height);
    const cells = lines.flatMap((line) =>
      Array.from({ length: grid.width }, (_, x) => line.cells[x]),
    );
    rows.push({ el: lines[0]?.el ?? grid.el, cells });
  }
  return { ...grid, rows, width: grid.width * height };
}
