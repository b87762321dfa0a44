import { readPage } from '../../utils/rms/inspect.ts';
import { caseOf, seedOf } from './cases.ts';
import { judge } from './judge.ts';
import { mutate } from './mutate.ts';
import { oneWindow } from './window.ts';

/** Prints one page of a run: its HTML, its truth, what was read, and what differs. */
export function showOne(seed: number, n: number): void {
  const one = caseOf(seedOf(seed, n), ['dom', 'css']);
  const document = oneWindow().show(one.page.html);
  one.page.knobs.push(...mutate(document, one.pick));
  const reading = readPage(document, { at: Date.UTC(2026, 0, 15, 3), url: one.url });
  const { outcome, differences } = judge(one.page, reading);
  console.log(document.documentElement.outerHTML);
  console.log(JSON.stringify(one.page.truth, null, 1));
  console.log(JSON.stringify(reading, null, 1));
  console.log([one.url, one.page.family, ...one.page.knobs].join(' '));
  console.log([outcome, ...differences].join('\n'));
}
