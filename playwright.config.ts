import { defineConfig } from '@playwright/test';

const long = process.env['KAGIBAN_LONG'] === '1';

// A glob would also match a clone that lies in a folder of that name.
const FIREFOX = /[\\/]e2e[\\/]firefox[\\/].*\.spec\.ts$/;

/**
 * The browser tests: the extension as built in .output/, in real browsers, on the stand-ins.
 * `chromium` drives Chromium with Playwright; `firefox` uses only Playwright's runner, and puppeteer inside.
 */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  forbidOnly: process.env['CI'] !== undefined,
  // Chromium itself at times loses a popup or a worker's restart: tried again, and named as flaky in the
  // report. To be brought back to 0.
  retries: 2,
  // Guards against hanging, not measurements: a busy machine may take several times as long as a quiet one.
  timeout: long ? 900_000 : 240_000,
  expect: { timeout: 30_000 },
  reporter: [['list']],
  projects: [
    { name: 'chromium', testIgnore: FIREFOX },
    { name: 'firefox', testMatch: FIREFOX },
  ],
});
