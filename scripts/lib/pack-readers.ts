import { minify } from 'terser';
import type { Plugin } from 'vite';

/** What is put into every page of RMS or into every one that a person carries a key from. */
const READERS = /^rms-(reader|keys)\.js$/;

/** Makes the readers some 800 bytes (gzip) smaller than the builder's own minifier does. */
export const packReaders = (): Plugin => ({
  name: 'kagiban:pack-readers',
  enforce: 'post',
  async generateBundle({ sourcemap }, bundle) {
    if (sourcemap) return;
    for (const [file, output] of Object.entries(bundle)) {
      if (output.type !== 'chunk' || !READERS.test(file)) continue;
      const { code } = await minify(output.code, {
        ecma: 2020,
        // `expression`: what the script comes to is the answer of `executeScript`.
        compress: { passes: 3, expression: true },
      });
      output.code = code ?? output.code;
    }
  },
});
