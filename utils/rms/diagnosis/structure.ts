import { OWN } from '../dom/visible.ts';
import { isHidden } from '../dom/visible.ts';
import { kindsOf } from './kinds.ts';
import { CLASS_TOKENS, ROLES, TAGS, TYPES } from './words.ts';

const MOST_LINES = 3000;
const MOST_CHARS = 150_000;
const MOST_DEPTH = 60;
/** Of many siblings the first and the last few are shown. */
const FIRST = 10;
const LAST = 2;
const SILENT = new Set(['script', 'style', 'template', 'noscript', 'svg', 'iframe', 'frame']);

/**
 * The build of a page, line by line: tags, roles, depth, spans, plain class words, and of texts only RMS's
 * own words, kinds and lengths (`kindsOf`). Holds no name, number, address or key of any shop.
 */
export function structureOf(document: Document): string {
  const lines: string[] = [];
  const root = document.body ?? document.documentElement;
  walk(root, 0, lines);
  const text = lines.slice(0, MOST_LINES).join('\n');
  return text.length > MOST_CHARS ? `${text.slice(0, MOST_CHARS).replace(/[^\n]*$/, '')}…` : text;
}

function walk(el: Element, depth: number, lines: string[]): void {
  if (el.hasAttribute(OWN) || lines.length > MOST_LINES) return;
  const indent = ' '.repeat(Math.min(depth, MOST_DEPTH));
  lines.push(`${indent}${lineOf(el)}`);
  if (SILENT.has(el.tagName.toLowerCase()) || depth >= MOST_DEPTH) return;
  const children = [...el.childNodes].filter(isWorth);
  const skipped = children.length - FIRST - LAST;
  for (const [i, child] of children.entries()) {
    if (skipped > FIRST && i === FIRST) lines.push(`${indent} …×${skipped}`);
    if (skipped > FIRST && i >= FIRST && i < children.length - LAST) continue;
    if (child.nodeType === 1) walk(child as Element, depth + 1, lines);
    else lines.push(`${indent} "${kindsOf((child as Text).data)}"`);
  }
}

const isWorth = (node: Node): boolean =>
  node.nodeType === 1 || (node.nodeType === 3 && (node as Text).data.trim() !== '');

function lineOf(el: Element): string {
  const tag = el.tagName.toLowerCase();
  const said = [TAGS.has(tag) ? tag : tag.includes('-') ? '*-*' : '*', ...attributesOf(el)];
  if (tag === 'table') said.push(shapeOf(el as HTMLTableElement));
  if (isHidden(el)) said.push('hidden');
  const field = fieldOf(el, tag);
  if (field !== null) said.push(`"${kindsOf(field)}"`);
  return said.join(' ');
}

function attributesOf(el: Element): string[] {
  const out: string[] = [];
  const known = (name: string, words: ReadonlySet<string>): void => {
    const value = el.getAttribute(name)?.toLowerCase();
    if (value !== undefined) out.push(`${name}=${words.has(value) ? value : '*'}`);
  };
  known('role', ROLES);
  known('type', TYPES);
  for (const name of ['colspan', 'rowspan']) {
    const value = Number(el.getAttribute(name));
    if (Number.isInteger(value) && value > 1) out.push(`${name}=${Math.min(value, 99)}`);
  }
  const classes = [...el.classList].slice(0, 6).map(classOf);
  if (classes.length > 0) out.push(`.${classes.join('.')}`);
  const label = el.getAttribute('data-label') ?? el.getAttribute('aria-label');
  if (label !== null) out.push(`label="${kindsOf(label)}"`);
  return out;
}

/** `key-list--wide` → `key-list-*`: every part that is no everyday word of class names is left out. */
const classOf = (name: string): string =>
  name
    .split(/[-_]+|(?<=[a-z])(?=[A-Z])/)
    .slice(0, 5)
    .map((part) => (CLASS_TOKENS.has(part.toLowerCase()) ? part.toLowerCase() : '*'))
    .join('-');

const shapeOf = ({ rows }: HTMLTableElement): string =>
  `(${rows.length}×${Math.max(0, ...[...rows].slice(0, 50).map(({ cells }) => cells.length))})`;

function fieldOf(el: Element, tag: string): string | null {
  if (tag === 'textarea') return (el as HTMLTextAreaElement).value;
  if (tag === 'img') return el.getAttribute('alt');
  return tag === 'input' ? (el as HTMLInputElement).value : null;
}
