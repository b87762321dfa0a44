import { chmodSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import { SettingError } from '../setting.ts';
import { newerError, type Database } from './types.ts';
import { MIGRATIONS, SQLITE } from './migrations.ts';
import { nodeSqliteDialect, type SqliteFiles } from './node-sqlite.ts';
import type { Tables } from './tables.ts';

export const SQLITE_FILE = 'companion.sqlite';

/**
 * Opens the database in that folder, makes what is missing and brings an older one up to date.
 * Throws `SettingError` with one clear line where that cannot be done.
 */
export async function openSqlite(folder: string): Promise<Database> {
  const db = new Kysely<Tables>({ dialect: nodeSqliteDialect(openFile(folder)) });
  return { kind: 'sqlite', db, close: () => db.destroy() };
}

function openFile(folder: string): SqliteFiles {
  let raw: DatabaseSync | null = null;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const file = path.join(folder, SQLITE_FILE);
    raw = new DatabaseSync(file);
    // Who may read it could try codes and see names: its owner only, whatever the umask is.
    chmodSync(file, 0o600);
    // An answer given is on disk, through a power cut too.
    raw.exec('PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
    // What is deleted is written over.
    raw.exec('PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON');
    migrate(raw);
    // From here on waiting is done by `groupedWrites`.
    raw.exec('PRAGMA busy_timeout = 0');
    return { writer: raw, reader: new DatabaseSync(file, { readOnly: true }) };
  } catch (error) {
    raw?.close();
    if (error instanceof SettingError) throw error;
    throw new SettingError('KAGIBAN_DATA', `cannot keep the database in ${folder}${reason(error)}`);
  }
}

/** Looks and acts in one transaction: two processes may start at the same moment. */
function migrate(raw: DatabaseSync): void {
  raw.exec('BEGIN IMMEDIATE');
  try {
    const row = raw.prepare('PRAGMA user_version').get() as { user_version: number };
    if (row.user_version > MIGRATIONS.length) throw newerError('KAGIBAN_DATA');
    for (const step of MIGRATIONS.slice(row.user_version)) {
      for (const statement of step(SQLITE)) raw.exec(statement);
    }
    raw.exec(`PRAGMA user_version = ${MIGRATIONS.length}`);
    raw.exec('COMMIT');
  } catch (error) {
    raw.exec('ROLLBACK');
    throw error;
  }
}

const reason = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? ` (${error.code})`
    : '';
