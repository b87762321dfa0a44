import { jstDateOf } from '../../utils/calendar/jst.ts';
import type { Inspection, Place } from '../../utils/rms/inspect.ts';
import { type Mark, markOf } from '../../utils/rms/mark.ts';
import { OWN } from '../../utils/rms/dom/visible.ts';
import { ROWS_A_STEP, type Sliced } from '../../utils/rms/sliced.ts';
import { LINE_STYLE, own, style } from '../rms-gate/look.ts';
import type { Page } from '../rms-gate/page.ts';
import { blankSign } from './sign.ts';

/** A page that removes our marks gets them back that often; then one line above the list. */
const MOST_RETURNS = 3;

export interface Marks {
  /** Brings the page's marks in line with what was just read, in steps. `fresh` = the reading is another one. */
  show(inspection: Inspection, fresh: boolean): Sliced<void>;
  remove(): void;
}

interface Shown {
  el: HTMLElement;
  sign: string;
}

/** The marks of one page. They stand inside RMS's own cells: no row or cell is added (DESIGN §5). */
export function makeMarks(page: Page): Marks {
  const shown = new Map<Element, Shown[]>();
  let returns = 0;
  let line: HTMLElement | null = null;

  const remove = (): void => {
    for (const { el } of [...shown.values()].flat()) el.remove();
    shown.clear();
    line?.remove();
    line = null;
  };

  function* inCells(inspection: Inspection): Sliced<void> {
    const kept = new Set<HTMLElement>();
    const fresh: Sign[] = [];
    let steps = 0;
    for (const one of signsOf(page, inspection)) {
      if ((steps += 1) % ROWS_A_STEP === 0) yield;
      const here = shown.get(one.cell);
      const known = here?.find(
        ({ sign, el }) => sign === one.sign && el.isConnected && !kept.has(el),
      );
      if (known) kept.add(known.el);
      else fresh.push(one);
    }
    // All at once: a table is laid out anew after every slice in which a cell of it has changed.
    for (const { cell, sign, make } of fresh) {
      const el = make();
      kept.add(el);
      cell.append(el);
      shown.set(cell, [...(shown.get(cell) ?? []), { el, sign }]);
    }
    for (const [cell, here] of shown) {
      const left = here.filter(({ el }) => kept.has(el));
      for (const { el } of here) if (!kept.has(el)) el.remove();
      if (left.length > 0) shown.set(cell, left);
      else shown.delete(cell);
    }
  }

  const isLost = (): boolean =>
    line?.isConnected === false ||
    [...shown.values()].some((here) => here.some(({ el }) => !el.isConnected));

  return {
    remove,
    *show(inspection, fresh) {
      if (fresh) returns = 0;
      if (isLost()) returns += 1;
      if (returns <= MOST_RETURNS) return yield* inCells(inspection);
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

function* signsOf(page: Page, inspection: Inspection): Generator<Sign> {
  const today = jstDateOf(page.now());
  for (const { row, cell } of inspection.places) {
    const mark = markOf(row, today, page.t);
    const sign = `${mark.last4} ${mark.state} ${mark.text}`;
    yield { cell, sign, make: () => element(page, mark) };
  }
  yield* lostSigns(page, inspection);
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

/** Puts one of our lines above a list, outside of any table markup. */
function lineAbove(list: Element, line: HTMLElement): void {
  style(line, LINE_STYLE);
  const outer = list.closest('table') ?? list;
  outer.before(line);
}
