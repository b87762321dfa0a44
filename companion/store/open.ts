import { chmodSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { SettingError } from '../settings.ts';
import { MIGRATIONS } from './migrations.ts';
import { inTransaction } from './transaction.ts';

/**
 * Opens the database in that folder, makes what is missing and brings an older one up to date.
 * Throws `SettingError` with one clear line where that cannot be done.
 */
export function openDatabase(folder: string): DatabaseSync {
  let db: DatabaseSync | null = null;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const file = path.join(folder, 'companion.sqlite');
    db = new DatabaseSync(file);
    // Who may read it could try codes and see names: its owner only, whatever the umask is.
    chmodSync(file, 0o600);
    // An answer given is on disk, through a power cut too.
    db.exec('PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
    migrate(db);
    return db;
  } catch (error) {
    db?.close();
    if (error instanceof SettingError) throw error;
    throw new SettingError('KAGIBAN_DATA', `cannot keep the database in ${folder}${reason(error)}`);
  }
}

/** Looks and acts in one transaction: two processes may start at the same moment. */
function migrate(db: DatabaseSync): void {
  inTransaction(db, () => {
    const row = db.prepare('PRAGMA user_version').get() as { user_version: number };
    if (row.user_version > MIGRATIONS.length) {
      throw new SettingError('KAGIBAN_DATA', 'was written by a newer Kagiban: update this one');
    }
    for (const sql of MIGRATIONS.slice(row.user_version)) db.exec(sql);
    db.exec(`PRAGMA user_version = ${MIGRATIONS.length}`);
  });
}

const reason = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? ` (${error.code})`
    : '';
