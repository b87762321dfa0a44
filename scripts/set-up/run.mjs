import { spawnSync } from 'node:child_process';
import { ROOT } from './root.mjs';

const LAST_LINES = 25;

/**
 * Runs a program to its end and gives {ok, output}. `shell` only for Windows' npm.cmd, never with
 * text that came from elsewhere.
 */
export function run(program, args, options = {}) {
  const result = spawnSync(program, args, {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    ...options,
  });
  const output = `${result.stdout ?? ''}${result.stderr ?? ''}${result.error?.message ?? ''}`;
  return { ok: result.status === 0, output };
}

/** The end of a program's output, where its reason to fail stands as a rule. */
export const tail = (output) => output.trim().split('\n').slice(-LAST_LINES).join('\n');
