import { writeFileSync } from 'node:fs';
import { attach, targets, type Cdp, type TargetInfo } from './cdp.ts';
import { evaluateIn } from './evaluate.ts';
import { until } from './until.ts';

/** The real popup, as a click on the toolbar opened it, driven by real input events. */
export interface Popup {
  evaluate: <A, T>(fn: (arg: A) => T | Promise<T>, arg: A) => Promise<T>;
  /** Waits until an element that fits is there and visible. */
  waitFor: (selector: string, timeout?: number) => Promise<void>;
  /** Waits until the element can be clicked, then clicks it with the mouse. */
  click: (selector: string, timeout?: number) => Promise<void>;
  /** Clicks into a field and types. */
  type: (selector: string, text: string) => Promise<void>;
  press: (key: 'Tab' | 'Enter' | 'Escape') => Promise<void>;
  /** Text of the first element that fits, as a person sees it; null = none. */
  text: (selector: string) => Promise<string | null>;
  /** `data-*` of every element that fits, in order. */
  data: (selector: string) => Promise<Record<string, string>[]>;
  /** Of what is in view; `around` is brought into view first. */
  screenshot: (file: string, around?: string) => Promise<void>;
  size: () => Promise<{ width: number; height: number }>;
  close: () => Promise<void>;
}

/** Waits for a popup target that was not among `before`, and attaches to it. */
export async function popupAfter(cdp: Cdp, before: TargetInfo[], url: string): Promise<Popup> {
  const known = new Set(before.map(({ targetId }) => targetId));
  const target = await until('the popup to open', async () =>
    (await targets(cdp)).find(({ targetId, url: at }) => at === url && !known.has(targetId)),
  );
  return drive(cdp, target.targetId, await attach(cdp, target.targetId));
}

/** Where to click: the middle of the element, or why it cannot be clicked. Runs in the popup. */
function clickPoint(selector: string): { x: number; y: number } | string {
  const element = document.querySelector<HTMLElement>(selector);
  if (!element) return 'not there';
  // Chromium drops input that comes before the first paint, as nobody can have meant what they did not see.
  if (performance.getEntriesByType('paint').length === 0) return 'not painted yet';
  element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  if (element.closest('[inert]')) return 'inert';
  if (element.matches(':disabled') || element.ariaDisabled === 'true') return 'disabled';
  const box = element.getBoundingClientRect();
  if (box.width === 0 || box.height === 0) return 'not visible';
  const point = { x: box.left + box.width / 2, y: box.top + box.height / 2 };
  const hit = document.elementFromPoint(point.x, point.y);
  if (!hit || !element.contains(hit)) return `covered by ${hit?.tagName ?? 'nothing'}`;
  return point;
}

/** How long a click may be on its way. */
const CLICK_MS = 8_000;

type Clicked = { kagibanClicked?: boolean };

/** Runs in the popup: notes whether the element is clicked from now on. */
function awaitClick(selector: string): void {
  const page = document as Document & Clicked;
  page.kagibanClicked = false;
  const element = document.querySelector(selector);
  const note = ({ target, isTrusted }: Event): void => {
    if (isTrusted && element?.contains(target as Node)) page.kagibanClicked = true;
  };
  document.addEventListener('click', note, { capture: true, once: true });
}

const wasClicked = (): boolean => (document as Clicked).kagibanClicked === true;

// At 50 ms each.
const STEADY_LOOKS = 6;

const KEYS = {
  Tab: { key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9 },
  Enter: { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13, text: '\r' },
  Escape: { key: 'Escape', code: 'Escape', windowsVirtualKeyCode: 27 },
} as const;

function drive(cdp: Cdp, targetId: string, session: string): Popup {
  const evaluate: Popup['evaluate'] = (fn, arg) => evaluateIn(cdp, session, fn, arg);

  const waitFor: Popup['waitFor'] = async (selector, timeout) => {
    await until(
      `${selector} in the popup`,
      () =>
        evaluate((s: string) => document.querySelector(s)?.checkVisibility() ?? false, selector),
      timeout,
    );
  };

  /**
   * Where to click, once the element has stayed there for a while: what the popup asks of the background
   * arrives in parts, and each part pushes down what is below it.
   */
  const steadyPoint = async (selector: string, timeout?: number) => {
    let last = '';
    let looks = 0;
    let why: string | null = null;
    const look = async () => {
      const point = await evaluate(clickPoint, selector);
      looks = JSON.stringify(point) === last ? looks + 1 : 1;
      last = JSON.stringify(point);
      why = typeof point === 'string' ? point : null;
      return looks >= STEADY_LOOKS && typeof point !== 'string' ? point : null;
    };
    return until(`${selector} in the popup to be clickable`, look, timeout).catch(
      (error: Error) => {
        throw new Error(`${error.message} (${why ?? 'it moves'})`);
      },
    );
  };

  const press = async (point: { x: number; y: number }): Promise<void> => {
    const mouse = { ...point, button: 'left', clickCount: 1 };
    await cdp.send('Input.dispatchMouseEvent', { type: 'mouseMoved', ...point }, session);
    await cdp.send('Input.dispatchMouseEvent', { type: 'mousePressed', ...mouse }, session);
    await cdp.send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...mouse }, session);
  };

  const click: Popup['click'] = async (selector, timeout) => {
    // On a busy machine Chromium loses the input that meets a popup whose picture is not ready.
    for (let tries = 1; ; tries++) {
      const point = await steadyPoint(selector, timeout);
      await evaluate(awaitClick, selector);
      void press(point).catch(() => undefined);
      const arrived = await until('the click', () => evaluate(wasClicked, null), CLICK_MS).then(
        () => true,
        // Nobody answers: the click has closed the popup.
        (error: Error) => !error.message.startsWith('waited'),
      );
      if (arrived) return;
      if (tries === 3) throw new Error(`${selector} in the popup does not get the click`);
    }
  };

  return {
    evaluate,
    waitFor,
    click,
    type: async (selector, text) => {
      await click(selector);
      await cdp.send('Input.insertText', { text }, session);
    },
    press: async (key) => {
      await cdp.send('Input.dispatchKeyEvent', { type: 'keyDown', ...KEYS[key] }, session);
      await cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', ...KEYS[key] }, session);
    },
    text: (selector) =>
      evaluate((s: string) => document.querySelector<HTMLElement>(s)?.innerText ?? null, selector),
    data: (selector) =>
      evaluate(
        (s: string) =>
          Array.from(document.querySelectorAll<HTMLElement>(s), (each) => ({ ...each.dataset })),
        selector,
      ) as Promise<Record<string, string>[]>,
    screenshot: async (file, around) => {
      const show = (s: string) => document.querySelector(s)?.scrollIntoView({ block: 'center' });
      if (around !== undefined) await evaluate(show, around);
      const { data } = await cdp.send<{ data: string }>(
        'Page.captureScreenshot',
        { format: 'png' },
        session,
      );
      writeFileSync(file, Buffer.from(data, 'base64'));
    },
    size: () =>
      evaluate(() => ({ width: globalThis.innerWidth, height: globalThis.innerHeight }), null),
    close: async () => {
      await evaluate(() => setTimeout(() => globalThis.close(), 0), null).catch(() => undefined);
      await until('the popup to close', async () =>
        (await targets(cdp)).every((target) => target.targetId !== targetId),
      );
    },
  };
}
