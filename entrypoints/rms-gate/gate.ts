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
 * When a page that holds nothing of ours is looked at again: the sooner where it had changed or a person acts, the
 * later while it rests. Not at each of its changes: to be told of them costs a page more than to be asked.
 */
const AGAIN_MS = 500;
const REST_MS = 2000;
/** Looks may cost a page at most a hundredth of its time. */
const SHARE = 100;

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
  let timer: ReturnType<typeof setTimeout> | undefined;
  let hint: Element | null = null;
  /** The page as it was when it was last looked at; null = it is to be looked at again, whatever it says. */
  let last: string | null = null;
  let rest = AGAIN_MS;
  let isResting = false;
  const lines = makeLines(page);

  const text = (): string => {
    let said = document.body?.textContent ?? '';
    for (const line of [hint, lines.at('notice')]) {
      if (line?.isConnected) said = said.replace(line.textContent, '');
    }
    return said;
  };
  const again = (ms: number, resting = false): void => {
    clearTimeout(timer);
    timer = setTimeout(look, ms);
    isResting = resting;
  };
  const acted = (): void => {
    if (isResting && rest > AGAIN_MS) again((rest = AGAIN_MS), true);
  };
  const failed = (): void => {
    if (life.isInvalid) return;
    failures = Math.min(failures + 1, MOST_TRIES);
    // Given up: until the page says something else.
    if (failures === MOST_TRIES) lines.set('notice', page.t('mark.notRead'), null);
    else last = null;
    again(TRY_AGAIN_MS * failures);
  };
  const look = (): void => {
    isResting = false;
    const started = performance.now();
    const said = text();
    if (said === last) {
      rest = Math.min(rest * 2, REST_MS);
    } else {
      // Not at the start: asked for the first time, the browser sets up the extension's interface in the page.
      if (last !== null && life.isInvalid) return;
      rest = AGAIN_MS;
      last = said;
      if (mayConcern(said)) {
        bringReader().then(lines.remove, failed);
        return;
      }
      // What could not be read is gone.
      lines.remove();
    }
    again(Math.max(rest, (performance.now() - started) * SHARE), true);
  };

  life.listen(document, 'click', acted);
  life.listen(document, 'keydown', acted);
  life.onInvalidated(() => {
    clearTimeout(timer);
    lines.remove();
    hint?.remove();
  });
  look();

  if (isMainMenu(document)) {
    const hinted = (line: Element | null): void => {
      if (life.isInvalid) line?.remove();
      else hint = line;
    };
    showHint(page).then(hinted, () => {});
  }
}

const isMainMenu = ({ defaultView, location }: Document): boolean =>
  defaultView === defaultView?.top &&
  location.hostname.startsWith('mainmenu.') &&
  location.pathname === '/';
