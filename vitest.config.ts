import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: {
    alias: { '#i18n': fileURLToPath(new URL('.wxt/i18n/index.ts', import.meta.url)) },
  },
  test: {
    include: ['tests/unit/**/*.test.ts', 'tests/unit/**/*.test.tsx'],
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
