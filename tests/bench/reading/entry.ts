// What is put into the pages of the bench: the gate, the reader and the watcher that ship, with the background played.
import { keepGate } from '../../../entrypoints/rms-gate/gate.ts';
import type { Life, Page } from '../../../entrypoints/rms-gate/page.ts';
import { keepWatch } from '../../../entrypoints/rms-reader/watch.ts';
import { besideKeys } from '../../../utils/rms/beside.ts';
import { inspect } from '../../../utils/rms/inspect.ts';

const WORDS: Record<string, string> = { 'mark.daysLeft': 'あと90日', 'mark.update': '更新あり' };

const life: Life = {
  isInvalid: false,
  onInvalidated: () => {},
  listen: (target, type, act) => target.addEventListener(type, act),
};
let reports = 0;
const page: Page = {
  document,
  t: (key) => WORDS[key] ?? key,
  now: () => Date.now(),
  send: ((command: string) => {
    if (command === 'page.report') reports += 1;
    return Promise.resolve({ problem: null, notes: [], show: false });
  }) as unknown as Page['send'],
};

/** What happens in a real page: the gate looks, and brings the reader where there is reason to. */
export const start = (): void =>
  keepGate(life, page, () => {
    keepWatch(life, page);
    return Promise.resolve();
  });

export const marks = (): number => document.querySelectorAll('[data-kagiban="mark"]').length;
export const reported = (): number => reports;

/** What pages do all day: nodes come, one task for all. */
export function change(nodes: number): void {
  for (let n = 0; n < nodes; n += 1) {
    const el = document.createElement('p');
    el.textContent = `商品 ${n}`;
    document.body.append(el);
  }
}

/** Reads the page so many times; gives the rows read. */
export function readTimes(times: number): number {
  let rows = 0;
  for (let n = 0; n < times; n += 1) {
    const { reading } = inspect(document, {
      at: Date.now(),
      url: document.location.href,
      beside: besideKeys,
    });
    rows = reading.licenses.length;
  }
  return rows;
}
