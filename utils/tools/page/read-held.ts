import { locate } from './anchors.ts';
import type { PageState } from './state.ts';
import type { HeldRead, ReadHeldOrder } from './types.ts';
import { placesIn } from './walk.ts';

/** Shorter than any key: what stands there is a beginning, or a mask. */
const SHORTEST = 8;

/**
 * The last four characters of the key that the tool's own field came with; the key itself stays in the page.
 * Dots or stars in place of the key (`masked`) tell nothing. A framework may hide that a person has typed since
 * (it moves the default along), so that the words beside the button ask for a page just opened.
 */
export function readHeld(state: PageState, top: Document, order: ReadHeldOrder): HeldRead {
  if (order.token !== state.token) return { is: 'gone', last4: null };
  const found = locate(state, placesIn(top), order.keyField);
  if (found.refused) return { is: 'gone', last4: null };
  // What was put there since the page came from the tool says nothing of what the tool has kept.
  if (state.filled || found.control.value !== found.control.defaultValue) {
    return { is: 'unsaved', last4: null };
  }
  const value = found.control.value.trim();
  if (value === '') return { is: 'empty', last4: null };
  const last4 = value.slice(-4);
  const isKey = value.length >= SHORTEST && /^[A-Za-z0-9_-]{4}$/.test(last4);
  return isKey ? { is: 'key', last4 } : { is: 'masked', last4: null };
}
