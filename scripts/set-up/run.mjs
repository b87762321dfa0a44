import { spawnSync } from 'node:child_process';
import { ROOT } from './root.mjs';

const SHOWN_LINES = 30;
// Said of every other package by npm on Node 20, and of no use: the pinned Node runs them.
const NOISE = /EBADENGINE|^npm warn/;

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

/** What a person needs of a failed program's output: without warnings, its beginning and its end. */
export function gist(output) {
  const lines = output.split('\n').filter((line) => line.trim() !== '' && !NOISE.test(line));
  if (lines.length <= SHOWN_LINES) return lines.join('\n');
  const half = SHOWN_LINES / 2;
  return [...lines.slice(0, half), '…', ...lines.slice(-half)].join('\n');
}
