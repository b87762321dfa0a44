// The main job in Firefox, with the shipped build and the real popup: its event page dies of idleness
// between the steps, as it does in real life.
import { expect, test } from '@playwright/test';
import type { Page } from 'puppeteer-core';
import { startSites, type Sites } from '../../sites/start.ts';
import { launchFirefox, type FirefoxKagiban } from '../support/firefox.ts';
import { carry, fill, press, revealKey } from '../support/firefox-person.ts';

const MARK = '[data-kagiban="mark"]';
const LICENSE = '[data-kagiban="license"]';

let sites: Sites;
let firefox: FirefoxKagiban;
let page: Page;

// One Firefox for all: the later tests go on where the earlier ones stopped.
test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  sites = await startSites();
  firefox = await launchFirefox({ port: sites.port, hosts: [...sites.hosts] });
  page = await firefox.browser.newPage();
});
test.afterAll(async () => {
  await firefox.close();
  await sites.close();
});

const markedIn = async (): Promise<(string | undefined)[]> => {
  const inFrames = await Promise.all(
    page
      .frames()
      .map((frame) =>
        frame.$$eval(MARK, (all) => all.map((each) => (each as HTMLElement).dataset['last4'])),
      ),
  );
  return inFrames.flat();
};

test('the list is read and marked in its three markups, told of, and shown in the popup', async () => {
  for (const markup of ['a', 'b', 'c'] as const) {
    sites.rms.setMarkup(markup);
    await page.goto(sites.urls.appList);
    await expect.poll(async () => (await markedIn()).toSorted()).toEqual(['7kQz', 'A9FR', 'IANT']);
  }
  sites.rms.setMarkup('a');
  await expect.poll(firefox.notifications).toHaveLength(1);
  expect((await firefox.notifications())[0]?.title).toContain('2件');
  expect(await firefox.badge()).toBe('2');

  // Firefox keeps no alarm when it closes, so its start has to wake what is due.
  expect(await firefox.startsOn('runtime', 'onStartup')).toBe(true);
  expect(await firefox.startsOn('alarms', 'onAlarm')).toBe(true);
  await firefox.idleOut();
  const popup = await firefox.clickToolbar(page);
  await popup.waitFor(LICENSE);
  expect(await popup.text('h1')).toBe('鍵番');
  expect(await popup.data(LICENSE)).toEqual([
    {
      kagiban: 'license',
      shop: '217640',
      developer: '店舗様',
      app: '(アプリ名を登録してください)',
      last4: 'A9FR',
      expiresOn: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/) as unknown,
      state: 'active',
      update: 'false',
      daysLeft: '12',
    },
    {
      kagiban: 'license',
      shop: '217640',
      developer: '株式会社GoQSystem',
      app: 'GoQ System (ごくシステム)',
      last4: 'IANT',
      expiresOn: 'none',
      state: 'updateAvailable',
      update: 'true',
      daysLeft: 'none',
    },
    expect.objectContaining({ last4: '7kQz', state: 'active', daysLeft: '64' }),
  ]);
  expect(await firefox.eventPage()).not.toBe('stopped');
  await popup.close();
  // Waking up tells nothing twice.
  expect(await firefox.notifications()).toHaveLength(1);
});

test('a key is carried and fills a tool, the event page gone in between', async () => {
  const { license } = sites.rms.license('7kQz');
  await revealKey(page, sites.urls.detail(license));
  await carry(firefox, page, '7kQz');
  await firefox.idleOut();

  await page.goto(sites.urls.nextEngine());
  const popup = await firefox.clickToolbar(page);
  expect(await fill(popup, 'next-engine')).toEqual([['licenseKey', 'filled']]);
  await popup.close();
  await press(page, '設定を保存');
  await expect.poll(() => sites.tools.nextEngine.saved().licenseKey).toBe(license.key);
});

test('the board and the first page open, and show what is known', async () => {
  const board = await firefox.openPage('board.html');
  await board.waitForSelector(LICENSE);
  expect(await board.$$(LICENSE)).toHaveLength(3);
  await board.close();
  const welcome = await firefox.openPage('welcome.html');
  await welcome.waitForSelector('h1');
  expect(await welcome.$eval('html', (html) => html.lang)).toBe('ja');
  await welcome.close();
});

const VAULT = 'section[data-kagiban="vault"]';
const PASSPHRASE = 'すいか 電柱 3時の汽車';

test('the vault keeps a key, and opens by its passphrase only, the event page gone in between', async () => {
  const { license } = sites.rms.license('7kQz');
  const board = await firefox.openPage('board.html#settings');
  await board.waitForSelector(`${VAULT}[data-state="none"]`);
  await board.click('[data-kagiban="vault-set-up"] summary');
  const form = '[data-kagiban="vault-create"]';
  for (const field of await board.$$(`${form} input[type="password"]`)) {
    await field.type(PASSPHRASE);
  }
  await board.click(`${form} button[type="submit"]`);
  await board.waitForSelector(`${VAULT}[data-state="open"]`);

  // Still carried.
  await page.goto(sites.urls.goqSystem());
  let popup = await firefox.clickToolbar(page);
  await popup.waitFor('[data-kagiban="hold"]');
  await popup.click('[data-kagiban="hold"]');
  await popup.click('[data-kagiban="drop"]');
  await popup.close();
  await board.bringToFront();
  await board.waitForSelector(`${VAULT} [data-kagiban="held"]`);
  const lock = `${VAULT} [data-kagiban="vault-lock"]`;
  // The form that was above it is gone: it may lie under the head now.
  await board.$eval(lock, (button) => button.scrollIntoView());
  await board.click(lock);
  await board.waitForSelector(`${VAULT}[data-state="locked"]`);
  await firefox.idleOut();

  await unlock(board, `${PASSPHRASE}。`);
  await board.waitForSelector('[data-error="vaultWrongKey"]');
  await unlock(board, PASSPHRASE);
  await board.waitForSelector(`${VAULT}[data-state="open"]`);
  await firefox.idleOut();

  popup = await firefox.clickToolbar(page);
  await popup.waitFor('[data-kagiban="vault-take"][data-last4="7kQz"]');
  await popup.click('[data-kagiban="vault-take"][data-last4="7kQz"]');
  await popup.waitFor('[data-kagiban="carried"][data-last4="7kQz"]');
  await popup.close();
  expect(await board.$eval('html', (html) => html.textContent)).not.toContain(license.key);
});

async function unlock(board: Page, passphrase: string): Promise<void> {
  await board.bringToFront();
  await board.type('[data-kagiban="vault-unlock"] input', passphrase);
  await board.click('[data-kagiban="vault-unlock"] button');
}
