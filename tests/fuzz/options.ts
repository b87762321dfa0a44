import { parseArgs } from 'node:util';

export interface Options {
  runs: number;
  seed: number;
  /** In Chromium instead of jsdom. */
  browser: boolean;
  /** Only the n-th page of the run, with its HTML. */
  only: number | null;
}

const whole = (text: string | undefined, name: string): number => {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0)
    throw new Error(`--${name} wants a whole number, not ${text}`);
  return value;
};

/** The words behind `npm run fuzz --`. Throws for what it does not know. */
export function optionsOf(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      runs: { type: 'string', default: '1000' },
      seed: { type: 'string', default: '1' },
      browser: { type: 'boolean', default: false },
      only: { type: 'string' },
    },
  });
  return {
    runs: whole(values.runs, 'runs'),
    seed: whole(values.seed, 'seed'),
    browser: values.browser,
    only: values.only === undefined ? null : whole(values.only, 'only'),
  };
}
