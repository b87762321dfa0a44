import { OWN } from '../../utils/rms/dom/visible.ts';
import { concernIn } from '../../utils/rms/gate.ts';
import { showHint } from './hint.ts';
import { makeLines } from './lines.ts';
import { makeObserver } from './observe.ts';
import type { Life, Page } from './page.ts';

/** How often the reader is asked for again that did not come (the worker was starting, or failed). */
const MOST_TRIES = 5;
const TRY_AGAIN_MS = 2000;

/** Starts the reader in this page. Rejects where it could not be brought. */
export type BringReader = () => Promise<void>;

/**
 * What runs in every RMS page: waits until the page holds a word that may concern us, then brings the
 * reader, which takes over for good. Most pages never do, and pay for no more than this.
 */
export function keepGate(life: Life, page: Page, bringReader: BringReader): void {
  const { document } = page;
  if (!document.body) return;
  // Left behind by a script of ours that could not clean up.
  for (const el of document.querySelectorAll(`[${OWN}]`)) el.remove();
  const mayConcern = concernIn(document);
  let failures = 0;
  let asked = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let dropHint = (): void => {};
  const lines = makeLines(page);

  const failed = (): void => {
    if (life.isInvalid) return;
    asked = false;
    failures += 1;
    if (failures < MOST_TRIES) {
      timer = setTimeout(observer.wake, TRY_AGAIN_MS * failures);
      return;
    }
    lines.set('notice', page.t('mark.notRead'), null);
    // Our own line is no change of the page's.
    observer.settle(false);
  };
  const taken = (): void => {
    observer.stop();
    lines.remove();
  };
  const look = (): number => {
    const started = performance.now();
    if (!asked && !life.isInvalid && mayConcern()) {
      asked = true;
      bringReader().then(taken, failed);
    }
    observer.settle(false);
    return performance.now() - started;
  };

  const observer = makeObserver(life, document, look);
  life.onInvalidated(() => {
    observer.stop();
    clearTimeout(timer);
    lines.remove();
    dropHint();
  });
  look();

  if (isMainMenu(document)) {
    const hinted = (drop: () => void): void => {
      if (life.isInvalid) return drop();
      dropHint = drop;
      observer.settle(false);
    };
    showHint(page).then(hinted, () => {});
  }
}

const isMainMenu = ({ defaultView, location }: Document): boolean =>
  defaultView === defaultView?.top &&
  location.hostname.startsWith('mainmenu.') &&
  location.pathname === '/';
