import { LINE_STYLE, own, style } from './look.ts';
import { type PageNote, PAGE_NOTES } from '../../utils/overview/note.ts';
import type { Page } from './page.ts';

/** Puts one of our lines above a list, outside of any table markup. */
export function lineAbove(list: Element, line: HTMLElement): void {
  style(line, LINE_STYLE);
  const outer = list.closest('table') ?? list;
  outer.before(line);
}

export interface Lines {
  /** Shows a line of that kind, or takes it away (`null`). `near` = the element it stands below. */
  set(kind: string, text: string | null, near: Element | null): void;
  /** Shows these blocks and no others. */
  show(notes: readonly PageNote[], near: Element | null): void;
  remove(): void;
}

/** A page that removes a block of ours gets it back that often. */
const MOST_RETURNS = 3;

/** The lines that tell something of the page as a whole; one of each kind. */
export function makeLines(page: Page): Lines {
  const { document, t } = page;
  const shown = new Map<string, HTMLElement>();
  let returns = 0;
  const drop = (kind: string): void => {
    shown.get(kind)?.remove();
    shown.delete(kind);
  };
  return {
    set(kind, text, near) {
      const known = shown.get(kind);
      if (text === null) return drop(kind);
      const full = `${t('mark.by')}: ${text}`;
      if (known?.isConnected && known.textContent === full) return;
      drop(kind);
      const line = own(document, 'div', kind, full);
      line.setAttribute('role', 'status');
      style(line, LINE_STYLE);
      if (near) near.after(line);
      else document.body.prepend(line);
      shown.set(kind, line);
    },
    show(notes, near) {
      for (const kind of PAGE_NOTES) {
        const note = notes.find((one) => one.kind === kind);
        const known = shown.get(kind);
        const block = note && blockOf(page, note);
        if (known && known.textContent === block?.textContent) {
          // A page that removes it again and again does not want it.
          if (known.isConnected || (returns += 1) > MOST_RETURNS) continue;
        }
        drop(kind);
        if (!block) continue;
        const after = shown.get('unreadable') ?? near;
        if (after) after.after(block);
        else document.body.prepend(block);
        shown.set(kind, block);
      }
    },
    remove() {
      for (const line of shown.values()) line.remove();
      shown.clear();
    },
  };
}

/** A title, groups of lines and what stands below them, as one block. */
function blockOf({ document, t }: Page, { kind, title, groups, foot }: PageNote): HTMLElement {
  const block = own(document, 'div', kind, '');
  block.setAttribute('role', 'status');
  style(block, LINE_STYLE);
  const add = (text: string, indent: number, bold = false): void => {
    const line = own(document, 'div', 'text', text);
    const weight = bold ? '600' : '400';
    style(line, {
      all: 'revert',
      font: 'inherit',
      'font-weight': weight,
      margin: `2px 0 0 ${indent}em`,
    });
    block.append(line);
  };
  add(`${t('mark.by')}: ${title}`, 0, true);
  for (const group of groups) {
    add(group.title, 1, true);
    for (const line of group.lines) add(line, 2);
  }
  for (const line of foot) add(line, 0);
  return block;
}
