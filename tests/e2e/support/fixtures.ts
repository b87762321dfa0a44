import { test as base } from '@playwright/test';
import { launchKagiban, type Kagiban, type LaunchOptions } from './launch.ts';

export interface Options {
  /** How the browser of this test is started; `test.use({ launch: { lang: 'en' } })`. */
  launch: LaunchOptions;
}

export interface Fixtures {
  /** Chromium with the shipped build, a profile of its own. */
  kagiban: Kagiban;
}

export const test = base.extend<Options & Fixtures>({
  launch: [{}, { option: true }],
  kagiban: async ({ launch }, use) => {
    const kagiban = await launchKagiban(launch);
    await use(kagiban);
    await kagiban.close();
  },
});

export { expect } from '@playwright/test';
