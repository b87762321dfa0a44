import type { DatabaseSync } from 'node:sqlite';

/** Runs `act` in one transaction that may write; what it throws undoes it. */
export function inTransaction<T>(db: DatabaseSync, act: () => T): T {
  db.exec('BEGIN IMMEDIATE');
  try {
    const value = act();
    db.exec('COMMIT');
    return value;
  } catch (error) {
    try {
      db.exec('ROLLBACK');
    } catch {
      // A full disk may have ended the transaction already; the first error is the one that tells.
    }
    throw error;
  }
}
