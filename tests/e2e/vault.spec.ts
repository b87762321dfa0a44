// The vault with the shipped build: set up, used for a fill without RMS, locked and opened in every way, taken to
// another browser, removed.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { DAY, MINUTE } from '../../utils/model/time.ts';
import { axeFindings } from './support/axe.ts';
import { expect, test } from './support/fixtures.ts';
import { type Kagiban, launchKagiban } from './support/launch.ts';
import { revealKey } from './support/person.ts';
import {
  addFingerprint,
  kdfName,
  openVaultSettings,
  PASSPHRASE,
  setUpByPbkdf2,
  setUpVault,
  typeNew,
  unlockVault,
  vaultIs,
} from './support/vault.ts';

const SHOTS = process.env['KAGIBAN_SHOTS'];
const shoot = async (page: Page, name: string): Promise<void> => {
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true });
};
const error = (page: Page, code: string) => page.locator(`[data-error="${code}"]`);
const held = (page: Page) => page.locator('section [data-kagiban="held"]');

/** Takes a key off RMS and puts it into the vault. */
async function carryAndHold(kagiban: Kagiban, page: Page, url: string): Promise<void> {
  await revealKey(page, url);
  const popup = await kagiban.clickToolbar(page);
  await popup.click('[data-kagiban="carry"]');
  await popup.click('[data-kagiban="hold"]');
  await expect.poll(() => popup.data('[data-kagiban="hold"]')).toEqual([]);
  await popup.click('[data-kagiban="drop"]');
  await popup.close();
}

test('a key of the vault is filled without going to RMS again', async ({ kagiban, sites }) => {
  const page = await kagiban.context.newPage();
  await page.goto(sites.urls.appList);
  await expect(page.locator('[data-kagiban="mark"]').first()).toBeVisible();
  const board = await openVaultSettings(kagiban);
  await vaultIs(board, 'none');
  await board.locator('[data-kagiban="vault-set-up"] summary').click();
  await typeNew(board, 'vault-create', 'himitsu');
  await expect(error(board, 'passphraseWeak')).toBeVisible();
  await typeNew(board, 'vault-create', PASSPHRASE, `${PASSPHRASE} `);
  await expect(error(board, 'passphraseDiffers')).toBeVisible();
  await shoot(board, 'vault-set-up');
  await typeNew(board, 'vault-create', PASSPHRASE);
  await vaultIs(board, 'open');

  await carryAndHold(kagiban, page, sites.urls.detail(sites.rms.license('A9FR').license));
  await expect(held(board)).toHaveCount(1);
  await shoot(board, 'vault-open');
  expect(await axeFindings(board, { within: 'section[data-kagiban="vault"]' })).toEqual([]);
  await kagiban.killWorker();

  await page.goto(sites.urls.ecStation());
  const popup = await kagiban.clickToolbar(page);
  await popup.click('[data-kagiban="vault-take"][data-last4="A9FR"]');
  await popup.waitFor('[data-kagiban="carried"][data-last4="A9FR"]');
  if (SHOTS) await popup.screenshot(`${SHOTS}/popup-vault-taken.png`);
  await popup.click('[data-kagiban="fill"][data-tool="ec-station"]');
  await popup.waitFor('[data-kagiban="fill-result"], [role="alert"]');
  if ((await popup.data('[data-kagiban="fill-result"]')).length === 0) {
    await popup.click('[data-kagiban="fill"][data-tool="ec-station"]');
  }
  await popup.waitFor(
    '[data-kagiban="fill-result"][data-field="licenseKey"][data-outcome="filled"]',
  );
  await popup.close();

  // 照合 on the board: the key was carried here, so its fingerprint tells it again.
  const tools = await kagiban.openPage('board.html#tools');
  const compare = tools.locator('[data-kagiban="compare-key"]');
  await compare.locator('select').selectOption({ index: 1 });
  await compare.locator('input').fill(sites.rms.license('A9FR').license.key);
  await compare.locator('button').click();
  await expect(compare.locator('[data-compared="same"]')).toBeVisible();
  await expect(tools.locator('[data-tool="ec-station"][data-holds="seen"]')).toHaveCount(1);
  await tools.close();

  await board.bringToFront();
  await board.locator('[data-kagiban="vault-lock"]').click();
  await vaultIs(board, 'locked');
  await expect(held(board)).toHaveCount(0);
  await page.goto(sites.urls.nextEngine());
  const locked = await kagiban.clickToolbar(page);
  await locked.click('[data-kagiban="drop"]');
  await locked.waitFor('[data-kagiban="vault"][data-state="locked"]');
  await locked.click('[data-kagiban="vault"] summary');
  await locked.type('[data-kagiban="vault-unlock"] input', 'not the passphrase');
  await locked.click('[data-kagiban="vault-unlock"] button');
  await locked.waitFor('[data-error="vaultWrongKey"]');
  if (SHOTS) await locked.screenshot(`${SHOTS}/popup-vault-locked.png`, '[data-kagiban="vault"]');
  await locked.type('[data-kagiban="vault-unlock"] input', PASSPHRASE);
  await locked.click('[data-kagiban="vault-unlock"] button');
  await locked.waitFor('[data-kagiban="vault"][data-state="open"]');
  await locked.waitFor('[data-kagiban="vault-take"]');
  if (SHOTS) await locked.screenshot(`${SHOTS}/popup-vault-open.png`, '[data-kagiban="vault"]');
  await locked.close();
});

test('raised at an unlock; a fingerprint opens it, for 14 days; it locks by itself', async ({
  kagiban,
  travel,
}) => {
  const board = await openVaultSettings(kagiban);
  await addFingerprint(board);
  await setUpByPbkdf2(board);
  await board.locator('[data-kagiban="vault-lock"]').click();
  expect(await kdfName(board)).toBe('pbkdf2-sha256');
  await unlockVault(board);
  await vaultIs(board, 'open');
  expect(await kdfName(board), 'raised at the unlock').toBe('argon2id');
  const device = board.locator('[data-kagiban="vault-device"]');
  await device.getByRole('button').click();
  await expect(device).toHaveAttribute('data-set', 'true');
  await board.locator('[data-kagiban="vault-lock"]').click();
  await vaultIs(board, 'locked');
  await board.locator('[data-kagiban="vault-unlock-device"]').click();
  await vaultIs(board, 'open');

  // Nobody is at the computer, or the screen is locked.
  for (const state of ['idle', 'locked']) {
    await kagiban.inWorker((word) => {
      const { chrome } = globalThis as unknown as {
        chrome: { idle: { onStateChanged: { dispatch: (state: string) => void } } };
      };
      chrome.idle.onStateChanged.dispatch(word);
    }, state);
    await vaultIs(board, 'locked');
    await board.locator('[data-kagiban="vault-unlock-device"]').click();
    await vaultIs(board, 'open');
  }

  // Half an hour passes, and the worker does not live through it.
  await kagiban.killWorker();
  await travel(31 * MINUTE);
  await board.bringToFront();
  await board.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await vaultIs(board, 'locked');
  await board.locator('[data-kagiban="vault-unlock-device"]').click();
  await vaultIs(board, 'open');
  await travel(15 * DAY);
  await board.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await vaultIs(board, 'locked');
  await expect(board.locator('[data-kagiban="vault-unlock-device"]')).toHaveCount(0);
  await shoot(board, 'vault-passphrase-due');
  await unlockVault(board);
  await vaultIs(board, 'open');
  await board.locator('[data-kagiban="vault-lock"]').click();
  await expect(board.locator('[data-kagiban="vault-unlock-device"]')).toBeVisible();
});

test('a file takes it to another browser; closed, a browser keeps it locked', async ({ sites }) => {
  const { resolverRules } = sites;
  const profile = mkdtempSync(path.join(tmpdir(), 'kagiban-vault-'));
  const file = path.join(profile, 'vault.json');
  const FILE_PASSPHRASE = 'another set of words 7';
  try {
    const first = await launchKagiban({ resolverRules, profile });
    const page = await first.context.newPage();
    const board = await openVaultSettings(first);
    await setUpVault(board);
    await carryAndHold(first, page, sites.urls.detail(sites.rms.license('A9FR').license));
    await board.bringToFront();
    await board.locator('[data-kagiban="vault-export"] summary').click();
    const download = board.waitForEvent('download');
    await typeNew(board, 'vault-export-form', FILE_PASSPHRASE);
    await (await download).saveAs(file);
    expect(readFileSync(file, 'utf8')).not.toContain('A9FR');
    await first.close();

    const again = await launchKagiban({ resolverRules, profile });
    const settings = await openVaultSettings(again);
    await vaultIs(settings, 'locked');
    await unlockVault(settings);
    await expect(held(settings)).toHaveCount(1);
    await settings.locator('[data-kagiban="vault-remove"]').click();
    await settings.locator('[data-kagiban="vault-remove-yes"]').click();
    await vaultIs(settings, 'none');
    // On a shared computer there is none.
    const shared = settings.locator('input[name="shared-pc"]');
    await shared.click();
    await expect(settings.locator('[data-kagiban="vault-set-up"]')).toHaveCount(0);
    await expect(shared).toBeChecked();
    await shared.click();
    await expect(shared).not.toBeChecked();

    await setUpVault(settings, 'a third set of words');
    await settings.locator('[data-kagiban="vault-import"] summary').click();
    const form = settings.locator('[data-kagiban="vault-import"]');
    await form.locator('input[type="file"]').setInputFiles(file);
    await form.locator('input[type="password"]').fill('not that one at all');
    await form.locator('button').click();
    await expect(error(settings, 'vaultWrongKey')).toBeVisible();
    await form.locator('input[type="password"]').fill(FILE_PASSPHRASE);
    await form.locator('button').click();
    await expect(held(settings)).toHaveCount(1);
    await expect(error(settings, 'vaultWrongKey')).toHaveCount(0);
    await again.close();
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
});
