import { readPage } from '../../utils/rms/inspect.ts';
import { caseOf, seedOf } from './cases.ts';
import { judge } from './judge.ts';
import { mutate } from './mutate.ts';
import { count, emptyTally, type Tally } from './tally.ts';
import { oneWindow } from './window.ts';

/** A moment well before most dates of the pages. */
const AT = Date.UTC(2026, 0, 15, 3);

/** Reads the pages `from`, `from + step`, … below `runs` in jsdom, as the product reads them. */
export function runInJsdom(seed: number, from: number, step: number, runs: number): Tally {
  const tally = emptyTally();
  const { show } = oneWindow();
  for (let n = from; n < runs; n += step) {
    // jsdom knows style sheets, but no layout.
    const one = caseOf(seedOf(seed, n), ['dom', 'css']);
    const document = show(one.page.html);
    one.page.knobs.push(...mutate(document, one.pick));
    count(tally, n, one, judge(one.page, readPage(document, { at: AT, url: one.url })));
  }
  return tally;
}
