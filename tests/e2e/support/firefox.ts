import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { launch, type Browser, type Page } from 'puppeteer-core';
import { machine, ROOT } from '../../../scripts/lib/machine.ts';
import { GECKO_ID } from '../../../scripts/manifest.ts';
import {
  badgeInFirefox,
  clickFirefoxToolbar,
  pinInFirefox,
  type FirefoxPopup,
} from './firefox-popup.ts';
import {
  alertsSeen,
  browserWindow,
  eventPageState,
  listenToAlerts,
  endEventPage,
  startsOn,
  type SeenAlert,
} from './firefox-window.ts';
import { until } from './until.ts';

export const FIREFOX_BUILD = path.join(ROOT, '.output/firefox-mv3');

// What Firefox makes of our id for its elements.
const BUTTON = GECKO_ID.replace(/[^a-z0-9_-]/gi, '_');

// Firefox gives every profile an address of its own for an extension; a preference fixes it.
const UUID = '7b0e6f0a-5f0c-4c1e-9a50-6f1f2c3d4e5f';

export interface FirefoxOptions {
  lang?: 'ja' | 'en';
  /** Port of the stand-ins, and the real host names that shall lead to it. */
  port?: number;
  hosts?: string[];
  headless?: boolean;
}

/** A running Firefox with the extension in it. */
export interface FirefoxKagiban {
  browser: Browser;
  url: (file: string) => string;
  /** One of the extension's pages in a tab of its own, loaded. */
  openPage: (file: string) => Promise<Page>;
  openPopupPage: () => Promise<Page>;
  /** A real click on the toolbar button while `page` is in front: grants activeTab, opens the real popup. */
  clickToolbar: (page: Page) => Promise<FirefoxPopup>;
  badge: () => Promise<string>;
  /** Every notification that Firefox was asked to show since the launch. */
  notifications: () => Promise<SeenAlert[]>;
  /** `running`, `suspending` or `stopped`. */
  eventPage: () => Promise<string>;
  /** Ends the event page as Firefox does when it is idle. */
  idleOut: () => Promise<void>;
  /** Does this event start the event page, also in a new run of Firefox? */
  startsOn: (api: string, event: string) => Promise<boolean>;
  close: () => Promise<void>;
}

function preferences({ lang = 'ja', port, hosts = [] }: FirefoxOptions): Record<string, unknown> {
  return {
    'extensions.webextensions.uuids': JSON.stringify({ [GECKO_ID]: UUID }),
    'intl.locale.requested': lang === 'ja' ? 'ja' : 'en-US',
    'services.settings.server': 'data:,#remote-settings-dummy/v1',
    // The person's yes to a request for an optional permission.
    'extensions.webextOptionalPermissionPrompts': false,
    'network.dns.localDomains': hosts.join(','),
    ...(port === undefined ? {} : { 'network.socket.forcePort': `443=${port}` }),
  };
}

/** Starts Firefox with the extension as a temporary add-on. The caller closes it. */
export async function launchFirefox(options: FirefoxOptions = {}): Promise<FirefoxKagiban> {
  const { firefox } = machine();
  if (firefox === null) throw new Error('no Firefox on this machine');
  const profile = mkdtempSync(path.join(tmpdir(), 'kagiban-firefox-'));
  const browser = await launch({
    browser: 'firefox',
    executablePath: firefox,
    headless: options.headless ?? true,
    acceptInsecureCerts: true,
    userDataDir: profile,
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: preferences(options),
  });
  const inWindow = await browserWindow(browser);
  await listenToAlerts(inWindow);
  await browser.installExtension(FIREFOX_BUILD);
  await until('the button of the extension', () => pinInFirefox(inWindow, BUTTON));
  const url = (file: string): string => `moz-extension://${UUID}/${file}`;
  const openPage = async (file: string): Promise<Page> => {
    const page = await browser.newPage();
    // It never answers for the extension's own addresses, and loads them all the same.
    void page.goto(url(file)).catch(() => undefined);
    // Asked while the document changes, it answers with an error of its own.
    await until(`the page ${file}`, () =>
      page
        .evaluate(
          (wanted) => location.href.startsWith(wanted) && document.readyState === 'complete',
          url(file),
        )
        .catch(() => false),
    );
    return page;
  };
  return {
    browser,
    url,
    openPage,
    openPopupPage: () => openPage('popup.html'),
    clickToolbar: async (page) => {
      await page.bringToFront();
      return clickFirefoxToolbar(inWindow, BUTTON, url('popup.html'));
    },
    badge: () => badgeInFirefox(inWindow, BUTTON),
    notifications: () => alertsSeen(inWindow),
    eventPage: () => eventPageState(inWindow, GECKO_ID),
    idleOut: () => endEventPage(inWindow, GECKO_ID),
    startsOn: (api, event) => startsOn(inWindow, GECKO_ID, api, event),
    close: async () => {
      await browser.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}
