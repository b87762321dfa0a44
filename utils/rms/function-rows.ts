import { textOf } from './dom/text-of.ts';
import { isGone } from './dom/visible.ts';
import { textsIn } from './dom/texts.ts';
import { FUNCTION_WORDS } from './function-words.ts';
import { ARIA_TABLE, ariaTable } from './grid/aria-table.ts';
import { distinct, type Grid } from './grid/grid.ts';
import { htmlTable } from './grid/html-table.ts';
import { clean, labelOf, squeeze } from './text.ts';

/** A function that the page names, and the elements that speak of it. */
export interface NamedRow {
  name: string;
  about: string;
  els: Element[];
  /** The title of the group it stands in, inside its table; else empty. */
  group: string;
}

const MOST_ROWS = 500;
const MOST_NODES = 4000;
const LOOK_DOWN = 10;

/** The functions of a page, whatever it is made of: tables by their column of names, the rest by the names' shape. */
export function namedRows(root: Element): NamedRow[] {
  const rows: NamedRow[] = [];
  const read: Element[] = [];
  for (const el of root.querySelectorAll(`table,${ARIA_TABLE}`)) {
    if (read.some((one) => one.contains(el)) || !mayName(el) || isGone(el)) continue;
    const grid = el.tagName === 'TABLE' ? htmlTable(el as HTMLTableElement) : ariaTable(el);
    const found = grid ? rowsOf(grid) : [];
    if (found.length > 0) read.push(el);
    rows.push(...found);
  }
  if (rows.length === 0) rows.push(...looseRows(root));
  return rows.slice(0, MOST_ROWS);
}

const mayName = (el: Element): boolean =>
  /api|機能|function/i.test(el.textContent ?? '') && !el.querySelector('table');

function rowsOf({ rows, width }: Grid): NamedRow[] {
  const columnOf = (y: number, words: RegExp): number =>
    rows[y]?.cells.findIndex((cell) => cell && words.test(labelOf(textOf(cell.el)))) ?? -1;
  const head = rows
    .slice(0, LOOK_DOWN)
    .findIndex((_, y) => columnOf(y, FUNCTION_WORDS.column) >= 0);
  if (head < 0 || width < 2) return [];
  const at = columnOf(head, FUNCTION_WORDS.column);
  const aboutAt = columnOf(head, FUNCTION_WORDS.about);
  const out: NamedRow[] = [];
  let group = '';
  for (const { cells } of rows.slice(head + 1)) {
    const els = distinct(cells).map(({ el }) => el);
    const cell = cells[at]?.el;
    if (els.length === 1 || !cell) {
      group = els[0] ? textOf(els[0]) : group;
      continue;
    }
    const text = textOf(cell);
    const name = FUNCTION_WORDS.name.exec(clean(text))?.[0] ?? withoutMark(text);
    const about = cells[aboutAt]?.el;
    if (name === '' || FUNCTION_WORDS.column.test(labelOf(text))) continue;
    out.push({ name, about: about && about !== cell ? textOf(about) : '', els, group });
  }
  return out;
}

/** A name of no known shape stands as it is, without the mark beside it. */
const withoutMark = (text: string): string =>
  clean(text)
    .split(' ')
    .filter((word) => !FUNCTION_WORDS.mark.test(bare(word)))
    .join(' ');

const bare = (text: string): string => squeeze(text).replace(/[()[\]【】<>«»《》〈〉★☆●◎*※!]/g, '');

/** Names that stand in no table: each with the largest element (or run of siblings) that holds no other. */
function looseRows(root: Element): NamedRow[] {
  const named: { name: string; el: Element }[] = [];
  let left = MOST_NODES;
  for (const text of textsIn(root, (el) => el.matches('a,nav,script,p'))) {
    left -= 1;
    if (left < 0 || named.length > MOST_ROWS) break;
    const said = text ? clean(text.data) : '';
    const name = FUNCTION_WORDS.name.exec(said)?.[0];
    if (!text?.parentElement || !name || said.length > name.length + 12) continue;
    named.push({ name, el: text.parentElement });
  }
  const els = named.map(({ el }) => el);
  const alone = (el: Element, own: Element): boolean =>
    !els.some((other) => other !== own && el.contains(other));
  return named.map(({ name, el }) => {
    let row = el;
    while (row.parentElement && row !== root && alone(row.parentElement, el))
      row = row.parentElement;
    // A single function: what is around it is the page.
    if (row === root || row.contains(root)) row = el.parentElement ?? el;
    const beside = row === el ? [row, ...besides(row, (other) => alone(other, el))] : [row];
    const about = beside.map(textOf).join(' ').replace(name, '').trim();
    return { name, about, els: beside, group: '' };
  });
}

/** What follows an element (`<dd>` after its `<dt>`), as far as it belongs to it. */
function besides(row: Element, belongs: (el: Element) => boolean): Element[] {
  const out: Element[] = [];
  let next = row.nextElementSibling;
  while (next && belongs(next) && out.length < 3) {
    out.push(next);
    next = next.nextElementSibling;
  }
  return out;
}

/** Does a word of its own say that the function is new (NEW, 追加)? A description that speaks of adding does not. */
export const isMarkedNew = ({ els, name }: NamedRow): boolean =>
  wordsOf(els).some((word) => FUNCTION_WORDS.mark.test(bare(word.replace(name, ''))));

/** The pieces that a row's text falls into: its cells, its lone elements, what pictures say. */
function wordsOf(els: readonly Element[]): string[] {
  const out: string[] = [];
  for (const el of els) {
    out.push(textOf(el));
    for (const one of el.querySelectorAll('*')) {
      if (isGone(one)) continue;
      if (one.tagName === 'IMG') out.push(one.getAttribute('alt') ?? '');
      else if ((one.textContent ?? '').length < 24) out.push(clean(one.textContent ?? ''));
    }
    // 「cabinet.file.insert 【追加】」 in one text.
    for (const [, word] of textOf(el).matchAll(/[【[(<]\s*([^】\])>]{1,12})\s*[】\])>]/g)) {
      out.push(word ?? '');
    }
  }
  return out.filter((word) => word !== '');
}

/** Is the function used, by its box, its radio buttons or choice, or its words? null = the row does not say. */
export function isUsed({ els }: NamedRow): boolean | null {
  const fields = els.flatMap((el) => [
    ...(el.matches('input,select') ? [el] : []),
    ...el.querySelectorAll<HTMLInputElement>('input[type="checkbox"],input[type="radio"],select'),
  ]) as HTMLInputElement[];
  const boxes = fields.filter(({ type }) => type === 'checkbox');
  if (boxes.length === 1) return boxes[0]?.checked ?? null;
  const chosen = fields.find(({ type, checked }) => type === 'radio' && checked);
  if (chosen) return saysUsed([labelTextOf(chosen)]);
  const select = els.flatMap((el) => [...el.querySelectorAll('select')])[0];
  if (select) return saysUsed([select.selectedOptions[0]?.text ?? '']);
  return saysUsed(els.flatMap((el) => [textOf(el), ...wordsOf([el])]));
}

const labelTextOf = (input: HTMLInputElement): string =>
  input.labels?.[0]?.textContent ??
  input.getAttribute('aria-label') ??
  (input.nextSibling?.textContent?.trim() || input.value);

function saysUsed(words: readonly string[]): boolean | null {
  const said = words.map(bare);
  if (said.some((word) => FUNCTION_WORDS.unused.test(word))) return false;
  return said.some((word) => FUNCTION_WORDS.used.test(word)) ? true : null;
}
