import { preact } from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { packReaders } from './scripts/lib/pack-readers.ts';
import { manifestFor } from './scripts/manifest.ts';

export default defineConfig({
  modules: ['@wxt-dev/i18n/module'],
  imports: false,
  manifestVersion: 3,
  manifest: ({ browser }) => manifestFor(browser),
  hooks: {
    // WXT would take the popup's <title>, which speaks one language.
    'build:manifestGenerated': (_wxt, manifest) => {
      if (manifest.action) manifest.action.default_title = '__MSG_extension_name__';
    },
  },
  // Workers are modules, so that what they load late is a chunk of its own.
  vite: () => ({
    plugins: [preact(), packReaders()],
    worker: {
      format: 'es' as const,
      rolldownOptions: {
        output: {
          entryFileNames: 'chunks/[name]-[hash].js',
          chunkFileNames: 'chunks/[name]-[hash].js',
        },
      },
    },
  }),
  zip: {
    excludeSources: ['tests/**', '.output/**', '.cache/**', 'screenshots/**'],
  },
});
