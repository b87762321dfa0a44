import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import { groupedWrites, type Writes } from './group-commit.ts';

/** Statements that are kept prepared; there are fewer different ones than that. */
const MAX_PREPARED = 200;

/** Two connections to one file: what is read is what is on disk, whatever is being written. */
export interface SqliteFiles {
  writer: DatabaseSync;
  reader: DatabaseSync;
}

/**
 * Kysely on Node's own SQLite. Kysely's dialect is written for better-sqlite3, a native addon, and for one
 * connection; here every transaction takes the right to write at its beginning, as each of ours may write, and
 * what is read outside one waits for none.
 */
export const nodeSqliteDialect = (files: SqliteFiles): Dialect => ({
  createAdapter: () => new ManyConnections(),
  createDriver: () => driverOf(files),
  createIntrospector: (db) => new SqliteIntrospector(db),
  createQueryCompiler: () => new SqliteQueryCompiler(),
});

class ManyConnections extends SqliteAdapter {
  override get supportsMultipleConnections(): boolean {
    return true;
  }
}

type Run = (query: CompiledQuery) => QueryResult<never>;

interface Ports {
  write: Run;
  read: Run;
  writes: Writes;
}

function driverOf({ writer, reader }: SqliteFiles): Driver {
  const ports = { write: runOn(writer), read: runOn(reader), writes: groupedWrites(writer) };
  const ours = (connection: DatabaseConnection) => connection as Connection;
  return {
    init: async () => {},
    acquireConnection: async () => new Connection(ports),
    releaseConnection: async () => {},
    beginTransaction: (connection) => ours(connection).begin(),
    commitTransaction: (connection) => ours(connection).commit(),
    rollbackTransaction: (connection) => ours(connection).rollback(),
    destroy: () =>
      ports.writes.alone(() => {
        reader.close();
        writer.close();
      }),
  };
}

class Connection implements DatabaseConnection {
  readonly #ports: Ports;
  #isWriting = false;
  /** The first error of this transaction that the database itself told. */
  #error: unknown = null;

  constructor(ports: Ports) {
    this.#ports = ports;
  }

  async begin(): Promise<void> {
    await this.#ports.writes.begin();
    this.#isWriting = true;
    this.#error = null;
  }

  async commit(): Promise<void> {
    this.#isWriting = false;
    await this.#ports.writes.commit();
  }

  /** Kysely asks for it also where a commit failed: then all is undone. */
  async rollback(): Promise<void> {
    if (!this.#isWriting) return;
    this.#isWriting = false;
    await this.#ports.writes.rollback(this.#error);
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const { write, read, writes } = this.#ports;
    if (this.#isWriting) return this.#inTransaction(query);
    return isSelect(query.sql) ? read(query) : writes.alone(() => write(query));
  }

  #inTransaction(query: CompiledQuery): QueryResult<never> {
    try {
      return this.#ports.write(query);
    } catch (error) {
      this.#error ??= error;
      throw error;
    }
  }

  // oxlint-disable-next-line require-yield -- nothing of ours is read in pieces
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('not on SQLite');
  }
}

/** Runs queries on one connection; their statements are kept prepared. */
function runOn(database: DatabaseSync): Run {
  const prepared = new Map<string, StatementSync>();
  const statementOf = (sql: string): StatementSync => {
    const known = prepared.get(sql);
    if (known) return known;
    const statement = database.prepare(sql);
    if (prepared.size >= MAX_PREPARED) prepared.clear();
    prepared.set(sql, statement);
    return statement;
  };
  return ({ sql, parameters }) => {
    const statement = statementOf(sql);
    const values = parameters as SQLInputValue[];
    if (givesRows(sql)) return { rows: statement.all(...values) as never[] };
    const { changes, lastInsertRowid } = statement.run(...values);
    return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) };
  };
}

const isSelect = (sql: string): boolean => /^\s*(?:select|with)\b/i.test(sql);

/** Node 22.13 cannot ask a statement whether it gives rows. */
const givesRows = (sql: string): boolean =>
  isSelect(sql) || /^\s*(?:pragma|explain)\b/i.test(sql) || /\breturning\b/i.test(sql);
