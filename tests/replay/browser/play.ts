import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { build, type Rolldown } from 'vite';
import { machine } from '../../../scripts/lib/machine.ts';
import type { Found, Options } from '../simulate.ts';
import type * as Entry from './entry.ts';

declare const replay: typeof Entry;

type Account = Omit<Options, 'store' | 'without'>;

/** Where the page seems to come from: IndexedDB belongs to an origin. */
const ADDRESS = 'http://replay.example/';

/** A Chromium whose profile lies on the disk, so that its IndexedDB does too. */
export async function openPlayer(): Promise<{
  play: (account: Account) => Promise<Found>;
  close: () => Promise<void>;
}> {
  const profile = mkdtempSync(path.join(tmpdir(), 'kagiban-replay-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: machine().chromium,
    chromiumSandbox: false,
    headless: true,
  });
  const page = await context.newPage();
  await page.route('**/*', (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: '<!doctype html>' }),
  );
  await page.goto(ADDRESS);
  await page.addScriptTag({ content: await bundle() });
  return {
    play: async (account) => {
      const { faults, ...found } = await page.evaluate((one) => replay.play(one), account);
      return { ...found, faults: new Map(faults) };
    },
    close: async () => {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

/** The replay as one script; what it exports is in `globalThis.replay`. */
async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    root: import.meta.dirname,
    build: {
      write: false,
      lib: {
        entry: path.join(import.meta.dirname, 'entry.ts'),
        formats: ['iife'],
        name: 'replay',
      },
    },
  });
  const [output] = (Array.isArray(built) ? built : [built]) as Rolldown.RolldownOutput[];
  const code = output?.output[0].code;
  if (code === undefined) throw new Error('nothing was built');
  return code;
}
