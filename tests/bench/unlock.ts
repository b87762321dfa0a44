import path from 'node:path';
import type { Page } from '@playwright/test';
import { ROOT } from '../../scripts/lib/machine.ts';
import type { Kagiban } from '../e2e/support/launch.ts';
import { openVaultSettings, PASSPHRASE, setUpVault, vaultIs } from '../e2e/support/vault.ts';
import { ARGON2 } from '../../utils/vault/safe/kdf.ts';
import { interleaved, type Pair } from './measure.ts';

const BARE = path.join(ROOT, 'node_modules/hash-wasm/dist/argon2.umd.min.js');

/** From the press on 金庫を開ける until the page shows it open, ms: the KDF, the messages, the writing, the drawing. */
async function unlock(board: Page): Promise<number> {
  await board.locator('section [data-kagiban="vault-lock"]').click();
  await vaultIs(board, 'locked');
  await board.locator('[data-kagiban="vault-unlock"] input').fill(PASSPHRASE);
  return board.evaluate(
    () =>
      new Promise<number>((done) => {
        const section = document.querySelector<HTMLElement>('section[data-kagiban="vault"]');
        const button = document.querySelector<HTMLElement>('[data-kagiban="vault-unlock"] button');
        const started = performance.now();
        new MutationObserver((_changes, observer) => {
          if (section?.dataset['state'] !== 'open') return;
          observer.disconnect();
          done(performance.now() - started);
        }).observe(section as Node, { attributes: true });
        button?.click();
      }),
  );
}

/** Argon2id alone, with the same parameters, in a page that has nothing else to do, ms. */
const bareKdf = (page: Page, parameters: object): Promise<number> =>
  page.evaluate(async (how) => {
    const { hashwasm } = globalThis as unknown as {
      hashwasm: { argon2id: (how: object) => Promise<unknown> };
    };
    const salt = crypto.getRandomValues(new Uint8Array(16));
    const started = performance.now();
    await hashwasm.argon2id({ ...how, salt, hashLength: 32, outputType: 'binary' });
    return performance.now() - started;
  }, parameters);

/** How long opening the vault takes, beside what its KDF alone takes in the same browser. */
export async function unlockTimes(kagiban: Kagiban, rounds: number): Promise<Pair> {
  const board = await openVaultSettings(kagiban);
  await setUpVault(board);
  const bare = await kagiban.context.newPage();
  await bare.addScriptTag({ path: BARE });
  const parameters = {
    password: PASSPHRASE,
    memorySize: ARGON2.memoryKiB.today,
    iterations: ARGON2.iterations.today,
    parallelism: ARGON2.parallelism.today,
  };
  const measure = async (which: keyof Pair): Promise<number> => {
    await (which === 'ours' ? board : bare).bringToFront();
    return which === 'ours' ? unlock(board) : bareKdf(bare, parameters);
  };
  for (const which of ['ours', 'empty'] as const) await measure(which);
  const times = await interleaved(rounds, measure);
  await board.close();
  await bare.close();
  return times;
}
