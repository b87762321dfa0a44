import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { SettingError } from '../setting.ts';
import type { Settings } from '../settings.ts';
import { MIGRATIONS } from './migrations.ts';
import { openSqlite, SQLITE_FILE } from './open-sqlite.ts';

type Where = Pick<Settings, 'databaseUrl' | 'data'>;

/**
 * Writes the embedded database, whole and consistent, to a new file; the companion may run. Open pairing
 * codes are left out. Throws `SettingError`.
 */
export async function backUp(where: Where, file: string): Promise<void> {
  const from = sqliteFile(where, 'backup', 'pg_dump');
  if (existsSync(file)) throw new SettingError('backup', `${file} is there already`);
  if (!existsSync(from)) throw new SettingError('backup', 'there is no database yet');
  const raw = new DatabaseSync(from);
  try {
    raw.exec('PRAGMA busy_timeout = 5000');
    raw.prepare('VACUUM INTO ?').run(file);
  } catch {
    throw new SettingError('backup', `cannot write ${file}`);
  } finally {
    raw.close();
  }
  const copy = new DatabaseSync(file);
  copy.exec('PRAGMA secure_delete = ON; DELETE FROM pairing_code; VACUUM');
  copy.close();
}

/**
 * Puts a back-up in the place of the embedded database, and gives where that one was moved to (null =
 * there was none). Refused while a companion runs, and for a file that is no database of ours.
 */
export async function restore(where: Where, file: string): Promise<string | null> {
  const into = sqliteFile(where, 'restore', 'pg_restore');
  checkBackUp(file);
  // Makes the folder, and brings what is there to one file.
  if (existsSync(into)) alone(into);
  else await (await openSqlite(where.data)).close();
  const aside = `${into}.before-${new Date().toISOString().replace(/\W/g, '')}`;
  renameSync(into, aside);
  for (const more of ['-wal', '-shm']) rmSync(into + more, { force: true });
  copyFileSync(file, into);
  // Brings an older one up to date, and sets who may read it.
  await (await openSqlite(where.data)).close();
  return aside;
}

function sqliteFile({ databaseUrl, data }: Where, command: string, instead: string): string {
  if (databaseUrl === null) return path.join(data, SQLITE_FILE);
  throw new SettingError(command, `is for the embedded database; with DATABASE_URL use ${instead}`);
}

function checkBackUp(file: string): void {
  let version = 0;
  try {
    const raw = new DatabaseSync(file, { readOnly: true });
    version = Number(Object.values(raw.prepare('PRAGMA user_version').get() ?? {})[0]);
    raw.prepare('SELECT count(*) FROM device').get();
    raw.close();
  } catch {
    throw new SettingError('restore', `${file} is no back-up of a companion`);
  }
  if (version < 1 || version > MIGRATIONS.length) {
    throw new SettingError('restore', `${file} was written by a newer Kagiban: update this one`);
  }
}

/** Nobody else has it open, and its log is in it. */
function alone(file: string): void {
  const raw = new DatabaseSync(file);
  try {
    raw.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = DELETE');
  } catch {
    throw new SettingError('restore', 'stop the companion first');
  } finally {
    raw.close();
  }
}
