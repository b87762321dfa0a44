import type { PageState, TestWatch } from './state.ts';
import { testButtonAt } from './test-result.ts';
import type { TestWords } from './types.ts';
import { placesIn } from './walk.ts';

/** A page that changes more than this while we watch proves nothing. */
const MAX_NOTED = 5000;

/**
 * From a fill on, notes that a person pressed the tool's test button and what changed after that, so
 * that an answer which stood there before, for the old key, is not taken for one about the new.
 * Hears only; it reads no value and stops nothing.
 */
export function watchTest(state: PageState, top: Document, words: TestWords): void {
  state.watch?.stop();
  const watch: TestWatch = {
    pressed: false,
    changed: new Set(),
    added: new Set(),
    stop: () => undefined,
  };
  const changes = new MutationObserver((records) => {
    if (watch.pressed) records.forEach((record) => note(watch, record));
  });
  const onClick = (event: Event): void => {
    const [target] = event.composedPath();
    if (!event.isTrusted || !isElement(target) || !testButtonAt(target, words)) return;
    watch.pressed = true;
    watch.changed.clear();
    watch.added.clear();
  };
  const roots = placesIn(top).map(({ root }) => root);
  for (const root of roots) {
    root.addEventListener('click', onClick, { capture: true });
    changes.observe(root, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    });
  }
  watch.stop = () => {
    changes.disconnect();
    for (const root of roots) root.removeEventListener('click', onClick, { capture: true });
  };
  state.watch = watch;
}

const isElement = (target: EventTarget | undefined): target is Element =>
  target !== undefined && (target as Node).nodeType === Node.ELEMENT_NODE;

function note(watch: TestWatch, record: MutationRecord): void {
  if (watch.changed.size + watch.added.size > MAX_NOTED) return;
  watch.changed.add(record.target);
  record.addedNodes.forEach((node) => watch.added.add(node));
}

/** Did the answer itself come, change or come into sight after the button was pressed? */
export function isFresh(watch: TestWatch, answer: Element): boolean {
  if (!watch.pressed) return false;
  const came = [...watch.added].some((node) => node.contains(answer) || answer.contains(node));
  return came || [...watch.changed].some((node) => answer.contains(node));
}
