import { LIMITS } from '../limits.ts';
import { clean } from '../text.ts';
import { isHidden, isNoText } from './visible.ts';

/** What a cell shows. */
export interface Shown {
  /** Everything, cleaned. */
  text: string;
  /** Without buttons; equal to `text` where nothing else stands there. */
  plain: string;
  /** Without buttons and links. */
  bare: string;
  /** `plain`, line by line. */
  lines: string[];
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
  const gather = new Gathering();
  for (const element of elements) {
    gather.line();
    walk(element, gather);
  }
  return gather.shown();
}

export const textOf = (element: Element): string => shownIn([element]).text;

function walk(root: Element, gather: Gathering): void {
  const stack: { node: Node | null; kind: Kind; block: boolean }[] = [];
  const enter = (element: Element, kind: Kind): void => {
    if (isNoText(element) || (element !== root && isHidden(element))) return;
    const tag = element.tagName.toUpperCase();
    if (tag === 'BR') return gather.line();
    const value = valueIn(element, tag);
    if (value !== null) return gather.add(value, kind);
    if (tag === 'IMG') return gather.alt(element.getAttribute('alt') ?? '');
    const block = BLOCK.has(tag);
    if (block) gather.line();
    stack.push({ node: element.firstChild, kind: kindOf(element, tag, kind), block });
  };
  enter(root, 'text');
  while (stack.length > 0 && gather.open()) {
    const top = stack[stack.length - 1];
    if (!top) return;
    const node = top.node;
    if (node === null) {
      if (top.block) gather.line();
      stack.pop();
      continue;
    }
    top.node = node.nextSibling;
    if (node.nodeType === 3) gather.add((node as Text).data, top.kind);
    else if (node.nodeType === 1) enter(node as Element, top.kind);
  }
}

function kindOf(element: Element, tag: string, outer: Kind): Kind {
  if (outer === 'button') return outer;
  if (tag === 'BUTTON' || element.getAttribute('role') === 'button') return 'button';
  return tag === 'A' ? 'link' : outer;
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

class Gathering {
  #all = '';
  #plain = '';
  #bare = '';
  #alts: string[] = [];
  #nodes = 0;
  #tooLong = false;

  open(): boolean {
    this.#nodes += 1;
    if (this.#nodes > LIMITS.cellNodes || this.#all.length > LIMITS.cellChars) this.#tooLong = true;
    return !this.#tooLong;
  }

  add(text: string, kind: Kind): void {
    // In source text a line break is a space; only <br> and blocks break lines on the screen.
    const part = text.slice(0, LIMITS.cellChars + 1).replace(/\s+/g, ' ');
    this.#all += part;
    if (kind !== 'button') this.#plain += part;
    if (kind === 'text') this.#bare += part;
  }

  line(): void {
    this.#all += '\n';
    this.#plain += '\n';
    this.#bare += '\n';
  }

  alt(text: string): void {
    if (text !== '' && this.#alts.length < 10) this.#alts.push(clean(text.slice(0, 100)));
  }

  shown(): Shown {
    const text = clean(this.#all);
    const plain = clean(this.#plain);
    const raw = plain === '' ? this.#all : this.#plain;
    return {
      text,
      plain: plain === '' ? text : plain,
      bare: clean(this.#bare),
      lines: raw
        .split('\n')
        .map(clean)
        .filter((line) => line !== ''),
      alts: this.#alts,
      tooLong: this.#tooLong,
    };
  }
}
