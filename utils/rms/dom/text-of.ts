import { LIMITS } from '../limits.ts';
import { clean } from '../text.ts';
import { isHidden, isNoText, styleOf } from './visible.ts';

/** What a cell shows. */
export interface Shown {
  /** Everything, cleaned. */
  text: string;
  /** Without buttons; equal to `text` where nothing else stands there. */
  plain: string;
  /** Without buttons and links. */
  bare: string;
  /** `plain`, line by line. */
  lines: () => string[];
  /** Alternative texts of icons. */
  alts: string[];
  /** More than a cell may hold: what is above is only its beginning. */
  tooLong: boolean;
}

type Kind = 'text' | 'link' | 'button';

const BLOCK = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE DD DIV DL DT FIELDSET FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION TABLE TBODY TD TH THEAD TFOOT TR UL'.split(
    ' ',
  ),
);
const BUTTON_INPUT =
  /^(button|submit|reset|image|checkbox|radio|hidden|password|file|range|color)$/;

/** Reads what the elements show, one after the other. Iterative and bounded: a page cannot make it hang. */
export function shownIn(elements: readonly Element[]): Shown {
  const [only, more] = elements;
  if (only && !more && isPlain(only)) return plainly(only);
  const pieces: Piece[] = [];
  const alts: string[] = [];
  let tooLong = false;
  for (const element of elements) {
    pieces.push(BREAK);
    if (!walk(element, pieces, alts)) tooLong = true;
  }
  const join = (kinds: readonly Kind[]): string =>
    pieces.map(({ text, kind }) => (kind === 'text' || kinds.includes(kind) ? text : '')).join('');
  const has = (kind: Kind): boolean => pieces.some((piece) => piece.kind === kind);
  const text = clean(join(['link', 'button']));
  const plain = (has('button') && clean(join(['link']))) || text;
  const bare = has('link') || has('button') ? clean(join([])) : text;
  return {
    text,
    plain,
    bare,
    lines: () => linesOf(join(plain === text ? ['link', 'button'] : ['link'])),
    alts,
    tooLong,
  };
}

/** Most cells hold one text and nothing else. */
const isPlain = (el: Element): boolean =>
  !el.firstElementChild && !NOT_PLAIN.has(el.tagName) && !isNoText(el) && el.textContent !== '';
const NOT_PLAIN = new Set('INPUT TEXTAREA SELECT IMG SVG svg A a BUTTON'.split(' '));

function plainly(el: Element): Shown {
  const data = el.textContent ?? '';
  const text = clean(data.slice(0, LIMITS.cellChars + 1));
  const tooLong = data.length > LIMITS.cellChars;
  const lines = (): string[] => (text === '' ? [] : [text]);
  // An icon made of a font or a background says its word in an attribute.
  const said = text === '' ? (el.getAttribute('aria-label') ?? el.getAttribute('title')) : null;
  const alts = said ? [clean(said.slice(0, 100))] : [];
  return { text, plain: text, bare: text, lines, alts, tooLong };
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map(clean)
    .filter((line) => line !== '');

export const textOf = (element: Element): string => shownIn([element]).text;

/**
 * What a cell holds whose whole content keeps its place and is invisible: a column that stays while the
 * table scrolls is drawn by a copy that lies over it. '' for every other cell.
 */
export function coveredText(cell: Element): string {
  // Asked of every cell, so the cheapest questions first: most hold nothing but text, or something seen.
  const first = cell.firstElementChild;
  if (!first || (cell.childElementCount === 1 && !isHidden(first))) return '';
  const [only, more] = [...cell.children].filter((one) => !isNoText(one));
  if (
    !only ||
    more ||
    !isHidden(only) ||
    (cell.textContent ?? '').trim() === '' ||
    styleOf(cell)?.display !== 'table-cell'
  )
    return '';
  const { display, visibility } = styleOf(only) ?? {};
  if (visibility !== 'hidden' || display === 'none' || display === 'inline') return '';
  return clean((only.textContent ?? '').slice(0, LIMITS.cellChars));
}

interface Piece {
  text: string;
  kind: Kind;
}
const BREAK: Piece = { text: '\n', kind: 'text' };

/** White space; U+FEFF, which JavaScript counts among it, has no width. */
const SPACE = /[^\S\ufeff]+/g;

/** Gathers what one element shows; false where it is more than a cell may hold. */
function walk(root: Element, pieces: Piece[], alts: string[]): boolean {
  const stack: { node: Node | null; kind: Kind; block: boolean }[] = [];
  let left: number = LIMITS.cellChars;
  const add = (text: string, kind: Kind): void => {
    // In source text a line break is a space; only <br> and blocks break lines on the screen.
    pieces.push({ text: text.slice(0, left + 1).replace(SPACE, ' '), kind });
    left -= text.length;
  };
  const enter = (element: Element, kind: Kind): void => {
    if (isNoText(element) || (element !== root && isHidden(element))) return;
    const tag = element.tagName.toUpperCase();
    const value = valueIn(element, tag);
    if (value !== null) return add(value, kind);
    const block = BLOCK.has(tag);
    if (block || tag === 'BR') pieces.push(BREAK);
    const alt = altOf(element, tag);
    if (alt !== null) {
      if (alt !== '' && alts.length < 10) alts.push(clean(alt.slice(0, 100)));
      return;
    }
    stack.push({ node: element.firstChild, kind: kindOf(element, tag, kind), block });
  };
  enter(root, 'text');
  for (let nodes = 0; stack.length > 0; nodes += 1) {
    if (nodes > LIMITS.cellNodes || left < 0) return false;
    const top = stack[stack.length - 1];
    const node = top?.node;
    if (!top || !node) {
      if (stack.pop()?.block) pieces.push(BREAK);
      continue;
    }
    top.node = node.nextSibling;
    if (node.nodeType === 3) add((node as Text).data, top.kind);
    else if (node.nodeType === 1) enter(node as Element, top.kind);
  }
  return left >= 0;
}

function kindOf(element: Element, tag: string, outer: Kind): Kind {
  if (outer === 'button') return outer;
  if (tag === 'BUTTON' || element.getAttribute('role') === 'button') return 'button';
  return tag === 'A' ? 'link' : outer;
}

/** What a picture says in words; null for an element that shows text itself. */
function altOf(element: Element, tag: string): string | null {
  const said = (...names: string[]): string =>
    names.map((name) => element.getAttribute(name)).find((text) => text) ?? '';
  if (tag === 'IMG') return said('alt', 'title');
  if (tag === 'SVG')
    return said('aria-label') || (element.querySelector('title')?.textContent ?? '');
  // An icon made of a font or a background.
  if (element.childElementCount > 0 || (element.textContent ?? '').trim() !== '') return null;
  return said('aria-label', 'title');
}

/** The text in a field; null for an element that is none. */
function valueIn(element: Element, tag: string): string | null {
  if (tag === 'INPUT') {
    const input = element as HTMLInputElement;
    return BUTTON_INPUT.test(input.type) ? '' : input.value.slice(0, LIMITS.cellChars + 1);
  }
  if (tag === 'TEXTAREA') {
    return (element as HTMLTextAreaElement).value.slice(0, LIMITS.cellChars + 1);
  }
  if (tag === 'SELECT') return (element as HTMLSelectElement).selectedOptions[0]?.text ?? '';
  return null;
}
