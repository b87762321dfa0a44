// npm start: the extension in a browser, on a practice RMS with practice tools and a companion.
// With no display (or KAGIBAN_HEADLESS=1) it walks the main job by itself and tells what it saw.
import { startSites } from '../tests/sites/start.ts';
import { startCompanion } from './start/companion.ts';
import { hasDisplay } from './start/display.ts';
import { play } from './start/play.ts';
import { inTurn } from './lib/step.ts';
import { steps } from './lib/steps.ts';
import { walk } from './walk/walk.ts';

if (!(await inTurn([steps.buildChrome]))) process.exit(1);

const ahead = { ms: 0 };
const shown = hasDisplay();
const sites = await startSites({ guide: shown, clock: () => Date.now() + ahead.ms });
const companion = await startCompanion(sites);
try {
  process.exitCode = shown ? await play(sites, companion) : await walk(sites, companion, ahead);
} finally {
  await companion.stop();
  await sites.close();
}
