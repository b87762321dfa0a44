import type { Life } from '../rms-gate/page.ts';

export interface Observer {
  /** Has the page changed since the last look, or been asked to be looked at again? */
  changed(): boolean;
  /** Call after each look: forgets what we changed ourselves, and watches as closely as the page deserves. */
  settle(relevant: boolean): void;
  /** Forgets what has changed up to now: it was ours, or has been looked at. */
  forget(): void;
  /** The look that is under way has cost so many ms so far. */
  spent(ms: number): void;
  wake(): void;
  stop(): void;
}

const CALM_MS = 120;
const PATIENCE_MS = 1000;
/** A look may cost at most about a twentieth of the time. */
const SHARE = 20;

const BASIC: MutationObserverInit = { childList: true, subtree: true, characterData: true };
const CLOSE: MutationObserverInit = {
  ...BASIC,
  attributes: true,
  attributeFilter: [
    'class',
    'style',
    'hidden',
    'open',
    'value',
    'disabled',
    'aria-current',
    'colspan',
  ],
};

/**
 * Calls `look` when the page has changed and calmed down, or changed for a second on end. `look` answers
 * what it cost in ms: an expensive page is looked at less often.
 */
export function makeObserver(life: Life, document: Document, look: () => number): Observer {
  // Not the context's own setTimeout: it keeps a listener for every timer, and pages stay open for days.
  let timer: ReturnType<typeof setTimeout> | undefined;
  let changedAt = 0;
  let askedAt = 0;
  let cost = 0;
  let close = false;
  let dirty = false;

  const run = (): void => {
    timer = undefined;
    const now = performance.now();
    const calm = now - changedAt >= CALM_MS;
    if (!calm && now - askedAt < PATIENCE_MS) return arm(CALM_MS);
    cost = look();
  };
  const arm = (ms: number): void => {
    timer = setTimeout(run, Math.max(ms, cost * SHARE));
  };
  const wake = (): void => {
    dirty = true;
    changedAt = performance.now();
    if (timer !== undefined) return;
    askedAt = changedAt;
    arm(CALM_MS);
  };

  const observer = new MutationObserver(wake);
  observer.observe(document, BASIC);
  // Typing into a search box changes what the list shows before any node changes.
  life.listen(document, 'input', wake);
  life.listen(document, 'change', wake);

  const forget = (): void => {
    observer.takeRecords();
    dirty = false;
  };
  return {
    wake,
    forget,
    spent(ms) {
      cost = ms;
    },
    changed: () => dirty || observer.takeRecords().length > 0,
    settle(relevant) {
      forget();
      if (relevant === close) return;
      close = relevant;
      observer.observe(document, close ? CLOSE : BASIC);
    },
    stop() {
      observer.disconnect();
      clearTimeout(timer);
    },
  };
}
