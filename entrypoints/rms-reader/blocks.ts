import { type PageNote, PAGE_NOTES } from '../../utils/overview/note.ts';
import { LINE_STYLE, own, style } from '../rms-gate/look.ts';
import type { Page } from '../rms-gate/page.ts';

export interface Blocks {
  /** Shows these and no others, below `near` or at the head of the page. */
  show(notes: readonly PageNote[], near: Element | null): void;
  remove(): void;
}

/** A page that removes a block of ours gets it back that often. */
const MOST_RETURNS = 3;

/** What the ledger has to say of the page, as blocks; one of each kind. */
export function makeBlocks(page: Page): Blocks {
  const shown = new Map<string, HTMLElement>();
  let returns = 0;
  return {
    show(notes, near) {
      for (const kind of PAGE_NOTES) {
        const note = notes.find((one) => one.kind === kind);
        const known = shown.get(kind);
        const block = note && blockOf(page, note);
        if (known && known.textContent === block?.textContent) {
          // A page that removes it again and again does not want it.
          if (known.isConnected || (returns += 1) > MOST_RETURNS) continue;
        }
        known?.remove();
        shown.delete(kind);
        if (!block) continue;
        if (near) near.after(block);
        else page.document.body.prepend(block);
        shown.set(kind, block);
      }
    },
    remove() {
      for (const block of shown.values()) block.remove();
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
