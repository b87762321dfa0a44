// npm run check: everything that can be known without a browser, in under a minute.
import { inTurn, sideBySide } from './lib/step.ts';
import { steps } from './lib/steps.ts';

const started = Date.now();
// Without the heavy files of vitest.config.ts.
process.env['KAGIBAN_QUICK'] = '1';

// The build writes .wxt/ again, which tsc and vitest read: they wait for nothing but `prepare`, since WXT
// writes a file only where its content changes.
const good =
  (await inTurn([steps.prepare])) &&
  (await sideBySide(
    [steps.format, steps.lint, steps.types, steps.unit],
    [steps.buildChrome, steps.sizes, steps.buildFirefox, steps.firefoxLint],
  ));

console.log(`${good ? 'all good' : 'not good'}, ${((Date.now() - started) / 1000).toFixed(1)} s`);
process.exitCode = good ? 0 : 1;
