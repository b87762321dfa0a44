// A real companion beside a real Firefox: paired through the settings, and the one that tests a key then.
import { expect, test } from '@playwright/test';
import type { Page } from 'puppeteer-core';
import { startSites, type Sites } from '../../sites/start.ts';
import { aColleague } from '../support/colleague.ts';
import { startCompanion, type RunningCompanion } from '../support/companion.ts';
import { launchFirefox, type FirefoxKagiban } from '../support/firefox.ts';
import { carry, press, revealKey } from '../support/firefox-person.ts';

let sites: Sites;
let companion: RunningCompanion;
let firefox: FirefoxKagiban;

test.beforeAll(async () => {
  sites = await startSites();
  companion = await startCompanion(sites);
  firefox = await launchFirefox({ port: sites.port, hosts: [...sites.hosts] });
});
test.afterAll(async () => {
  await firefox.close();
  await companion.clear();
  await sites.close();
});

const PAIRED = '[data-kagiban="companion"]';
const VERDICT = '[data-kagiban="verdict"]';

test('paired from the settings, the companion tests the key, until it is unpaired', async () => {
  const page = await firefox.browser.newPage();
  await page.goto(sites.urls.appList);
  await page.waitForSelector('[data-kagiban="mark"]');
  const [own] = sites.rms.app('店舗様').licenses;
  if (!own) throw new Error('the stand-in shop has no app of its own');
  await revealKey(page, sites.urls.detail(own));
  await carry(firefox, page, own.key.slice(-4));

  const board = await firefox.openPage('board.html#settings');
  await pair(board, 'XXXX-XXXX');
  await board.waitForSelector('.pair [role="alert"]');
  expect(await board.$(PAIRED)).toBeNull();

  await pair(board, companion.code);
  await board.waitForSelector(PAIRED);
  await firefox.idleOut();

  // Read once more, now that there is somebody to hear of it.
  await page.bringToFront();
  await page.goto(sites.urls.appList);
  await page.waitForSelector('[data-kagiban="mark"]');
  await expect.poll(() => companion.output()).toContain('"route":"/v1/readings"');
  const popup = await firefox.clickToolbar(page);
  // It comes last, above the rest, and moves it down.
  await popup.waitFor('.panel.front');
  await popup.click('[data-kagiban="test"]');
  await popup.waitFor('[data-kagiban="companion-keys"][data-allowed="true"]');
  await popup.click('[data-kagiban="companion-keys"][data-allowed="true"]');
  await popup.waitFor(VERDICT, 30_000);
  expect((await popup.data(VERDICT))[0]?.['verdict']).toBe('valid');
  expect(companion.output()).toContain('"event":"keyTest"');
  expect(companion.output()).toContain('"verdict":"valid"');
  expect(companion.output()).not.toContain(own.key);

  await popup.click('[data-kagiban="watch"]');
  await popup.waitFor('[data-kagiban="watched"]', 30_000);
  await popup.close();
  await handOver(board);
  await endWatch(board, own.key.slice(-4));
  await subscribe(board);
  expect(companion.output()).not.toContain(WEBHOOK);

  await board.bringToFront();
  await press(board, 'つながりを解く');
  await board.waitForSelector('form.pair');
  expect(companion.output()).toContain('"event":"unpaired"');
});

test('ended by a colleague, the browser forgets what colleagues shared and keeps what it read', async () => {
  const colleague = await aColleague(companion, '田中');
  await colleague.reads({ digits: '654321', slug: 'umikaze', name: '海風商店' }, [
    { last4: 'UMI1' },
  ]);
  await aColleague(companion, '佐藤');
  const page = await firefox.browser.newPage();
  await page.goto(sites.urls.appList);
  await page.waitForSelector('[data-kagiban="mark"]');
  const board = await firefox.openPage('board.html#settings');
  await pair(board, await companion.newCode());
  await board.waitForSelector(PAIRED);
  await leaves(board, '佐藤', '田中');
  await show(board, 'todo');
  await board.waitForSelector(UMIKAZE);
  await show(board, 'history');
  await board.waitForSelector('[data-kagiban="history"][data-whose="colleague"]');
  await show(board, 'todo');
  const own = (await board.$$('[data-kagiban="license"][data-shop="217640"]')).length;
  expect(own).toBeGreaterThan(0);

  await colleague.endsOthers();
  // It asks the companion what it was given, and hears of it.
  await show(board, 'settings');
  await board.waitForSelector('form.pair');
  await board.waitForSelector('[data-kagiban="companion-end"]');
  await show(board, 'todo');
  await board.waitForSelector(UMIKAZE, { hidden: true });
  expect(await board.$$('[data-kagiban="license"][data-shop="217640"]')).toHaveLength(own);
});

/** Somebody leaves, and another takes over; it is said before what that means. */
async function leaves(board: Page, who: string, heir: string): Promise<void> {
  await board.waitForSelector(`[aria-label="${who}さんの担当を外す"]`);
  await board.click(`button[aria-label="${who}さんの担当を外す"]`);
  const form = '[data-kagiban="departure"]';
  await board.waitForSelector(form);
  const heirs = await board.$$eval(`${form} option`, (all) =>
    all.map(({ value, textContent }) => ({ value, name: textContent })),
  );
  await board.select(`${form} select`, heirs.find(({ name }) => name === heir)?.value ?? '');
  await board.click('[data-kagiban="leaves-yes"]');
  await board.waitForSelector(form, { hidden: true });
  await board.waitForSelector(`[aria-label="${who}さんの担当を外す"]`, { hidden: true });
  expect(companion.output()).toContain('"event":"memberLeft"');
}

const UMIKAZE = '[data-kagiban="license"][data-last4="UMI1"]';

const show = (board: Page, section: string): Promise<unknown> =>
  board.evaluate((hash) => {
    location.hash = hash;
  }, section);

const WEBHOOK = 'https://hooks.slack.com/services/T00CANARY/B00CANARY/CanaryWebhook0123456789';

/** Adds a channel, gives it to the companion, and takes it back. */
async function handOver(board: Page): Promise<void> {
  await board.bringToFront();
  await board.select('[data-kagiban="add-target"] select', 'slack');
  await board.waitForSelector('[data-kagiban="add-target"] form input');
  const inputs = await board.$$('[data-kagiban="add-target"] form input');
  for (const [index, text] of [WEBHOOK, '受注の部屋'].entries()) await inputs[index]?.type(text);
  await board.click('[data-kagiban="add-target"] form button[type="submit"]');
  await board.waitForSelector('[data-kagiban="hand-over"]');
  await board.click('[data-kagiban="hand-over"]');
  await board.waitForSelector('[data-kagiban="hand-over-yes"]');
  await board.click('[data-kagiban="hand-over-yes"]');
  const handed = '[data-kagiban="handed"][data-channel="slack"]';
  await board.waitForSelector(handed);
  await board.click(`${handed} button`);
  await board.waitForSelector(handed, { hidden: true });
}

/** An address for calendars is shown once, serves the dates, and ends. */
async function subscribe(board: Page): Promise<void> {
  const card = '[data-kagiban="calendar-links"]';
  await board.waitForSelector(`${card} .buttons button`);
  await board.click(`${card} .buttons button`);
  const shown = await board.waitForSelector('[data-kagiban="calendar-address"] input');
  const address = await shown?.evaluate((field) => (field as HTMLInputElement).value);
  expect(await (await fetch(address ?? '')).text()).toContain('BEGIN:VEVENT');
  const link = '[data-kagiban="calendar-link"]';
  await board.waitForSelector(link);
  await board.click(`${link} button`);
  await board.waitForSelector(link, { hidden: true });
  expect((await fetch(address ?? '')).status).toBe(404);
}

/** The board lists what the companion keeps, and deletes it there. */
async function endWatch(board: Page, last4: string): Promise<void> {
  await board.bringToFront();
  const watched = `[data-kagiban="watched-key"][data-last4="${last4}"]`;
  await board.waitForSelector(watched);
  await board.click(`${watched} button`);
  await board.waitForSelector(watched, { hidden: true });
}

/** Types what the companion printed, and presses the button. */
async function pair(board: Page, code: string): Promise<void> {
  await board.waitForSelector('form.pair');
  const [address, ...rest] = await board.$$('form.pair input');
  const texts = [companion.address, code, '島田', '事務所のパソコン'];
  for (const [index, input] of [address, ...rest].entries()) {
    await input?.evaluate((field) => (field as HTMLInputElement).select());
    await input?.type(texts[index] ?? '');
  }
  await board.click('form.pair button[type="submit"]');
}
