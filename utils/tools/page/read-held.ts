import { locate } from './anchors.ts';
import type { PageState } from './state.ts';
import type { HeldRead, ReadHeldOrder } from './types.ts';
import { type Control, placesIn } from './walk.ts';

/** Shorter than any key: what stands there is a beginning, or a mask. */
const SHORTEST = 8;

/** The browser's own knowledge that a person has changed a field, which a page's script can neither set nor hide. */
const CHANGED_BY_PERSON = ':user-valid, :user-invalid';

/**
 * The last four characters of the key that the tool's own field came with; the key itself stays in the page.
 * Dots or stars in place of the key (`masked`) tell nothing, nor does what was filled or typed there since
 * (`unsaved`): the tool has perhaps not kept it.
 */
export function readHeld(state: PageState, top: Document, order: ReadHeldOrder): HeldRead {
  if (order.token !== state.token) return { is: 'gone', last4: null };
  const found = locate(state, placesIn(top), order.keyField);
  if (found.refused) return { is: 'gone', last4: null };
  const { control } = found;
  if (state.filled || isBeingChanged(control)) return { is: 'unsaved', last4: null };
  const value = control.value.trim();
  if (value === '') return { is: 'empty', last4: null };
  const last4 = value.slice(-4);
  const isKey = value.length >= SHORTEST && /^[A-Za-z0-9_-]{4}$/.test(last4);
  return isKey ? { is: 'key', last4 } : { is: 'masked', last4: null };
}

/** A field that still has the focus was perhaps typed in, and the browser does not say so yet. */
function isBeingChanged(control: Control): boolean {
  if (control.matches(CHANGED_BY_PERSON)) return true;
  const root = control.getRootNode() as Document | ShadowRoot;
  return root.activeElement === control && control.value !== control.defaultValue;
}
