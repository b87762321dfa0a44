import { preact } from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { manifestFor } from './scripts/manifest.ts';

export default defineConfig({
  modules: ['@wxt-dev/i18n/module'],
  imports: false,
  manifestVersion: 3,
  manifest: ({ browser }) => manifestFor(browser),
  vite: () => ({ plugins: [preact()] }),
  zip: {
    excludeSources: ['tests/**', '.output/**', '.cache/**', 'screenshots/**'],
  },
});
