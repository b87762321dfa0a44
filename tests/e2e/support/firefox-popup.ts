import type { Insides, InWindow } from './firefox-window.ts';
import { until } from './until.ts';

/** The real popup that a click on Firefox's toolbar opened, driven with real mouse events. */
export interface FirefoxPopup {
  /** Runs a function on the popup's document. */
  evaluate: <A, T>(fn: (document: Document, arg: A) => T, arg: A) => Promise<T>;
  waitFor: (selector: string, timeout?: number) => Promise<void>;
  /** Waits until the element can be clicked, then clicks it. */
  click: (selector: string, timeout?: number) => Promise<void>;
  text: (selector: string) => Promise<string | null>;
  /** `data-*` of every element that fits, in order. */
  data: (selector: string) => Promise<Record<string, string>[]>;
  close: () => Promise<void>;
}

interface PopupBrowser extends Element {
  currentURI?: { spec: string };
  messageManager: {
    addMessageListener: (name: string, listener: (message: { data: unknown }) => void) => void;
    loadFrameScript: (url: string, delayed: boolean) => void;
  };
}

/** Puts the extension's button into the toolbar, as a person who pins it does. */
export const pinInFirefox = (inWindow: InWindow, button: string): Promise<boolean> =>
  inWindow((id) => {
    const { ChromeUtils } = globalThis as unknown as Insides;
    const { CustomizableUI } = ChromeUtils.importESModule(
      'moz-src:///browser/components/customizableui/CustomizableUI.sys.mjs',
    );
    CustomizableUI.addWidgetToArea(id, CustomizableUI.AREA_NAVBAR);
    return document.getElementById(id) !== null;
  }, `${button}-browser-action`);

export const badgeInFirefox = (inWindow: InWindow, button: string): Promise<string> =>
  inWindow((id) => document.getElementById(id)?.getAttribute('badge') ?? '', `${button}-BAP`);

/** Clicks the button in the toolbar: grants activeTab for the tab in front, opens the real popup. */
export async function clickFirefoxToolbar(
  inWindow: InWindow,
  button: string,
  popupUrl: string,
): Promise<FirefoxPopup> {
  await inWindow((id) => document.getElementById(id)?.click(), `${button}-BAP`);
  const popup = drive(inWindow, popupUrl);
  await until('the popup to open in Firefox', () => popup.evaluate(() => true, null));
  return popup;
}

/** The popup lives in a process of its own: a script is sent there and sends its answer back. */
function evaluator(inWindow: InWindow, popupUrl: string): FirefoxPopup['evaluate'] {
  return async (fn, arg) => {
    const call = `(${fn.toString()})(content.document, ${JSON.stringify(arg) ?? ''})`;
    const answer = await inWindow(
      ([url, script]) => {
        const browsers = [...document.querySelectorAll('browser')] as PopupBrowser[];
        const popup = browsers.find(({ currentURI }) => currentURI?.spec === url);
        if (!popup) return null;
        const name = `kagiban-answer-${Math.random()}`;
        const source = `try { sendAsyncMessage('${name}', { value: ${script} }) }
          catch (error) { sendAsyncMessage('${name}', { error: String(error) }) }`;
        return new Promise<unknown>((resolve) => {
          popup.messageManager.addMessageListener(name, ({ data }) => resolve(data));
          // A popup that closes meanwhile never answers.
          setTimeout(() => resolve(null), 5_000);
          popup.messageManager.loadFrameScript(`data:,${encodeURIComponent(source)}`, false);
        });
      },
      [popupUrl, call] as const,
    );
    if (answer === null) return null as never;
    const { value, error } = answer as { value: never; error?: string };
    if (error !== undefined) throw new Error(error);
    return value;
  };
}

/** Where to click: the middle of the element, or why it cannot be clicked. Runs in the popup. */
function clickPoint(page: Document, selector: string): { x: number; y: number } | string {
  const element = page.querySelector(selector);
  if (!element) return 'not there';
  element.scrollIntoView({ block: 'center', inline: 'center' });
  if (element.matches(':disabled') || element.getAttribute('aria-disabled') === 'true') {
    return 'disabled';
  }
  const box = element.getBoundingClientRect();
  const point = { x: box.left + box.width / 2, y: box.top + box.height / 2 };
  const hit = page.elementFromPoint(point.x, point.y);
  return hit && element.contains(hit) ? point : 'covered';
}

type Point = Exclude<ReturnType<typeof clickPoint>, string>;

// A popup that closes answers with null.
const isPoint = (one: Point | string | null): one is Point =>
  one !== null && typeof one !== 'string';

// Scrolled to the middle again and again, it goes up and down by a pixel.
const isNear = (a: Point, b: Point): boolean => Math.abs(a.x - b.x) + Math.abs(a.y - b.y) <= 2;

function drive(inWindow: InWindow, popupUrl: string): FirefoxPopup {
  const evaluate = evaluator(inWindow, popupUrl);
  const steadyPoint = async (selector: string, timeout?: number) => {
    let last: ReturnType<typeof clickPoint> = '';
    const look = async () => {
      const [before, point] = [last, await evaluate(clickPoint, selector)];
      last = point;
      return isPoint(point) && isPoint(before) && isNear(point, before) ? point : null;
    };
    return until(`${selector} to be clickable`, look, timeout).catch((error: Error) => {
      throw new Error(`${error.message} (${typeof last === 'string' ? last : 'it moves'})`);
    });
  };
  return {
    evaluate,
    waitFor: async (selector, timeout) => {
      const there = () => evaluate((page, s) => page.querySelector(s) !== null, selector);
      await until(`${selector} in Firefox's popup`, there, timeout);
    },
    click: async (selector, timeout) => {
      const point = await steadyPoint(selector, timeout);
      await inWindow(clickInPopup, { ...point, popupUrl });
    },
    text: (selector) =>
      evaluate((page, s) => page.querySelector<HTMLElement>(s)?.innerText ?? null, selector),
    data: (selector) =>
      evaluate(
        (page, s) =>
          Array.from(page.querySelectorAll<HTMLElement>(s), (each) => ({ ...each.dataset })),
        selector,
      ) as Promise<Record<string, string>[]>,
    close: async () => {
      await inWindow((url) => {
        const browsers = [...document.querySelectorAll('browser')] as PopupBrowser[];
        const popup = browsers.find(({ currentURI }) => currentURI?.spec === url);
        const panel = popup?.closest('panel') as (Element & { hidePopup: () => void }) | null;
        panel?.hidePopup();
      }, popupUrl);
      const gone = async () => (await evaluate(() => true, null)) !== true;
      await until('the popup to close in Firefox', gone);
    },
  };
}

function clickInPopup({ x, y, popupUrl }: { x: number; y: number; popupUrl: string }): void {
  const { synthesizeMouseEvent } = globalThis as unknown as Insides;
  const browsers = [...document.querySelectorAll('browser')] as PopupBrowser[];
  const box = browsers
    .find(({ currentURI }) => currentURI?.spec === popupUrl)
    ?.getBoundingClientRect();
  if (!box) return;
  for (const type of ['mousemove', 'mousedown', 'mouseup']) {
    synthesizeMouseEvent(type, box.x + x, box.y + y, { button: 0, clickCount: 1 });
  }
}
