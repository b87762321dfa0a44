import { refFor, type PageState } from './state.ts';
import { type Control, controlsIn, placesIn } from './walk.ts';

/** What the banner says while a person points, and afterwards. */
export interface PointWords {
  ask: string;
  done: string;
}

const OUTLINE = '3px solid #4338ca';

/**
 * Lets a person point at a field: the next real click in one is noted and goes no further; Escape ends it.
 * Nothing is read or set. Starting again ends the one before.
 */
export function startPointing(state: PageState, top: Document, words: PointWords): void {
  state.pointing?.stop();
  state.pointed = null;
  const banner = showBanner(top, words.ask);
  const roots = placesIn(top).map(({ root }) => root);
  let outlined: { control: Control; before: string } | null = null;
  const unmark = (): void => {
    if (outlined) outlined.control.style.outline = outlined.before;
    outlined = null;
  };
  const onMove = (event: Event): void => {
    const control = controlOf(event, top);
    if (control === outlined?.control) return;
    unmark();
    if (control) outlined = { control, before: control.style.outline };
    if (control) control.style.outline = OUTLINE;
  };
  const onPress = (event: Event): void => {
    const control = controlOf(event, top);
    if (!event.isTrusted || !control) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (event.type !== 'click') return;
    state.pointed = refFor(state, control);
    stop();
    showBanner(top, words.done);
  };
  const onKey = (event: Event): void => {
    if ((event as KeyboardEvent).key === 'Escape') stop();
  };
  const listeners: [string, (event: Event) => void][] = [
    ['pointerover', onMove],
    ['pointerdown', onPress],
    ['mousedown', onPress],
    ['click', onPress],
    ['keydown', onKey],
  ];
  const stop = (): void => {
    for (const root of roots) {
      for (const [type, hear] of listeners) root.removeEventListener(type, hear, true);
    }
    unmark();
    banner.remove();
    state.pointing = null;
  };
  for (const root of roots) {
    for (const [type, hear] of listeners) root.addEventListener(type, hear, true);
  }
  state.pointing = { stop };
}

/** The line of text that an event is in, through open shadow roots; null = none. */
function controlOf(event: Event, top: Document): Control | null {
  const [target] = event.composedPath();
  const controls = placesIn(top).flatMap(controlsIn);
  return controls.find((control) => control === target) ?? null;
}

const BANNER = 'kagiban-banner';

/** One line at the top, in a closed shadow root; it says something and does nothing. */
function showBanner(top: Document, text: string): Element {
  top.querySelectorAll(BANNER).forEach((each) => each.remove());
  const banner = top.createElement(BANNER);
  const style =
    'position:fixed;inset:0 0 auto 0;z-index:2147483647;padding:8px 16px;background:#312e81;' +
    'color:#fff;font:14px/1.5 system-ui,sans-serif;pointer-events:none';
  const line = top.createElement('div');
  line.setAttribute('style', style);
  line.setAttribute('role', 'status');
  line.textContent = text;
  banner.attachShadow({ mode: 'closed' }).append(line);
  top.documentElement.append(banner);
  return banner;
}
