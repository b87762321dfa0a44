import { pbkdf2Sync } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import type { Kagiban } from './launch.ts';

export const PASSPHRASE = 'すいか 電柱 3時の汽車';

const section = (board: Page) => board.locator('section[data-kagiban="vault"]');

/** The board's settings, with the vault known. */
export async function openVaultSettings(kagiban: Kagiban): Promise<Page> {
  const board = await kagiban.openPage('board.html#settings');
  await expect(section(board)).not.toHaveAttribute('data-state', 'unknown');
  return board;
}

/** Waits until the settings show the vault so. */
export const vaultIs = (board: Page, state: string): Promise<void> =>
  expect(section(board)).toHaveAttribute('data-state', state);

/** Types a new passphrase twice into a form, and sends it. */
export async function typeNew(board: Page, form: string, first: string, again = first) {
  const at = board.locator(`[data-kagiban="${form}"]`);
  const fields = at.locator('input[type="password"]');
  const count = await fields.count();
  await fields.nth(count - 2).fill(first);
  await fields.nth(count - 1).fill(again);
  await at.locator('button[type="submit"]').click();
}

export async function setUpVault(board: Page, passphrase = PASSPHRASE): Promise<void> {
  await board.locator('[data-kagiban="vault-set-up"] summary').click();
  await typeNew(board, 'vault-create', passphrase);
  await vaultIs(board, 'open');
}

export async function unlockVault(board: Page, passphrase = PASSPHRASE): Promise<void> {
  await board.locator('[data-kagiban="vault-unlock"] input').fill(passphrase);
  await board.locator('[data-kagiban="vault-unlock"] button').click();
}

/** A fingerprint reader of the computer that gives keys (PRF), for one page. */
export async function addFingerprint(page: Page): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      ctap2Version: 'ctap2_1',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      hasPrf: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

type Runtime = { chrome: { runtime: { sendMessage: (message: unknown) => Promise<unknown> } } };

/** Asks the background from one of our pages; gives its value. */
export const askFrom = (page: Page, command: string, payload: object): Promise<unknown> =>
  page.evaluate(
    async (message) => {
      const { chrome } = globalThis as unknown as Runtime;
      return ((await chrome.runtime.sendMessage(message)) as { value?: unknown }).value;
    },
    { command, payload },
  );

/** A vault as a browser without WebAssembly makes it. */
export async function setUpByPbkdf2(board: Page): Promise<void> {
  const kdf = {
    name: 'pbkdf2-sha256',
    iterations: 600_000,
    salt: Buffer.alloc(16, 5).toString('base64'),
  };
  const salt = Buffer.from(kdf.salt, 'base64');
  const passphrase = PASSPHRASE.normalize('NFKC');
  const key = pbkdf2Sync(passphrase, salt, kdf.iterations, 32, 'sha256').toString('base64');
  await askFrom(board, 'vault.create', { kdf, key });
  await vaultIs(board, 'open');
}

/** How the passphrase becomes the key, as the vault has it now. */
export async function kdfName(board: Page): Promise<string | undefined> {
  const status = (await askFrom(board, 'status', {})) as { vault: { kdf?: { name: string } } };
  return status.vault.kdf?.name;
}
