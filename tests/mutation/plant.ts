// node --import ./tests/mutation/plant.ts …: reads one file of the reader with a bug in it, named by its
// number in KAGIBAN_BUG. Nothing is written.
import { registerHooks } from 'node:module';
import { BUGS } from './bugs.ts';
import { planted } from './planted.ts';

const bug = BUGS[Number(process.env['KAGIBAN_BUG'])];
if (!bug) throw new Error('KAGIBAN_BUG names no bug');

registerHooks({
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context);
    if (!url.endsWith(`/utils/rms/${bug.file}`)) return loaded;
    return { ...loaded, source: planted(String(loaded.source), bug) };
  },
});
