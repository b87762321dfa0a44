import { OWN } from '../../utils/rms/dom/visible.ts';
import { concernIn } from '../../utils/rms/gate.ts';
import { showHint } from './hint.ts';
import { makeLines } from './lines.ts';
import type { Life, Page } from './page.ts';

/** How often the reader is asked for again that did not come (the worker was starting, or failed). */
const MOST_TRIES = 5;
const TRY_AGAIN_MS = 2000;

/** Starts the reader in this page. Rejects where it could not be brought. */
export type BringReader = () => Promise<void>;

/**
 * How long after a change a page is looked at again; the longer where it keeps on changing and says the same. Until
 * it changes nothing runs: not to be told of each of many changes, only the first is listened for.
 */
const AGAIN_MS = 500;
const SAME_MS = 2000;
/** Looks may cost a page at most a hundredth of its time. */
const SHARE = 100;

const CHANGES: MutationObserverInit = { childList: true, subtree: true, characterData: true };

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
  let hint: Element | null = null;
  /** The page as it was when it was last looked at; null = it is to be looked at again, whatever it says. */
  let last: string | null = null;
  let pause = AGAIN_MS;
  let lookedAt = 0;
  let isBegun = false;
  let isDrawn = false;
  const lines = makeLines(page);

  const text = (): string => {
    let said = document.body?.textContent ?? '';
    for (const line of [hint, lines.at('notice')]) {
      if (line?.isConnected) said = said.replace(line.textContent, '');
    }
    return said;
  };
  /** What stands in the page has to go with the extension; where nothing does, nothing has to ask for its end. */
  const drawn = (): void => {
    if (isDrawn) return;
    isDrawn = true;
    life.onInvalidated(() => {
      lines.remove();
      hint?.remove();
    });
  };
  const failed = (): void => {
    if (life.isInvalid) return;
    failures = Math.min(failures + 1, MOST_TRIES);
    if (failures === MOST_TRIES) {
      // Given up: until the page says something else.
      lines.set('notice', page.t('mark.notRead'), null);
      drawn();
    } else last = null;
    setTimeout(look, TRY_AGAIN_MS * failures);
  };
  const look = (): void => {
    const started = performance.now();
    // Not at the start: asked for the first time, the browser sets up the extension's interface in the page.
    if (isBegun && life.isInvalid) return;
    isBegun = true;
    const said = text();
    if (said === last) {
      pause = Math.min(pause * 2, SAME_MS);
    } else {
      pause = AGAIN_MS;
      last = said;
      if (mayConcern(said)) {
        bringReader().then(lines.remove, failed);
        return;
      }
      // What could not be read is gone.
      lines.remove();
    }
    lookedAt = performance.now();
    pause = Math.max(pause, (lookedAt - started) * SHARE);
    changes.observe(document, CHANGES);
  };
  const changes = new MutationObserver(() => {
    changes.disconnect();
    // What comes after a rest is seen soon, however often it was looked at in vain before.
    setTimeout(look, Math.max(AGAIN_MS, lookedAt + pause - performance.now()));
  });
  look();

  if (isMainMenu(document)) {
    const hinted = (line: Element | null): void => {
      if (life.isInvalid) line?.remove();
      else hint = line;
      if (hint !== null) drawn();
    };
    showHint(page).then(hinted, () => {});
  }
}

const isMainMenu = ({ defaultView, location }: Document): boolean =>
  defaultView === defaultView?.top &&
  location.hostname.startsWith('mainmenu.') &&
  location.pathname === '/';
