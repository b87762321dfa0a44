import path from 'node:path';
import { build, type Rolldown } from 'vite';

/** The reader as one script, put together by `entry`; what that exports is in `globalThis.reader`. */
export async function bundle(entry = path.join(import.meta.dirname, 'entry.ts')): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    root: import.meta.dirname,
    build: {
      write: false,
      lib: {
        entry,
        formats: ['iife'],
        name: 'reader',
      },
    },
  });
  const [output] = (Array.isArray(built) ? built : [built]) as Rolldown.RolldownOutput[];
  const code = output?.output[0].code;
  if (code === undefined) throw new Error('nothing was built');
  return code;
}
