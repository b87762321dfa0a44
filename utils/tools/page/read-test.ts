import { locate } from './anchors.ts';
import type { PageState } from './state.ts';
import { resultOnPage } from './test-result.ts';
import { isFresh } from './test-watch.ts';
import type { ReadTestOrder, TestRead } from './types.ts';
import { placesIn } from './walk.ts';

const NOT_RUN: TestRead = { result: 'notRun', last4: null, filledHere: false, fresh: false };

/** What the tool's own test says on the page now, and which key its field holds (last four only). */
export function readTest(state: PageState, top: Document, order: ReadTestOrder): TestRead {
  if (order.token !== state.token) return NOT_RUN;
  const found = resultOnPage(top, order.words);
  return {
    result: found?.result ?? 'notRun',
    last4: order.keyField && last4In(state, top, order.keyField),
    filledHere: state.watch !== null,
    fresh: state.watch !== null && found !== null && isFresh(state.watch, found.element),
  };
}

function last4In(
  state: PageState,
  top: Document,
  keyField: NonNullable<ReadTestOrder['keyField']>,
): string | null {
  const found = locate(state, placesIn(top), keyField);
  const last4 = found.refused ? '' : found.control.value.slice(-4);
  return /^[A-Za-z0-9_-]{4}$/.test(last4) ? last4 : null;
}
