// The page that nobody sees (chrome.offscreen): it takes a copied key off the clipboard, if it is still there.
// `navigator.clipboard` wants a focus that such a page never has; the old commands do not.
import { ask } from '../../components/background.ts';
import { macOf } from '../../utils/vault/mac.ts';

function pasted(): string {
  const field = document.querySelector('textarea');
  if (!field) return '';
  field.focus();
  // oxlint-disable-next-line typescript/no-deprecated -- the only way without a focus
  document.execCommand('paste');
  const text = field.value;
  field.value = '';
  return text;
}

function clear(): void {
  const empty = (event: ClipboardEvent): void => {
    event.preventDefault();
    event.clipboardData?.setData('text/plain', '');
  };
  document.addEventListener('copy', empty, { once: true });
  // oxlint-disable-next-line typescript/no-deprecated -- the only way without a focus
  document.execCommand('copy');
}

/** What a person has copied since is theirs, and stays. */
async function clearIfOurs(): Promise<void> {
  const { mark } = await ask('clipboard.due', {});
  if (mark === null) return;
  const isOurs = (await macOf(crypto, mark.salt, pasted())) === mark.mac;
  if (isOurs) clear();
}

void clearIfOurs().finally(() => ask('clipboard.done', {}));
