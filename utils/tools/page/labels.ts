import { textIn, tidy } from './text.ts';
import type { LabelText } from './types.ts';
import type { Control } from './walk.ts';

const MAX_NEAR = 120;
type Source = LabelText['from'];
const ANY_CONTROL = 'input:not([type=hidden]), select, textarea, button';

/** Every text that says what this field is, the surest first. */
export function labelsOf(control: Control): LabelText[] {
  const sources: [Source, () => string[]][] = [
    ['label', () => Array.from(control.labels ?? [], textIn)],
    ['aria', () => ariaTexts(control)],
    ['cell', () => [cellBefore(control)]],
    ['column', () => [columnHead(control)]],
    ['term', () => [termBefore(control)]],
    ['preceding', () => [textBefore(control)]],
    ['placeholder', () => [tidy(control.getAttribute('placeholder') ?? '')]],
    ['title', () => [tidy(control.getAttribute('title') ?? '')]],
  ];
  return sources.flatMap(([from, read]) =>
    read()
      .filter((text) => text !== '')
      .map((text) => ({ text, from })),
  );
}

function ariaTexts(control: Control): string[] {
  const root = control.getRootNode() as Document | ShadowRoot;
  const ids = (control.getAttribute('aria-labelledby') ?? '').split(/\s+/).filter(Boolean);
  const named = ids.map((id) => root.querySelector(`#${CSS.escape(id)}`));
  return [
    tidy(control.getAttribute('aria-label') ?? ''),
    ...named.map((element) => (element ? textIn(element) : '')),
  ];
}

/** The nearest cell to the left with words and no field of its own. */
function cellBefore(control: Control): string {
  let cell = control.closest('td, th')?.previousElementSibling ?? null;
  while (cell && !cell.querySelector(ANY_CONTROL)) {
    const text = textIn(cell);
    if (text !== '') return text;
    cell = cell.previousElementSibling;
  }
  return '';
}

/** The head of the column, where the table's first row is all heads. */
function columnHead(control: Control): string {
  const cell = control.closest<HTMLTableCellElement>('td, th');
  const heads = cell?.closest('table')?.rows[0]?.cells;
  if (!cell || !heads || heads.length < 2) return '';
  const allHeads = Array.from(heads).every((head) => head.localName === 'th');
  const head = allHeads ? heads[cell.cellIndex] : undefined;
  return head && !head.contains(control) ? textIn(head) : '';
}

function termBefore(control: Control): string {
  let element = control.closest('dd')?.previousElementSibling ?? null;
  while (element?.localName === 'dd') element = element.previousElementSibling;
  return element?.localName === 'dt' ? textIn(element) : '';
}

/** Words before the field in reading order, up to the field before it or the edge of its group. */
function textBefore(control: Control): string {
  let node: Node = control;
  for (let level = 0; level < 4; level += 1) {
    for (let before = node.previousSibling; before; before = before.previousSibling) {
      if (holdsControl(before)) return '';
      const text = textIn(before);
      if (text !== '') return text;
    }
    const parent: Node | null = node.parentNode;
    if (!parent || isEdge(parent)) return '';
    node = parent;
  }
  return '';
}

const holdsControl = (node: Node): boolean =>
  node.nodeType === Node.ELEMENT_NODE &&
  ((node as Element).matches(ANY_CONTROL) || (node as Element).querySelector(ANY_CONTROL) !== null);

const isEdge = (node: Node): boolean =>
  node.nodeType !== Node.ELEMENT_NODE ||
  (node as Element).matches('form, fieldset, table, tr, td, th, dl, dd, li, section, main, body');

/** The words of its row and of the heading over it, each once. */
export function nearOf(control: Control): string {
  const row = control.closest('tr, li, dd, p');
  const texts = [row ? textIn(row) : '', sectionOf(control)];
  return [...new Set(texts.filter((text) => text !== ''))].join(' / ').slice(0, MAX_NEAR);
}

/** The legend or heading that the field stands under. */
export function sectionOf(control: Control): string {
  const legend = control.closest('fieldset')?.querySelector('legend');
  if (legend) return textIn(legend);
  const root = control.getRootNode() as Document | ShadowRoot;
  const before = [...root.querySelectorAll('h1, h2, h3, h4, h5, h6')].filter(
    (heading) => heading.compareDocumentPosition(control) & Node.DOCUMENT_POSITION_FOLLOWING,
  );
  const nearest = before.at(-1);
  return nearest ? textIn(nearest) : '';
}
