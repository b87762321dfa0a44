import { createHash, randomBytes } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { SettingError } from '../setting.ts';

/** One key of the ring; its id is no secret. */
export interface MasterKey {
  id: string;
  bytes: Buffer;
}

/** The first seals, all of them open: so that keys can change while things are sealed. */
export type KeyRing = readonly [MasterKey, ...MasterKey[]];

export const KEY_FILE = 'master.key';
const BYTES = 32;

/**
 * The keys that watched keys are sealed under, from the setting, else from a file beside the database that
 * is made at the first start and readable by its owner only. Never part of the database or of a back-up.
 * Throws `SettingError`.
 */
export function readKeyRing(setting: string | null, folder: string): KeyRing {
  if (setting !== null) return ringOf(setting.split(','), 'KAGIBAN_MASTER_KEY');
  const file = path.join(folder, KEY_FILE);
  if (!existsSync(file)) makeKeyFile(folder);
  return ringOf(readFileSync(file, 'utf8').trim().split('\n'), `KAGIBAN_DATA (${KEY_FILE})`);
}

/** With PostgreSQL the folder holds nothing else, and may not be there yet. */
function makeKeyFile(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const whole = writeAside(folder, [newKey()]);
    try {
      // Of two processes that start at the same moment one makes the file, and both read it.
      linkSync(whole, path.join(folder, KEY_FILE));
    } catch (error) {
      if (!existsSync(path.join(folder, KEY_FILE))) throw error;
    } finally {
      unlinkSync(whole);
    }
  } catch {
    throw new SettingError('KAGIBAN_DATA', `cannot keep the master key in ${folder}`);
  }
}

/** Replaces the file as a whole: at no moment is there half a file, or none. */
export function writeKeyFile(folder: string, keys: readonly MasterKey[]): void {
  renameSync(writeAside(folder, keys), path.join(folder, KEY_FILE));
}

/** A whole key file under a name of this process; gives where. */
function writeAside(folder: string, keys: readonly MasterKey[]): string {
  const aside = path.join(folder, `${KEY_FILE}.${process.pid}.new`);
  const text = keys.map(({ bytes }) => `${bytes.toString('base64')}\n`).join('');
  writeFileSync(aside, text, { mode: 0o600, flush: true });
  chmodSync(aside, 0o600);
  return aside;
}

export const newKey = (): MasterKey => keyOf(randomBytes(BYTES));

const keyOf = (bytes: Buffer): MasterKey => ({
  bytes,
  id: createHash('sha256').update('kagiban').update(bytes).digest('hex').slice(0, 8),
});

function ringOf(texts: string[], name: string): KeyRing {
  const keys = texts.map((text) => Buffer.from(text.trim(), 'base64'));
  const [first, ...others] = keys;
  if (!first || keys.some(({ length }) => length !== BYTES)) {
    throw new SettingError(name, 'must be 32 bytes in base64; several are separated by commas');
  }
  return [keyOf(first), ...others.map(keyOf)];
}
