import { test as base } from '@playwright/test';
import { startSites, type Sites } from '../../sites/start.ts';
import { launchKagiban, type Kagiban, type LaunchOptions } from './launch.ts';

export interface Options {
  /** How the browser of this test is started; `test.use({ launch: { lang: 'en' } })`. */
  launch: LaunchOptions;
}

export interface Fixtures {
  /** By how many ms the stand-ins' clock is ahead. */
  ahead: { ms: number };
  /** RMS, its API and the tools, new for each test. */
  sites: Sites;
  /** Chromium with the shipped build, a profile of its own, in which the real host names lead to `sites`. */
  kagiban: Kagiban;
  /** Moves the clocks of the extension and of the stand-ins to real time + `ms`. */
  travel: (ms: number) => Promise<void>;
}

export const test = base.extend<Options & Fixtures>({
  launch: [{}, { option: true }],
  // Playwright reads a fixture's needs from this pattern, an empty one too.
  // oxlint-disable-next-line no-empty-pattern
  ahead: async ({}, use) => use({ ms: 0 }),
  sites: async ({ ahead }, use) => {
    const sites = await startSites({ clock: () => Date.now() + ahead.ms });
    await use(sites);
    await sites.close();
  },
  kagiban: async ({ launch, sites }, use) => {
    const kagiban = await launchKagiban({ resolverRules: sites.resolverRules, ...launch });
    await use(kagiban);
    await kagiban.close();
  },
  travel: async ({ ahead, kagiban }, use) => {
    await use(async (ms) => {
      ahead.ms = ms;
      await kagiban.moveClock(ms);
    });
  },
});

export { expect } from '@playwright/test';
