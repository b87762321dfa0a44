import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/**
 * Files that start programs and databases, build the extension, or read hundreds of pages: `npm test` runs
 * them, `npm run check` leaves them out, so that it stays under a minute.
 */
const HEAVY = [
  'tests/unit/companion/**',
  'tests/unit/keytest/{run,stand-in}.test.ts',
  'tests/unit/manifest.test.ts',
  'tests/unit/reminders/{properties,replay}.test.ts',
  'tests/unit/rms/{coverage,detail-stages,fuzz,hostile,misread,properties,variants}.test.ts',
  'tests/unit/rms/content/watch.test.ts',
  'tests/unit/sites/**',
];

export default defineConfig({
  resolve: {
    alias: { '#i18n': fileURLToPath(new URL('.wxt/i18n/index.ts', import.meta.url)) },
  },
  test: {
    include: ['tests/unit/**/*.test.ts', 'tests/unit/**/*.test.tsx'],
    exclude: process.env['KAGIBAN_QUICK'] === '1' ? HEAVY : [],
    restoreMocks: true,
    // One worker for many files: three times as fast. IndexedDB is put on the global object by the one of these
    // and remembered by the other, so both begin anew with each file.
    isolate: false,
    server: { deps: { inline: ['fake-indexeddb', 'idb'] } },
    // A guard against hanging, not a measurement: machines are busy at times.
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
