import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { findKeys } from '../../utils/rms/keys.ts';

/** Injected into each frame by the background on a click of Carry; its result is what the frame shows. */
export default defineUnlistedScript(() => findKeys(document, selected(), location.href));

/** The person's selection, in the page or in one of its fields. Read only: nothing on the page changes. */
function selected(): string {
  const field = document.activeElement;
  if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) {
    const { selectionStart, selectionEnd, value } = field;
    if (selectionStart !== null && selectionEnd !== null && selectionEnd > selectionStart) {
      return value.slice(selectionStart, selectionEnd);
    }
  }
  return String(document.getSelection() ?? '');
}
