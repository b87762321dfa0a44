import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './root.mjs';
import { SetUpError } from './say.mjs';

// From here on Node runs .ts files and node:sqlite with no flag.
const OLDEST = [22, 18];

const newEnough = () => {
  const [major, minor] = process.versions.node.split('.').map(Number);
  return major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]);
};

/** The Node that runs everything else: the pinned package's, else this one if it is new enough. */
export function runtime() {
  const pinned = path.join(ROOT, 'node_modules/.bin/node');
  if (existsSync(pinned)) return pinned;
  if (newEnough()) return process.execPath;
  throw new SetUpError(
    `Node ${OLDEST.join('.')} or newer is needed on this system, and this is ${process.versions.node}. ` +
      'Install it from https://nodejs.org/ and try again.',
  );
}

/** Runs the script as a child, hands signals on, and ends as it ends. */
export function runScript(node, script, args) {
  const bin = path.join(ROOT, 'node_modules/.bin');
  const child = spawn(node, [script, ...args], {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, PATH: `${bin}${path.delimiter}${process.env.PATH ?? ''}` },
  });
  // Ctrl-C reaches the child by itself; it shall have the time to put things away.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  return new Promise((_, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
  });
}
