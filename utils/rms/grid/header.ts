import { coveredText, textOf } from '../dom/text-of.ts';
import { labelOf } from '../text.ts';
import { dateOf } from '../values/date.ts';
import { stateOf } from '../values/state.ts';
import { HELP_COLUMN, type Role, wordOf } from '../words.ts';
import { type Cell, distinct, type Grid, type Row } from './grid.ts';

/** The headings of a grid: which columns are about what. */
export interface Header {
  /** First and last row of the headings; -1 where the cells carry them themselves (`data-label`). */
  from: number;
  to: number;
  columns: Map<Role, number[]>;
  labels: Map<Role, string>;
  ambiguous: Set<Role>;
  /** Heading text of every column that we do not know. */
  others: { at: number; heading: string }[];
  explains: boolean;
}

/** Headings stand near the top; a table without any in so many rows has none. */
const LOOK_DOWN = 40;
const NOT_DATA: ReadonlySet<Role> = new Set<Role>(['action', 'group']);

/** Finds the rows of headings by their words, wherever they stand; null where there are none. */
export function headerOf(grid: Grid): Header | null {
  const band = bandOf(grid);
  if (!band) return labelledCells(grid);
  const { from, to } = band;
  const rows = grid.rows.slice(from, to + 1);
  return columnsOf(grid.width, from, to, (x) => rows.map((row) => row.cells[x]).reverse());
}

/** First and last row of the headings; null where no row is one. */
export function bandOf(grid: Grid): { from: number; to: number } | null {
  const rows = grid.rows.slice(0, LOOK_DOWN);
  const from = rows.findIndex((row) => isHeading(distinct(row.cells), 2));
  let to = from;
  while (rows[to + 1] && continues(rows[to], rows[to + 1])) to += 1;
  return from < 0 ? null : { from, to };
}

/** Does the row below still belong to the headings? Its new cells are headings, or it has none. */
function continues(above: Row | undefined, below: Row | undefined): boolean {
  if (!above || !below) return false;
  const known = new Set(above.cells);
  const fresh = distinct(below.cells).filter((cell) => !known.has(cell));
  if (fresh.length === 0) return distinct(below.cells).length > 0;
  return isHeading(fresh, 1) && !repeats(above, below);
}

const repeats = (above: Row, below: Row): boolean =>
  below.cells.every((cell, x) => {
    const other = above.cells[x];
    return (cell && labelOf(textOf(cell.el))) === (other && labelOf(textOf(other.el)));
  });

/** A row below the headings that holds other headings: a second list in the same table. */
export function nextHeading(grid: Grid, { to, labels }: Header): number {
  return grid.rows.findIndex((row, y) => {
    if (y <= to) return false;
    const cells = distinct(row.cells);
    const first = cells[0]?.el.textContent ?? '';
    if (first.length > 60 || !(cells.every(({ head }) => head) || wordOf(first.trim())))
      return false;
    const hits = cells.flatMap(({ el }) => wordOf(textOf(el))?.role ?? []);
    return isHeading(cells, 3) && hits.some((role) => !labels.has(role));
  });
}

function isHeading(cells: Cell[], least: number): boolean {
  if (isPairs(cells)) return false;
  const texts = cells.map((cell) => textOf(cell.el));
  const filled = texts.filter((text) => text !== '');
  const hits = filled.map(wordOf).filter((hit) => hit !== null);
  const roles = new Set(hits.map(({ role }) => role).filter((role) => !NOT_DATA.has(role)));
  if (roles.size < least || filled.some(isValue) || cells.some(isEntry)) return false;
  return hits.length * 2 > filled.length || cells.every(({ head }) => head);
}

/** Label, value, label, value: a row of pairs, also where a value reads like a label. */
const isPairs = (cells: Cell[]): boolean =>
  cells.length > 1 &&
  cells.length % 2 === 0 &&
  cells.every(({ head }, x) => head === (x % 2 === 0));

/** A field to type into, with a cell of its own: its neighbours are labels of a search form, not columns. */
const isEntry = ({ el }: Cell): boolean =>
  (el.textContent ?? '').trim() === '' &&
  el.querySelector('input:not([type]),input[type="text"],input[type="search"],textarea') !== null;

/** A text that can only be a value: no row with one is a row of headings. */
export const isValue = (text: string): boolean =>
  stateOf(text) !== 'unknown' ||
  dateOf(text).kind === 'date' ||
  /末尾.*[:\s][A-Za-z0-9]{4}$/.test(text) ||
  /^(?=.*\d)[A-Za-z0-9_-]{12,}$/.test(text.replaceAll(' ', '')) ||
  /[*●•＊]{3}/.test(text);

/** Tables for small screens carry each cell's heading in an attribute; some show no header row at all. */
export const CARRIED = ['data-label', 'data-title', 'data-th', 'data-header', 'data-column'];
const carried = (cell: Cell | undefined): string => {
  const name = CARRIED.find((one) => cell?.el.hasAttribute(one));
  return (name && cell?.el.getAttribute(name)) ?? '';
};

function labelledCells(grid: Grid): Header | null {
  const row = grid.rows
    .slice(0, LOOK_DOWN)
    .find(({ cells }) => cells.filter((cell) => wordOf(carried(cell))).length >= 2);
  if (!row) return null;
  const header = new Map<number, string>(row.cells.map((cell, x) => [x, carried(cell)]));
  return collect(grid.width, -1, -1, (x) => [header.get(x) ?? '']);
}

function columnsOf(
  width: number,
  from: number,
  to: number,
  upward: (x: number) => (Cell | undefined)[],
): Header {
  const texts = new Map<Element, string>();
  const text = (cell: Cell | undefined): string => {
    if (!cell) return '';
    const known = texts.get(cell.el) ?? (textOf(cell.el) || coveredText(cell.el));
    texts.set(cell.el, known);
    return known;
  };
  return collect(width, from, to, (x) => upward(x).map(text));
}

interface Claim {
  at: number;
  rank: number;
  text: string;
  grouped: boolean;
}

/** Gives each role its columns. `heads` = the texts over a column, the lowest first. */
function collect(width: number, from: number, to: number, heads: (x: number) => string[]): Header {
  const claims = new Map<Role, Claim[]>();
  const others: Header['others'] = [];
  let explains = false;
  for (let x = 0; x < width; x += 1) {
    const over = heads(x);
    const hits = over.map((text) => ({ text, hit: wordOf(text) }));
    const own = hits.find(({ hit }) => hit !== null && hit.role !== 'group');
    explains ||= over.some((text) => HELP_COLUMN.test(labelOf(text)));
    if (own?.hit) {
      const grouped = hits.some(({ hit }) => hit?.role === 'group');
      const claim = { at: x, rank: own.hit.rank, text: own.text, grouped };
      claims.set(own.hit.role, [...(claims.get(own.hit.role) ?? []), claim]);
    } else others.push({ at: x, heading: over.find((text) => text !== '') ?? '' });
  }
  const header: Header = {
    from,
    to,
    columns: new Map(),
    labels: new Map(),
    ambiguous: new Set(),
    others,
    explains,
  };
  for (const [role, all] of claims) settle(header, role, all);
  return header;
}

/** Columns of one heading text side by side belong together; otherwise the likelier word wins, a draw nothing. */
function settle(header: Header, role: Role, all: Claim[]): void {
  const grouped = all.filter((claim) => claim.grouped);
  const pool = grouped.length > 0 && role !== 'who' && role !== 'what' ? grouped : all;
  const best = Math.min(...pool.map(({ rank }) => rank));
  const winners = pool.filter(({ rank }) => rank === best);
  const first = winners[0];
  if (!first) return;
  const adjacent = winners.every(({ at, text }, i) => at === first.at + i && text === first.text);
  header.labels.set(role, first.text);
  if (adjacent)
    header.columns.set(
      role,
      winners.map(({ at }) => at),
    );
  else if (role !== 'action') header.ambiguous.add(role);
  for (const claim of all) {
    if (!winners.includes(claim)) header.others.push({ at: claim.at, heading: claim.text });
  }
}
