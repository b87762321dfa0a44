import type { Browser } from 'puppeteer-core';
import { until } from './until.ts';

/** Runs a script in Firefox's own window, beside its toolbar, and gives its (plain) value. */
export type InWindow = <A, T>(fn: (arg: A) => T | Promise<T>, arg: A) => Promise<T>;

/** What puppeteer's BiDi browser has and its types do not show. */
interface Connection {
  send: (method: string, params: object) => Promise<{ result: unknown }>;
}

interface Evaluated {
  type: 'success' | 'exception';
  result?: { value: string };
  exceptionDetails?: { text: string };
}

interface Tree {
  contexts: { context: string; url: string }[];
}

/**
 * The browser's own window, which `--remote-allow-system-access` opens to us: what a person does on the
 * toolbar, and what the browser is asked to show, is there and nowhere else.
 */
export async function browserWindow(browser: Browser): Promise<InWindow> {
  const { connection } = browser as unknown as { connection: Connection };
  const send = async <T>(method: string, params: object): Promise<T> =>
    (await connection.send(method, params)).result as T;
  const scope = { 'moz:scope': 'chrome', maxDepth: 0 };
  const { contexts } = await send<Tree>('browsingContext.getTree', scope);
  const window = contexts.find(({ url }) => url === 'chrome://browser/content/browser.xhtml');
  if (!window) throw new Error('Firefox shows no window');
  return async <A, T>(fn: (arg: A) => T | Promise<T>, arg: A): Promise<T> => {
    const call = `Promise.resolve((${fn.toString()})(${JSON.stringify(arg) ?? ''}))`;
    const evaluated = await send<Evaluated>('script.evaluate', {
      expression: `${call}.then((value) => JSON.stringify(value ?? null))`,
      target: { context: window.context },
      awaitPromise: true,
    });
    if (evaluated.type === 'exception') {
      throw new Error(evaluated.exceptionDetails?.text ?? 'a script in the window failed');
    }
    return JSON.parse(evaluated.result?.value ?? 'null') as T;
  };
}

interface Extension {
  backgroundState: string;
  /** API → event → its listeners, which start the event page. */
  persistentListeners: Map<string, Map<string, unknown>>;
  terminateBackground: () => Promise<void>;
}

/** What these tests use of Firefox's insides. */
export interface Insides {
  WebExtensionPolicy: {
    getByID: (id: string) => { extension: Extension } | null;
  };
  ChromeUtils: {
    importESModule: (url: string) => Record<string, never> & {
      CustomizableUI: { AREA_NAVBAR: string; addWidgetToArea: (id: string, area: string) => void };
    };
    generateQI: (names: string[]) => unknown;
  };
  Components: {
    ID: (uuid: string) => unknown;
    manager: {
      QueryInterface: (what: unknown) => { registerFactory: (...args: unknown[]) => void };
    };
  };
  Ci: { nsIComponentRegistrar: unknown };
  Services: { uuid: { generateUUID: () => object } };
  synthesizeMouseEvent: (type: string, x: number, y: number, options: object) => void;
  kagibanSeen?: SeenAlert[];
}

export interface SeenAlert {
  title: string;
  text: string;
}

/**
 * Stands where Firefox hands a notification to the system (headless there is none): the extension asks
 * the browser, and the browser asks us.
 */
export const listenToAlerts = (inWindow: InWindow): Promise<null> =>
  inWindow(() => {
    const { Components, ChromeUtils, Services, Ci } = globalThis as unknown as Insides;
    const seen: SeenAlert[] = [];
    (globalThis as unknown as Insides).kagibanSeen = seen;
    interface Alert extends SeenAlert {
      cookie: string;
    }
    const service = {
      QueryInterface: ChromeUtils.generateQI(['nsIAlertsService']) as (iid: unknown) => unknown,
      showAlert({ title, text, cookie }: Alert, listener: { observe?: (...a: unknown[]) => void }) {
        seen.push({ title, text });
        listener.observe?.(null, 'alertshow', cookie);
      },
      closeAlert() {},
    };
    Components.manager
      .QueryInterface(Ci.nsIComponentRegistrar)
      .registerFactory(
        Components.ID(Services.uuid.generateUUID().toString()),
        'alerts that are listened to',
        '@mozilla.org/alerts-service;1',
        { createInstance: (iid: unknown) => service.QueryInterface(iid) },
      );
    return null;
  }, null);

export const alertsSeen = (inWindow: InWindow): Promise<SeenAlert[]> =>
  inWindow(() => (globalThis as unknown as Insides).kagibanSeen ?? [], null);

/** `running`, `suspending`, `stopped`: the event page as the browser keeps it. */
export const eventPageState = (inWindow: InWindow, id: string): Promise<string> =>
  inWindow((addOn) => {
    const { WebExtensionPolicy } = globalThis as unknown as Insides;
    return WebExtensionPolicy.getByID(addOn)?.extension.backgroundState ?? 'not installed';
  }, id);

/**
 * Ends the event page as Firefox does after thirty seconds without work, by its own function for it: work
 * that Firefox would wait for, it waits for.
 */
export async function endEventPage(inWindow: InWindow, id: string): Promise<void> {
  const stopped = () =>
    inWindow(async (addOn) => {
      const { WebExtensionPolicy } = globalThis as unknown as Insides;
      const extension = WebExtensionPolicy.getByID(addOn)?.extension;
      if (extension?.backgroundState === 'running') await extension.terminateBackground();
      return extension?.backgroundState === 'stopped';
    }, id);
  await until('Firefox to end the event page', stopped);
}

/** Does this event start the event page, also in a new run of the browser? */
export const startsOn = (inWindow: InWindow, id: string, api: string, event: string) =>
  inWindow(
    ([addOn, module, name]) => {
      const { WebExtensionPolicy } = globalThis as unknown as Insides;
      const extension = WebExtensionPolicy.getByID(addOn)?.extension;
      return extension?.persistentListeners.get(module)?.has(name) ?? false;
    },
    [id, api, event] as const,
  );
