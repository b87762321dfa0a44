// What is put into every page of a fuzz run in Chromium: the reader and the watcher that ship.
import { keepWatch } from '../../../entrypoints/rms-reader/watch.ts';
import type { Life, Page } from '../../../entrypoints/rms-gate/page.ts';
import type { Reading } from '../../../utils/model/reading.ts';
import { readPage } from '../../../utils/rms/inspect.ts';

export const read = (url: string): Reading => readPage(document, { at: Date.now(), url });

const sent: Reading[] = [];
let parts: Node[][] = [];
let box: Element | null = null;
const PARTS = 3;

/** Takes the page's content away, to be drawn late in parts, and starts to watch. */
export function empty(): void {
  box = document.body;
  while (box.childElementCount === 1 && box.firstElementChild?.tagName === 'DIV')
    box = box.firstElementChild;
  const nodes = [...box.childNodes];
  const size = Math.ceil(nodes.length / PARTS);
  parts = Array.from({ length: PARTS }, (_, i) => nodes.slice(i * size, (i + 1) * size));
  box.replaceChildren();
  const life: Life = {
    isInvalid: false,
    onInvalidated: () => {},
    listen: (target, type, act) => target.addEventListener(type, act),
  };
  const page: Page = {
    document,
    t: (key) => key,
    now: () => Date.now(),
    send: ((command: string, payload: { reading: Reading }) => {
      if (command === 'page.report') sent.push(structuredClone(payload.reading));
      return Promise.resolve({ problem: null, notes: [] });
    }) as Page['send'],
  };
  keepWatch(life, page);
}

/** Draws the next part. */
export const draw = (): void => {
  box?.append(...(parts.shift() ?? []));
};

export const reports = (): Reading[] => sent;
