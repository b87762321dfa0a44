import { Kysely, PostgresDialect, sql } from 'kysely';
import { Pool, types } from 'pg';
import { errorFields, type Log } from '../log.ts';
import { SettingError } from '../setting.ts';
import { newerError, type Database, type Tx } from './types.ts';
import { MIGRATIONS, POSTGRES } from './migrations.ts';
import type { Tables } from './tables.ts';

/** Connections of one process; a server takes 100 by default, and several processes may share it. */
const MAX_CONNECTIONS = 10;
/** ms to wait for a connection, then for an answer: a request must not hang on a database that is gone. */
const CONNECT_MS = 5_000;
const STATEMENT_MS = 20_000;
/** PostgreSQL's int8. Ours are instants and counts, all far below 2^53. */
const INT8 = 20;
/** Held while the tables are changed; any number will do, as long as it is always the same. */
const MIGRATION_LOCK = 7_306_120_190;

/** Opens the database at that address and brings it up to date. Throws `SettingError`, without the address. */
export async function openPostgres(url: string, log: Log): Promise<Database> {
  const pool = new Pool({
    connectionString: url,
    max: MAX_CONNECTIONS,
    connectionTimeoutMillis: CONNECT_MS,
    statement_timeout: STATEMENT_MS,
    application_name: 'kagiban-companion',
    types: {
      getTypeParser: (oid, format) =>
        oid === INT8 ? Number : types.getTypeParser(oid, format as 'text'),
    },
  });
  // A connection that breaks, idle or at work, is replaced; without a listener it would end the process.
  const onBroken = (error: Error): void => log('warn', 'databaseConnection', errorFields(error));
  pool.on('error', onBroken);
  pool.on('connect', (client) => client.on('error', onBroken));
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  try {
    await db.transaction().execute(migrate);
    return { kind: 'postgres', db, close: () => db.destroy() };
  } catch (error) {
    await db.destroy();
    if (error instanceof SettingError) throw error;
    throw new SettingError('DATABASE_URL', `cannot use the database${reason(error)}`);
  }
}

/** Looks and acts in one transaction, one process at a time. */
async function migrate(tx: Tx): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(${MIGRATION_LOCK})`.execute(tx);
  await sql`CREATE TABLE IF NOT EXISTS kagiban_version (version INTEGER NOT NULL)`.execute(tx);
  const { rows } = await sql<{ version: number }>`SELECT version FROM kagiban_version`.execute(tx);
  const version = rows[0]?.version ?? 0;
  if (version > MIGRATIONS.length) throw newerError('DATABASE_URL');
  if (version === MIGRATIONS.length) return;
  for (const step of MIGRATIONS.slice(version)) {
    for (const statement of step(POSTGRES)) await sql.raw(statement).execute(tx);
  }
  await sql`DELETE FROM kagiban_version`.execute(tx);
  await sql`INSERT INTO kagiban_version VALUES (${MIGRATIONS.length})`.execute(tx);
}

/** PostgreSQL's or the system's code; the message may hold the address, and that a password. */
const reason = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? ` (${error.code}): is it running, and are its name, user and password right?`
    : ': is the address of the form postgres://user:password@host/name?';
