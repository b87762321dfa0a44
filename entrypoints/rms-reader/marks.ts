import { jstDateOf } from '../../utils/calendar/jst.ts';
import type { Inspection, Place } from '../../utils/rms/inspect.ts';
import { type Mark, markOf } from '../../utils/rms/mark.ts';
import { OWN } from '../../utils/rms/dom/visible.ts';
import { blankSign, own } from '../rms.content/look.ts';
import { lineAbove } from '../rms.content/lines.ts';
import type { Page } from '../rms.content/page.ts';

/** A page that removes our marks gets them back that often; then one line above the list. */
const MOST_RETURNS = 3;

export interface Marks {
  /** Brings the page's marks in line with what was just read. `fresh` = the reading is another one. */
  show(inspection: Inspection, fresh: boolean): void;
  remove(): void;
}

interface Shown {
  cell: Element;
  el: HTMLElement;
  sign: string;
}

/** The marks of one page. They stand inside RMS's own cells: no row or cell is added (DESIGN §5). */
export function makeMarks(page: Page): Marks {
  let shown: Shown[] = [];
  let returns = 0;
  let line: HTMLElement | null = null;

  const remove = (): void => {
    for (const { el } of shown) el.remove();
    shown = [];
    line?.remove();
    line = null;
  };

  const inCells = (inspection: Inspection): void => {
    const wanted = [...rowSigns(page, inspection), ...lostSigns(page, inspection)];
    const next: Shown[] = [];
    for (const { cell, sign, make } of wanted) {
      const known = shown.find(
        (one) => one.cell === cell && one.sign === sign && one.el.isConnected,
      );
      if (known) {
        next.push(known);
        continue;
      }
      const el = make();
      cell.append(el);
      next.push({ cell, el, sign });
    }
    for (const one of shown) if (!next.includes(one)) one.el.remove();
    shown = next;
  };

  return {
    remove,
    show(inspection, fresh) {
      if (fresh) returns = 0;
      const lost = shown.some(({ el }) => !el.isConnected) || line?.isConnected === false;
      if (lost) returns += 1;
      if (returns <= MOST_RETURNS) return inCells(inspection);
      if (returns > 2 * MOST_RETURNS) return;
      if (line?.isConnected) return;
      remove();
      line = summary(page, inspection);
      const list = inspection.real[0]?.found.el;
      if (line && list) lineAbove(list, line);
    },
  };
}

interface Sign {
  cell: Element;
  sign: string;
  make: () => HTMLElement;
}

function rowSigns(page: Page, { places }: Inspection): Sign[] {
  const today = jstDateOf(page.now());
  return places.map(({ row, cell }) => {
    const mark = markOf(row, today, page.t);
    return {
      cell,
      sign: `${mark.last4} ${mark.state} ${mark.text}`,
      make: () => element(page, mark),
    };
  });
}

function element({ document, t }: Page, mark: Mark): HTMLElement {
  const el = blankSign(document, mark.tone);
  el.setAttribute(OWN, 'mark');
  el.textContent = mark.text;
  el.dataset['last4'] = mark.last4;
  el.dataset['state'] = mark.state;
  el.dataset['daysLeft'] = mark.daysLeft === null ? 'none' : String(mark.daysLeft);
  el.title = t('mark.by');
  return el;
}

function lostSigns({ document, t }: Page, { lost }: Inspection): Sign[] {
  return lost.map(({ problem: { where }, cell }) => ({
    cell,
    sign: `lost ${where}`,
    make: () => {
      const text = where === '' ? t('mark.lostRow') : t('mark.lost', [where]);
      const el = blankSign(document, 'unknown');
      el.setAttribute(OWN, 'unreadable');
      el.textContent = `? ${text}`;
      el.title = t('mark.by');
      return el;
    },
  }));
}

/** All marks in one line, each with its app's name: for a page that keeps its cells to itself. */
function summary(page: Page, { places }: Inspection): HTMLElement | null {
  if (places.length === 0) return null;
  const line = own(page.document, 'div', 'line', `${page.t('mark.by')}: `);
  for (const { row } of places.slice(0, 50) as Place[]) {
    const name = own(page.document, 'span', 'name', ` ${row.app} ${row.last4 ?? ''}`);
    line.append(name, element(page, markOf(row, jstDateOf(page.now()), page.t)));
  }
  return line;
}
