import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const ROOT = path.resolve(import.meta.dirname, '../..');
const MACHINE_FILE = path.join(ROOT, '.cache/kagiban/machine.json');

export interface Machine {
  /** Path of a browser with Chromium inside. */
  chromium: string;
  /** Path of Firefox; null = none found. */
  firefox: string | null;
}

/** What `scripts/set-up.mjs` found on this machine. Throws where set-up has not run. */
export function machine(): Machine {
  if (!existsSync(MACHINE_FILE)) throw new Error('run `node scripts/set-up.mjs --test` first');
  return JSON.parse(readFileSync(MACHINE_FILE, 'utf8')) as Machine;
}

export const isRoot = (): boolean => process.getuid?.() === 0;
