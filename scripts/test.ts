// npm test: all suites, the long ones sampled with fixed seeds. npm run test:long (--long): at full length.
// Words behind it go to Playwright: `npm test -- carry` runs the browser tests whose name says "carry".
import { inTurn, programStep, sideBySide } from './lib/step.ts';
import { steps } from './lib/steps.ts';

const started = Date.now();
const args = process.argv.slice(2);
const long = args.includes('--long');
const chosen = args.filter((arg) => arg !== '--long');
if (long) process.env['KAGIBAN_LONG'] = '1';

const browserTests = programStep(
  'browser tests: Chromium and Firefox',
  ['playwright', 'test', ...chosen],
  (output) => /(\d+ passed.*)$/m.exec(output)?.[1]?.trim() ?? '',
  { shown: true },
);

const prepared = await inTurn([steps.prepare]);
const built =
  prepared &&
  (await sideBySide([steps.unit], [steps.buildChrome, steps.sizes, steps.buildFirefox]));
const good =
  built &&
  (await inTurn([
    ...(long ? [steps.fuzz, steps.fuzzInChromium, steps.mutations] : [steps.someMutations]),
    browserTests,
  ]));

console.log(`${good ? 'all good' : 'not good'}, ${((Date.now() - started) / 1000).toFixed(0)} s`);
process.exitCode = good ? 0 : 1;
