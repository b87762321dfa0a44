import path from 'node:path';
import { checkSizes } from './bundle-sizes.ts';
import { lintFirefox } from './firefox-lint.ts';
import { ROOT } from './machine.ts';
import { programStep, type Step } from './step.ts';

const built = (name: string): string => path.join(ROOT, '.output', name);

const total = (output: string): string => /Total size: (.+?)\s*$/m.exec(output)?.[1] ?? '';
/** The last line of a program, where it says what it came to. */
const lastLine = (output: string): string => output.trim().split('\n').at(-1) ?? '';
const testCount = (output: string): string =>
  /Tests\s+(\d+ passed.*)$/m.exec(output)?.[1]?.trim() ?? '';

/** Everything `npm run check` and `npm test` are made of. */
export const steps = {
  prepare: programStep('prepare: types of the extension', ['wxt', 'prepare']),
  format: programStep('format', ['oxfmt', '--check', '.']),
  lint: programStep('lint', ['oxlint']),
  types: programStep('types', ['tsc', '--noEmit']),
  unit: programStep('unit tests', ['vitest', 'run'], testCount),
  buildChrome: programStep('build for Chrome', ['wxt', 'build'], total),
  buildFirefox: programStep('build for Firefox', ['wxt', 'build', '-b', 'firefox', '--mv3'], total),
  fuzz: programStep(
    'fuzz: 20,000 pages',
    ['node', 'tests/fuzz/run.ts', '--runs', '20000', '--seed', '1'],
    lastLine,
  ),
  fuzzInChromium: programStep(
    'fuzz: 1,000 pages in Chromium',
    ['node', 'tests/fuzz/run.ts', '--browser', '--runs', '1000', '--seed', '1'],
    lastLine,
  ),
  mutations: programStep('bugs planted in the reader', ['node', 'tests/mutation/run.ts'], lastLine),
  someMutations: programStep(
    'a few bugs planted in the reader',
    ['node', 'tests/mutation/run.ts', '--sample', '3'],
    lastLine,
  ),
  sizes: {
    name: 'bundle sizes',
    run: async () => checkSizes(built('chrome-mv3')),
  },
  firefoxLint: {
    name: 'web-ext lint',
    run: () => lintFirefox(built('firefox-mv3')),
  },
} satisfies Record<string, Step>;
