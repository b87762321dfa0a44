import { isNoText, placeOf } from '../dom/visible.ts';
import type { Label } from './labels.ts';

/** One column of a list without table markup, as its head shows it. */
export interface Column {
  /** The heading's element. */
  el: Element;
  /** Columns that the head bundles in one box (ライセンス情報 { キー, 有効期限, 状態 }) carry the box. */
  bundle: Element | null;
}

function parts(el: Element): Element[] {
  const found: Element[] = [];
  for (const child of el.children) {
    if (/^(BR|WBR|HR)$/.test(child.tagName) || isNoText(child)) continue;
    const place = placeOf(child);
    if (place === 'open') found.push(...parts(child));
    else if (place === 'box') found.push(child);
  }
  return found;
}

/** Through boxes that hold nothing but one box. */
function opened(el: Element): Element[] {
  let units = parts(el);
  for (let step = 0; step < 4 && units.length === 1 && units[0]; step += 1) {
    if ((el.textContent ?? '').trim() !== (units[0].textContent ?? '').trim()) break;
    units = parts(units[0]);
  }
  return units;
}

const labelsWithin = (el: Element, run: readonly Label[]): Label[] =>
  run.filter((label) => el.contains(label.el));

/** The columns of a head: its parts, bundles opened; a head of two lines has its lower line put in its place. */
export function columnsFrom(head: Element, run: readonly Label[]): Column[] {
  const units = opened(head);
  const lines = units.map((unit) => labelsWithin(unit, run).length);
  if (units.length > 1 && lines.every((count) => count > 1)) return twoLines(units, run);
  return units.flatMap((unit) => columnsOf(unit, run));
}

function columnsOf(unit: Element, run: readonly Label[]): Column[] {
  const within = labelsWithin(unit, run).filter(({ role }) => role !== 'group');
  if (within.length < 2) return [{ el: unit, bundle: null }];
  return within.map(({ el }) => ({ el, bundle: unit }));
}

/** 「… | ライセンス情報 | 詳細」 over 「キー | 有効期限 | 状態」: the second line stands below the group's title. */
function twoLines(units: Element[], run: readonly Label[]): Column[] {
  const [upper, ...lower] = units.map((unit) => opened(unit).flatMap((one) => columnsOf(one, run)));
  const below = lower.flat();
  const title = (upper ?? []).findIndex(({ el }) =>
    labelsWithin(el, run).some(({ role }) => role === 'group'),
  );
  if (title < 0) return [...(upper ?? []), ...below];
  return (upper ?? []).toSpliced(title, 1, ...below);
}

/** The cells of a row that fits the columns; null where it does not. */
export function cellsFor(row: Element, columns: readonly Column[]): Element[] | null {
  const units = opened(row);
  if (units.length === columns.length) return units;
  const bundles = new Set(columns.map(({ bundle }) => bundle).filter((one) => one !== null));
  const slots = [...new Set(columns.map(({ el, bundle }) => bundle ?? el))];
  if (bundles.size === 0 || units.length !== slots.length) return null;
  const cells: Element[] = [];
  for (const [i, slot] of slots.entries()) {
    const unit = units[i];
    if (!unit) return null;
    const wanted = columns.filter(({ bundle }) => bundle === slot).length;
    if (wanted === 0) cells.push(unit);
    else {
      const inner = opened(unit);
      if (inner.length !== wanted) return null;
      cells.push(...inner);
    }
  }
  return cells;
}
