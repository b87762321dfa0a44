import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type BrowserContext, type Page } from '@playwright/test';
import { isRoot, machine, ROOT } from '../../../scripts/lib/machine.ts';
import { autoAttach } from './auto-attach.ts';
import { badgeText, behindScenes, standingNotifications } from './behind.ts';
import { connect, targets, type Cdp } from './cdp.ts';
import { clockScript } from './clock.ts';
import { recordNotifications, type SeenNotification } from './notifications.ts';
import { evaluateIn } from './evaluate.ts';
import { popupAfter, type Popup } from './popup.ts';
import { pin } from './pin.ts';
import { pageTargetId, tabTargetId } from './tabs.ts';
import { until } from './until.ts';
import { bringWorker, isInstalled, watchWorker } from './worker.ts';

export const CHROME_BUILD = path.join(ROOT, '.output/chrome-mv3');

export interface LaunchOptions {
  lang?: 'ja' | 'en';
  /** For `--host-resolver-rules`: real host names to the stand-ins, everything else to nowhere. */
  resolverRules?: string;
  headless?: boolean;
  /** The screen to show a window on; the machine's own unless told. */
  display?: string;
  /** Folder of the extension; the shipped Chrome build unless told otherwise. */
  extension?: string;
  /** A profile to use again; a new one, removed at the end, unless told. */
  profile?: string;
  colorScheme?: 'light' | 'dark';
  viewport?: { width: number; height: number } | null;
  /** Shows the extension's button in the toolbar, beside the menu of extensions. */
  pinned?: boolean;
}

/** A running Chromium with the extension in it. */
export interface Kagiban {
  context: BrowserContext;
  cdp: Cdp;
  extensionId: string;
  profile: string;
  lang: 'ja' | 'en';
  /** Runs a function in the worker, which it wakes first. */
  inWorker: <A, T>(fn: (arg: A) => T | Promise<T>, arg: A) => Promise<T>;
  /** Everything the worker wrote to its console. */
  workerLogs: string[];
  killWorker: () => Promise<void>;
  /** Address of one of the extension's pages, e.g. `popup.html`. */
  url: (file: string) => string;
  /** One of the extension's pages in a tab of its own. */
  openPage: (file: string) => Promise<Page>;
  openPopupPage: () => Promise<Page>;
  /** A real click on the toolbar button while `page` is in front: grants activeTab, opens the real popup. */
  clickToolbar: (page: Page) => Promise<Popup>;
  /** Moves the clock of the worker and of pages opened from now on to real time + `offset` ms. */
  moveClock: (offset: number) => Promise<void>;
  /** Every notification shown since the launch. */
  notifications: SeenNotification[];
  /** Ids of the notifications that stand now. */
  standingNotifications: () => Promise<string[]>;
  badge: () => Promise<string>;
  close: () => Promise<void>;
}

const NOWHERE = 'MAP * ~NOTFOUND, EXCLUDE 127.0.0.1';

function argsFor({ lang = 'ja', resolverRules = NOWHERE }: LaunchOptions): string[] {
  return [
    '--enable-unsafe-extension-debugging',
    '--remote-debugging-port=0',
    `--lang=${lang}`,
    '--ignore-certificate-errors',
    `--host-resolver-rules=${resolverRules}`,
    '--no-first-run',
    '--no-default-browser-check',
  ];
}

function launchContext(profile: string, options: LaunchOptions): Promise<BrowserContext> {
  const { lang = 'ja', headless = true, colorScheme = 'light' } = options;
  return chromium.launchPersistentContext(profile, {
    executablePath: machine().chromium,
    headless,
    chromiumSandbox: !isRoot(),
    // Whoever shows a window has more to put away than the browser when Ctrl-C comes.
    handleSIGINT: headless,
    handleSIGTERM: headless,
    ignoreHTTPSErrors: true,
    colorScheme,
    ...(options.viewport === undefined ? {} : { viewport: options.viewport }),
    locale: lang === 'ja' ? 'ja-JP' : 'en-US',
    env: {
      ...process.env,
      LANGUAGE: lang,
      ...(options.display === undefined ? {} : { DISPLAY: options.display }),
    } as Record<string, string>,
    // Playwright would switch extensions off; branded Chrome takes them over CDP only.
    ignoreDefaultArgs: ['--disable-extensions'],
    args: argsFor(options),
  });
}

/** Playwright's types do not know the Extensions domain, which is open to its own connection only. */
async function extensions<T>(context: BrowserContext, command: string, params: object): Promise<T> {
  const browser = context.browser();
  if (!browser) throw new Error('the context has no browser');
  const session = await browser.newBrowserCDPSession();
  const send = session.send.bind(session) as unknown as (m: string, p: object) => Promise<T>;
  const answer = await send(`Extensions.${command}`, params);
  await session.detach();
  return answer;
}

/** A tab that comes to the front late would take the focus from the popup, which closes then. */
async function inFront(page: Page): Promise<void> {
  await page.bringToFront();
  await page.waitForFunction(() => document.visibilityState === 'visible');
}

const MOST_LAUNCHES = 3;

/**
 * Starts Chromium with the extension. The caller closes it. At times a worker under two debuggers never gets
 * past its start: such a browser proves nothing of the product, and another one is started.
 */
export async function launchKagiban(options: LaunchOptions = {}): Promise<Kagiban> {
  for (let launch = 1; ; launch += 1) {
    const { kagiban, installed } = await launchOnce(options);
    if (installed || launch === MOST_LAUNCHES) return kagiban;
    console.log('the worker did not start: another browser');
    await kagiban.close();
  }
}

async function launchOnce(
  options: LaunchOptions,
): Promise<{ kagiban: Kagiban; installed: boolean }> {
  const profile = options.profile ?? mkdtempSync(path.join(tmpdir(), 'kagiban-'));
  if (options.pinned) pin(profile, options.extension ?? CHROME_BUILD);
  const context = await launchContext(profile, options);
  const cdp = await connect(profile);
  const watch = watchWorker(cdp);
  let clock: string | null = null;
  await autoAttach(cdp, async ({ type, url }, session) => {
    if (type === 'service_worker') {
      if (url.startsWith('chrome-extension:')) await watch.prepare(session);
    } else if (clock !== null && (type === 'page' || type === 'other')) {
      await cdp.send('Page.enable', {}, session);
      await cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: clock }, session);
    }
  });
  const notifications = await recordNotifications(watch);
  const { id: extensionId } = await extensions<{ id: string }>(context, 'loadUnpacked', {
    path: options.extension ?? CHROME_BUILD,
  });
  await until('the extension to start', watch.session);

  const url = (file: string): string => `chrome-extension://${extensionId}/${file}`;
  const openPage = async (file: string): Promise<Page> => {
    const page = await context.newPage();
    await page.goto(url(file));
    return page;
  };
  const behind = <T>(act: (page: Page) => Promise<T>): Promise<T> =>
    behindScenes(context, extensionId, act);
  const bring = (state: 'stopped' | 'running'): Promise<void> =>
    behind(async (page) => bringWorker(cdp, state, extensionId, await pageTargetId(page)));
  const clickToolbar = async (page: Page): Promise<Popup> => {
    await inFront(page);
    const before = await targets(cdp);
    const targetId = await tabTargetId(cdp, page);
    await extensions(context, 'triggerAction', { id: extensionId, targetId });
    return popupAfter(cdp, before, url('popup.html'));
  };

  const installed = await behind(async (page) =>
    isInstalled(cdp, extensionId, await pageTargetId(page)),
  );
  const kagiban: Kagiban = {
    context,
    cdp,
    extensionId,
    profile,
    lang: options.lang ?? 'ja',
    inWorker: async (fn, arg) => {
      await bring('running');
      return evaluateIn(cdp, await until('the worker to start', watch.session), fn, arg);
    },
    workerLogs: watch.logs,
    killWorker: () => bring('stopped'),
    url,
    openPage,
    openPopupPage: () => openPage('popup.html'),
    clickToolbar,
    moveClock: async (offset) => {
      clock = clockScript(offset);
      await watch.set('clock', clock);
    },
    notifications,
    standingNotifications: () => behind(standingNotifications),
    badge: () => behind(badgeText),
    close: async () => {
      cdp.close();
      await context.close();
      if (options.profile === undefined) rmSync(profile, { recursive: true, force: true });
    },
  };
  return { kagiban, installed };
}
