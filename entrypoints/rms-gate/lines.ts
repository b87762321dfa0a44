import { LINE_STYLE, own, style } from './look.ts';
import type { Page } from './page.ts';

export interface Lines {
  /** Shows a line of that kind, or takes it away (`null`). `near` = the element it stands below. */
  set(kind: string, text: string | null, near: Element | null): void;
  /** The line of that kind, where it is shown. */
  at(kind: string): Element | null;
  remove(): void;
}

/** The lines that say how the reading of the page went; one of each kind. */
export function makeLines(page: Page): Lines {
  const { document, t } = page;
  const shown = new Map<string, HTMLElement>();
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
    at: (kind) => shown.get(kind) ?? null,
    remove() {
      for (const line of shown.values()) line.remove();
      shown.clear();
    },
  };
}
