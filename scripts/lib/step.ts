import { spawn } from 'node:child_process';
import { ROOT } from './machine.ts';

/** One thing to do; it throws, with all there is to know in the message, where something is wrong. */
export interface Step {
  name: string;
  /** Gives a few words for the line of the step, e.g. `412 tests`. */
  run: () => Promise<string>;
}

const seconds = (since: number): string => `${((Date.now() - since) / 1000).toFixed(1)} s`;

/** Runs a step and prints its line; with what went wrong below it. Answers whether it went well. */
async function runStep({ name, run }: Step): Promise<boolean> {
  const start = Date.now();
  try {
    const words = await run();
    console.log(`ok    ${name} (${[words, seconds(start)].filter(Boolean).join(', ')})`);
    return true;
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    console.log(`FAIL  ${name} (${seconds(start)})\n${text.trimEnd()}\n`);
    return false;
  }
}

/** Steps one after the other. All run, whatever fails, so that one look shows everything. */
export async function inTurn(steps: Step[]): Promise<boolean> {
  let good = true;
  for (const step of steps) good = (await runStep(step)) && good;
  return good;
}

/** Rows of steps side by side. */
export async function sideBySide(...rows: Step[][]): Promise<boolean> {
  return (await Promise.all(rows.map(inTurn))).every(Boolean);
}

export interface RunOptions {
  env?: Record<string, string>;
  /** Show the output as it comes, not only when it fails. */
  shown?: boolean;
}

/** Runs a program of node_modules/.bin (or of PATH) and gives its output; throws with the output where it fails. */
export function program(name: string, args: string[], options: RunOptions = {}): Promise<string> {
  const child = spawn(name, args, {
    cwd: ROOT,
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0', ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  });
  let output = '';
  const take = (chunk: Buffer): void => {
    output += chunk.toString();
    if (options.shown) process.stdout.write(chunk);
  };
  child.stdout.on('data', take);
  child.stderr.on('data', take);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(output);
      else reject(new Error(options.shown ? `${name} ended with ${code}` : output));
    });
  });
}

/** A step that is one program. `words` finds a few words for its line in the output. */
export const programStep = (
  name: string,
  [command, ...args]: [string, ...string[]],
  words: (output: string) => string = () => '',
  options: RunOptions = {},
): Step => ({
  name,
  run: async () => words(await program(command, args, options)),
});
