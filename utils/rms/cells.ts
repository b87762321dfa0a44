import type { Rec } from './grid/found.ts';
import type { Role } from './words.ts';

/** Cells into which a mark may go, the best first. */
const MARKABLE: Role[] = ['state', 'expires', 'key', 'what'];

/** Cells that span several rows: a mark in one would not say which row it means. */
export function sharedCells(recs: readonly Rec[]): Set<Element> {
  const seen = new Set<Element>();
  const shared = new Set<Element>();
  for (const rec of recs) {
    for (const el of new Set(MARKABLE.map((role) => rec.fields.get(role)?.els.at(-1)))) {
      if (!el) continue;
      if (seen.has(el)) shared.add(el);
      seen.add(el);
    }
  }
  return shared;
}

/** The element inside a record's row that takes its mark. */
export function cellOf(rec: Rec, shared: ReadonlySet<Element>): Element {
  const cells = MARKABLE.flatMap((role) => rec.fields.get(role)?.els.at(-1) ?? []);
  const cell = cells.find((el) => !shared.has(el)) ?? cells[0] ?? rec.el;
  return /^(INPUT|TEXTAREA|SELECT|IMG)$/.test(cell.tagName) ? (cell.parentElement ?? cell) : cell;
}
