import { styleOf } from '../dom/visible.ts';
import { shownIn } from '../dom/text-of.ts';
import { LIMITS } from '../limits.ts';
import { dateOf } from '../values/date.ts';
import { last4Of } from '../values/last4.ts';
import { stateOf } from '../values/state.ts';
import type { Role } from '../words.ts';
import type { Cell, Grid, Row } from './grid.ts';

/** How many columns a CSS grid has; null where its style does not say. */
export function tracksOf(el: Element): number | null {
  const style = styleOf(el);
  const text = style?.gridTemplateColumns ?? '';
  if (text === '' || text === 'none' || !/grid/.test(style?.display ?? '')) return null;
  const plain = text
    .replace(/\[[^\]]*\]/g, ' ')
    .replace(/repeat\(\s*(\d+)\s*,((?:[^()]|\([^()]*\))*)\)/g, (_, times: string, tracks: string) =>
      `${tracks} `.repeat(Math.min(Number(times), LIMITS.columns)),
    )
    .replace(/\([^()]*\)/g, '');
  const count = plain.split(/\s+/).filter((track) => track !== '').length;
  return count > 1 ? count : null;
}

interface Span {
  wide: number;
  tall: number;
  /** Fixed column, 0-based; null = the next free one. */
  at: number | null;
}

const PLAIN: Span = { wide: 1, tall: 1, at: null };

/** Asking for computed styles is dear: after the first rows, equals in tag, class and style are taken to be equal. */
function remembering(first: number): (el: Element) => Span {
  const known = new Map<string, Span>();
  let asked = 0;
  return (el) => {
    asked += 1;
    const key = `${el.tagName} ${el.getAttribute('class') ?? ''} ${el.getAttribute('style') ?? ''}`;
    const span = (asked > first ? known.get(key) : undefined) ?? spanOf(el);
    known.set(key, span);
    return span;
  };
}

function spanOf(el: Element): Span {
  const style = styleOf(el);
  if (!style) return PLAIN;
  const column = side(style.gridColumnStart, style.gridColumnEnd);
  const row = side(style.gridRowStart, style.gridRowEnd);
  return { wide: column.size, tall: row.size, at: column.start };
}

function side(start: string, end: string): { start: number | null; size: number } {
  const spanned = /span\s+(\d+)/.exec(`${start} ${end}`)?.[1];
  const from = /^\d+$/.test(start) ? Number(start) - 1 : null;
  const to = /^-?\d+$/.test(end) ? Number(end) - 1 : null;
  if (spanned) return { start: from, size: Math.min(Number(spanned), LIMITS.columns) };
  if (from !== null && to !== null && to > from) return { start: from, size: to - from };
  return { start: from, size: 1 };
}

/**
 * A list whose cells all stand in one box, headings first, row after row. The number of columns is the
 * grid's own, else the one under which the first rows make sense. `roles`: what the first columns are about.
 */
export function flowed(
  el: Element,
  units: Element[],
  roles: readonly (Role | null)[],
  tracks: number | null,
): Grid {
  if (tracks !== null) return flow(el, units, tracks);
  const scored = [0, 1, 2, 3]
    .map((more) => roles.length + more)
    .filter((n) => units.length >= 2 * n)
    .map((n) => ({ n, score: sense(units, n, roles) }));
  const best = scored.reduce(
    (a, b) => (b.score > a.score ? b : a),
    scored[0] ?? { n: roles.length, score: 0 },
  );
  return flow(el, units, best.n);
}

const LOOK_DOWN = 3;

/** How well the values of the first rows fit what their columns are about. */
function sense(units: Element[], n: number, roles: readonly (Role | null)[]): number {
  let score = units.length % n === 0 ? 1 : 0;
  for (let y = 1; y <= LOOK_DOWN; y += 1) {
    for (const [x, role] of roles.entries()) {
      const unit = units[y * n + x];
      if (unit && role) score += fits(role, shownIn([unit]).text);
    }
  }
  return score;
}

/** Does a value fit what its column is about? Positive = yes, negative = certainly not. */
export function fits(role: Role, text: string): number {
  if (role === 'state') return stateOf(text) === 'unknown' ? 0 : 2;
  if (role === 'expires' || role === 'started') return dateOf(text).kind === 'bad' ? -2 : 2;
  if (role === 'key') return last4Of(text).kind === 'bad' ? -2 : 2;
  return 0;
}

/** CSS grid's row-by-row placement, spans and fixed columns included. */
function flow(el: Element, units: Element[], width: number): Grid {
  const rows: (Cell | undefined)[][] = [];
  const free = (y: number, x: number): boolean => rows[y]?.[x] === undefined;
  let y = 0;
  let x = 0;
  const spanFor = remembering(3 * width);
  for (const unit of units.slice(0, LIMITS.positions)) {
    if (rows.length > LIMITS.tableRows) break;
    const span = spanFor(unit);
    const at = span.at !== null && span.at < width ? span.at : null;
    const wide = Math.min(span.wide, width - (at ?? 0));
    if (at !== null) {
      if (at < x) y += 1;
      x = at;
    }
    while (x + wide > width || !range(wide).every((dx) => free(y, x + dx))) {
      x += 1;
      if (at !== null || x + wide > width) {
        x = at ?? 0;
        y += 1;
      }
    }
    const cell: Cell = { el: unit, head: unit.getAttribute('role') === 'columnheader' };
    for (const dy of range(Math.min(span.tall, 50))) {
      rows[y + dy] ??= Array.from({ length: width });
      for (const dx of range(wide)) (rows[y + dy] ?? [])[x + dx] = cell;
    }
    x += wide;
  }
  const shown: Row[] = rows.map((cells) => ({ el: cells.find((cell) => cell)?.el ?? el, cells }));
  return { el, rows: shown, width, hidden: [], tooLarge: rows.length > LIMITS.tableRows };
}

const range = (length: number): number[] => Array.from({ length }, (_, i) => i);
