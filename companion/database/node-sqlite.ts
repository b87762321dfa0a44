import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  CompiledQuery,
  SqliteAdapter,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type SqliteDatabase,
  type SqliteStatement,
} from 'kysely';

/** Statements that are kept prepared; there are fewer different ones than that. */
const MAX_PREPARED = 200;

/**
 * Kysely on Node's own SQLite. Kysely's dialect is written for better-sqlite3, a native addon; what
 * differs is here: how values are bound, and that every transaction of ours may write, so it takes the
 * right to write at its beginning. A write outside a transaction does not wait for other processes.
 */
export const nodeSqliteDialect = (database: DatabaseSync): Dialect => ({
  createAdapter: () => new SqliteAdapter(),
  createDriver: () => immediate(new SqliteDriver({ database: adapted(database) })),
  createIntrospector: (db) => new SqliteIntrospector(db),
  createQueryCompiler: () => new SqliteQueryCompiler(),
});

const immediate = (driver: SqliteDriver): Driver => ({
  init: () => driver.init(),
  acquireConnection: () => driver.acquireConnection(),
  beginTransaction: (connection) => beginInTurn(connection),
  commitTransaction: (connection) => driver.commitTransaction(connection),
  rollbackTransaction: async (connection) => {
    // A full disk may have ended the transaction already; the first error is the one that tells.
    await driver.rollbackTransaction(connection).catch(() => undefined);
  },
  releaseConnection: () => driver.releaseConnection(),
  destroy: () => driver.destroy(),
});

/** ms between two tries, and for all of them, while another process is writing. */
const RETRY_MS = 15;
const PATIENCE_MS = 5_000;

/** SQLite's own way of waiting stops the whole process; this lets it answer others meanwhile. */
async function beginInTurn(connection: DatabaseConnection): Promise<void> {
  const giveUpAt = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      await connection.executeQuery(CompiledQuery.raw('begin immediate'));
      return;
    } catch (error) {
      if (!isBusy(error) || Date.now() > giveUpAt) throw error;
      await sleep(RETRY_MS);
    }
  }
}

/** SQLite's 5: another process has the right to write. */
const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'errcode' in error && (Number(error.errcode) & 0xff) === 5;

function adapted(database: DatabaseSync): SqliteDatabase {
  const prepared = new Map<string, SqliteStatement>();
  return {
    close: () => database.close(),
    prepare(sql) {
      const known = prepared.get(sql);
      if (known) return known;
      const statement = adaptedStatement(database.prepare(sql), givesRows(sql));
      if (prepared.size >= MAX_PREPARED) prepared.clear();
      prepared.set(sql, statement);
      return statement;
    },
  };
}

const adaptedStatement = (statement: StatementSync, reader: boolean): SqliteStatement => ({
  reader,
  all: (values) => statement.all(...bound(values)),
  run: (values) => statement.run(...bound(values)),
  iterate: (values) => statement.iterate(...bound(values)),
});

const bound = (values: readonly unknown[]): SQLInputValue[] => values as SQLInputValue[];

/** Node 22.13 cannot ask a statement whether it gives rows. */
const givesRows = (sql: string): boolean =>
  /^\s*(?:select|with|pragma|explain)\b/i.test(sql) || /\breturning\b/i.test(sql);
