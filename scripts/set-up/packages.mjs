import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './root.mjs';
import { run, gist } from './run.mjs';
import { say, SetUpError } from './say.mjs';

const readLock = (file) => JSON.parse(readFileSync(path.join(ROOT, file), 'utf8')).packages;

const fitsHere = ({ os, cpu }) =>
  (!os || os.includes(process.platform)) && (!cpu || cpu.includes(process.arch));

/**
 * Are the packages in node_modules those of package-lock.json? npm itself writes down what it installed,
 * as its last act, in node_modules/.package-lock.json; a broken-off installation leaves none.
 */
export function installedAsLocked() {
  if (!existsSync(path.join(ROOT, 'node_modules/.package-lock.json'))) return false;
  const wanted = readLock('package-lock.json');
  const there = readLock('node_modules/.package-lock.json');
  return Object.entries(wanted).every(([folder, { version, integrity, link, ...rest }]) => {
    if (folder === '' || link) return true;
    const found = there[folder];
    // Optional packages for other systems, and what belongs to them, are absent rightly.
    if (!found) return rest.optional === true && !mustBeHere(folder, rest);
    return found.version === version && found.integrity === integrity;
  });
}

/** The pinned Node of this system is optional to npm, and not to us. */
const mustBeHere = (folder, rest) => folder.startsWith('node_modules/node-linux') && fitsHere(rest);

/** Installs the packages of the lock file where they are missing or others. Throws `SetUpError`. */
export function packages() {
  if (installedAsLocked()) return;
  say('installing the packages of package-lock.json (a few minutes)');
  const windows = process.platform === 'win32';
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--include=optional'];
  const { ok, output } = run(windows ? 'npm.cmd' : 'npm', args, { shell: windows });
  if (!ok) throw new SetUpError(`npm ci did not work.\n${gist(output)}`);
  say('packages installed');
}
