import { childHolding, commonOf } from '../dom/tree.ts';
import { isHidden, isNoText, styleOf } from '../dom/visible.ts';
import { LIMITS } from '../limits.ts';
import type { Found } from './found.ts';
import { flowed, tracksOf } from './flow.ts';
import type { Cell, Grid, Row } from './grid.ts';
import type { Label } from './labels.ts';
import { recordsOf } from './records.ts';
import { type Column, columnsFrom, cellsFor } from './template.ts';

/** Lists made of anything but `<table>` and ARIA roles: CSS tables, grids, rows of flex boxes. */
export function listsIn(labels: readonly Label[]): { found: Found; used: Set<Label> }[] {
  return headRuns(labels).flatMap((run) => {
    const grid = gridUnder(run);
    const found = grid && recordsOf(grid);
    return found ? [{ found, used: new Set(run) }] : [];
  });
}

const LEAST_ROLES = 3;
const GAP = 1;

/** Labels that follow each other with hardly anything between: headings of columns, not labels of values. */
function headRuns(labels: readonly Label[]): Label[][] {
  const runs: Label[][] = [];
  let run: Label[] = [];
  for (const label of labels) {
    const before = run[run.length - 1];
    if (before && label.first - before.last - 1 > GAP) {
      runs.push(run);
      run = [];
    }
    if (label.inline === null) run.push(label);
  }
  runs.push(run);
  return runs.filter(isHead);
}

function isHead(run: Label[]): boolean {
  const roles = new Set(run.map(({ role }) => role).filter((role) => role !== 'group'));
  const tight = run.filter((label, i) => i > 0 && label.first - (run[i - 1]?.last ?? 0) === 1);
  const repeated = new Set(run.map(({ text }) => text)).size < run.length;
  return roles.size >= LEAST_ROLES && tight.length * 2 >= run.length - 1 && !repeated;
}

function gridUnder(run: Label[]): Grid | null {
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
  return rowsUnder(head, run);
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
    if (units.length > LIMITS.rows * 4) break;
    if (/^(BR|WBR|HR|COL|COLGROUP)$/.test(child.tagName) || isNoText(child)) continue;
    if (isHidden(child)) continue;
    if (styleOf(child)?.display === 'contents') units.push(...unitsOf(child));
    else units.push(child);
  }
  return units;
}

/** The head is a row of its own: the rows are what follows it, or what follows something around it. */
function rowsUnder(head: Element, run: Label[]): Grid | null {
  const columns = columnsFrom(head, run);
  if (columns.length < LEAST_ROLES) return null;
  const rows: Row[] = [{ el: head, cells: columns.map(cellOfColumn) }];
  const hidden: Element[] = [];
  let around: Element | null = head;
  for (let step = 0; step < 5 && around && around.tagName !== 'BODY'; step += 1) {
    const more = followers(around).flatMap((el) => rowsIn(el, columns, hidden, 0));
    if (more.length > 0) {
      rows.push(...more.slice(0, LIMITS.rows));
      return {
        el: around.parentElement ?? around,
        rows,
        width: columns.length,
        hidden,
        tooLarge: more.length > LIMITS.rows,
      };
    }
    around = around.parentElement;
  }
  return { el: head, rows, width: columns.length, hidden, tooLarge: false };
}

const cellOfColumn = ({ el }: Column): Cell | undefined => (el ? { el, head: true } : undefined);

function followers(el: Element): Element[] {
  const found: Element[] = [];
  for (let one = el.nextElementSibling; one; one = one.nextElementSibling) {
    if (/^H[1-6]$/.test(one.tagName) || found.length > LIMITS.rows) break;
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
  if (isBlank(el)) return [];
  const cells = cellsFor(el, columns);
  if (cells) return [{ el, cells: cells.map((cell) => ({ el: cell, head: false })) }];
  if (depth < DEEP) {
    const inner = [...el.children]
      .slice(0, LIMITS.rows)
      .flatMap((child) => rowsIn(child, columns, hidden, depth + 1));
    if (inner.some((row) => row.cells.length > 1)) return inner;
  }
  // Kept as a row across the list: a note that it is empty, a title, or something not understood.
  return depth === 0 ? [across(el, columns.length)] : [];
}

function across(el: Element, width: number): Row {
  const cell: Cell = { el, head: false };
  return { el, cells: Array.from({ length: width }, () => cell) };
}
