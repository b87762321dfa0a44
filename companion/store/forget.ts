import { sql } from 'kysely';
import type { Database } from '../database/types.ts';

/**
 * What was deleted leaves the disk too: freed pages are written over (`secure_delete`), and the log that
 * still holds the old ones is emptied. PostgreSQL does it in its own time.
 */
export async function forget({ kind, db }: Database): Promise<void> {
  if (kind === 'sqlite') await sql`PRAGMA wal_checkpoint(TRUNCATE)`.execute(db);
}
