import { shownIn } from '../dom/text-of.ts';
import { childHolding, commonOf, isBefore } from '../dom/tree.ts';
import { isHidden, isNoText, placeOf } from '../dom/visible.ts';
import { LIMITS } from '../limits.ts';
import type { Found } from './found.ts';
import { fits, flowed, tracksOf } from './flow.ts';
import type { Cell, Grid, Row } from './grid.ts';
import type { Label } from './labels.ts';
import { recordsOf } from './records.ts';
import { type Column, columnsFrom, cellsFor } from './template.ts';

/** Lists made of anything but `<table>` and ARIA roles: CSS tables, grids, rows of flex boxes. */
export function listsIn(labels: readonly Label[]): { found: Found; used: Set<Label> }[] {
  const runs = headRuns(labels).slice(0, MOST_LISTS);
  return runs.flatMap((run, i) => {
    const grid = gridUnder(run, runs[i + 1]?.[0]?.el ?? null);
    const found = grid && recordsOf(grid);
    if (!found || holdsLabels(found, labels)) return [];
    return isTight(run) || makesSense(found) ? [{ found, used: new Set(run) }] : [];
  });
}

/** Values that name once more what they are (「有効期限: 2026/05/26」) are other cards, not rows under headings. */
const holdsLabels = ({ recs }: Found, labels: readonly Label[]): boolean =>
  recs.slice(0, 5).some(({ fields }) =>
    labels.some(({ role, el }) => {
      const cells = role === 'expires' || role === 'state' ? (fields.get(role)?.els ?? []) : [];
      return cells.some((cell) => cell.contains(el));
    }),
  );

/** Do the values of some record fit what its columns are about? Labels of a card, taken for headings, would not. */
const makesSense = ({ recs }: Found): boolean =>
  recs.slice(0, 5).some(({ fields }) => {
    const fitting = (['expires', 'started', 'key', 'state'] as const).filter((role) => {
      const field = fields.get(role);
      return field && fits(role, shownIn(field.els).text) > 0;
    });
    return fitting.length >= 2;
  });

/** Lists drawn column by column: under each label its values, one for each record. */
export function stacksIn(labels: readonly Label[]): { found: Found; used: Set<Label> }[] {
  const byParent = new Map<Element, Label[]>();
  for (const label of labels.filter(({ inline, role }) => inline === null && role !== 'group')) {
    const around = label.el.parentElement?.parentElement;
    if (around) byParent.set(around, [...(byParent.get(around) ?? []), label]);
  }
  return [...byParent].slice(0, MOST_LISTS).flatMap(([el, run]) => {
    const columns = run.map((label) => unitsOf(label.el.parentElement ?? label.el));
    const height = columns[0]?.length ?? 0;
    const even = columns.every((units, x) => units.length === height && units[0] === run[x]?.el);
    if (run.length < LEAST_ROLES || height < 3 || !even) return [];
    const rows = Array.from({ length: height }, (_, y): Row => {
      const cells = columns.map((units) => cellOfColumn({ el: units[y] as Element, bundle: null }));
      return { el: cells[0]?.el ?? el, cells };
    });
    const found = recordsOf({ el, rows, width: run.length, hidden: [], tooLarge: false });
    return found && makesSense(found) ? [{ found, used: new Set(run) }] : [];
  });
}

const MOST_LISTS = 30;
const LEAST_ROLES = 3;
/** Unknown headings between known ones. */
const GAP = 3;

/** Labels that follow each other with hardly anything between: headings of columns, not labels of values. */
function headRuns(labels: readonly Label[]): Label[][] {
  const runs: Label[][] = [];
  let run: Label[] = [];
  for (const label of labels) {
    const before = run[run.length - 1];
    // A value may begin with a label too (「末尾4桁: …」): a role that comes again is no heading any more.
    const again =
      label.role !== 'who' &&
      run.some(({ role }) => role === label.role) &&
      !(before && isBeside(before, label));
    if (before && (again || label.first - before.last - 1 > GAP)) {
      runs.push(run);
      run = [];
    }
    if (label.inline === null && !label.el.closest('dt')) run.push(label);
  }
  runs.push(run);
  return runs.filter(isHead);
}

/** Two columns of one role stand beside each other (「有効期限」, 「旧キー有効期限」). */
const isBeside = (a: Label, b: Label): boolean =>
  b.inline === null &&
  a.text !== b.text &&
  a.el.tagName === b.el.tagName &&
  a.el.parentElement === b.el.parentElement;

function isHead(run: Label[]): boolean {
  const roles = new Set(run.map(({ role }) => role).filter((role) => role !== 'group'));
  const repeated = new Set(run.map(({ text }) => text)).size < run.length;
  return roles.size >= LEAST_ROLES && !repeated && tightness(run) > 0;
}

/** How many labels follow the one before at once. */
const tightness = (run: Label[]): number =>
  run.filter((label, i) => i > 0 && label.first - (run[i - 1]?.last ?? 0) === 1).length;

const isTight = (run: Label[]): boolean => tightness(run) * 2 > run.length - 1;

function gridUnder(run: Label[], next: Element | null): Grid | null {
  const els = run.map(({ el }) => el);
  const head = commonOf(els);
  if (!head) return null;
  const units = unitsOf(head);
  const at = els.map((el) => childIn(head, el, units));
  const last = Math.max(...at);
  const apart = new Set(at).size === at.length && !at.includes(-1);
  if (apart && units.length >= 2 * (last + 1)) {
    const roles = Array.from({ length: last + 1 }, (_, x) => run[at.indexOf(x)]?.role ?? null);
    return flowed(head, units, roles, tracksOf(head));
  }
  return rowsUnder(head, run, next);
}

/** Index of the unit that holds the element, wrappers with `display: contents` being transparent. */
const childIn = (head: Element, el: Element, units: Element[]): number => {
  const child = childHolding(head, el);
  const direct = child ? units.indexOf(child) : -1;
  return direct >= 0 ? direct : units.findIndex((unit) => unit.contains(el));
};

/** What stands side by side in an element: its visible children, blank ones too. */
export function unitsOf(el: Element): Element[] {
  const units: Element[] = [];
  for (const child of el.children) {
    if (units.length > LIMITS.tableRows * 12) break;
    if (/^(BR|WBR|HR|COL|COLGROUP)$/.test(child.tagName) || isNoText(child)) continue;
    const place = placeOf(child);
    if (place === 'open') units.push(...unitsOf(child));
    else if (place === 'box') units.push(child);
  }
  return units;
}

/** The head is a row of its own: the rows are what follows it, or what follows something around it, up to the next head. */
function rowsUnder(head: Element, run: Label[], next: Element | null): Grid | null {
  const columns = columnsFrom(head, run);
  if (columns.length < LEAST_ROLES) return null;
  const rows: Row[] = [{ el: head, cells: columns.map(cellOfColumn) }];
  const hidden: Element[] = [];
  let around: Element | null = head;
  for (let step = 0; step < 5 && around && around.tagName !== 'BODY'; step += 1) {
    const more = followers(around, next).flatMap((el) => rowsIn(el, columns, hidden, 0));
    if (more.length > 0) {
      rows.push(...more.slice(0, LIMITS.tableRows));
      return {
        el: around.parentElement ?? around,
        rows,
        width: columns.length,
        hidden,
        tooLarge: more.length > LIMITS.tableRows,
      };
    }
    around = around.parentElement;
  }
  return { el: head, rows, width: columns.length, hidden, tooLarge: false };
}

const cellOfColumn = ({ el }: Column): Cell | undefined => (el ? { el, head: true } : undefined);

function followers(el: Element, next: Element | null): Element[] {
  const found: Element[] = [];
  for (let one = el.nextElementSibling; one; one = one.nextElementSibling) {
    if (/^H[1-6]$/.test(one.tagName) || found.length > LIMITS.tableRows) break;
    if (next && (one.contains(next) || isBefore(next, one))) break;
    if (!isNoText(one)) found.push(one);
  }
  return found;
}

const DEEP = 4;
const isBlank = (el: Element): boolean => (el.textContent ?? '').trim() === '';

/** The rows in an element: itself when its parts fit the columns, else those of its parts that do. */
function rowsIn(el: Element, columns: Column[], hidden: Element[], depth: number): Row[] {
  if (isHidden(el)) {
    hidden.push(el);
    return [];
  }
  if (isBlank(el)) return blankRow(el, columns);
  if (el.childElementCount === 0) return depth === 0 ? [across(el, columns.length)] : [];
  const inner = depth < DEEP ? innerRows(el, columns, hidden, depth) : [];
  // Rows before cells: a box of as many rows as there are columns is no row.
  const rows = inner.filter((row) => row.cells.length > 1 && !isAcross(row));
  if (rows.length > 0 && rows.length === inner.length) return inner;
  const cells = cellsFor(el, columns);
  if (cells) return [{ el, cells: cells.map((cell) => ({ el: cell, head: false })) }];
  if (rows.length > 0) return inner;
  // Kept as a row across the list: a note that it is empty, a title, or something not understood.
  return depth === 0 ? [across(el, columns.length)] : [];
}

/** A row whose cells hold nothing yet is a row to come. */
function blankRow(el: Element, columns: Column[]): Row[] {
  const cells = cellsFor(el, columns);
  return cells ? [{ el, cells: cells.map((cell) => ({ el: cell, head: false })) }] : [];
}

const isAcross = ({ cells }: Row): boolean => cells.length > 1 && cells[0] === cells[1];

const innerRows = (el: Element, columns: Column[], hidden: Element[], depth: number): Row[] =>
  [...el.children]
    .slice(0, LIMITS.tableRows)
    .flatMap((child) => rowsIn(child, columns, hidden, depth + 1));

function across(el: Element, width: number): Row {
  const cell: Cell = { el, head: false };
  return { el, cells: Array.from({ length: width }, () => cell) };
}
