import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Client } from 'pg';
import { SQLITE_FILE } from '../../../../companion/database/open-sqlite.ts';
import type { Databases } from './databases.ts';

const FOLDER = path.resolve(import.meta.dirname, '../frozen');

/** What each version left behind, as SQL: `v<version>.<database>.sql`. A file here is never edited once released. */
export const frozenDump = (version: number, kind: Databases['kind']): string =>
  readFileSync(path.join(FOLDER, `v${version}.${kind}.sql`), 'utf8');

export const frozenVersions = (kind: Databases['kind']): number[] =>
  readdirSync(FOLDER)
    .flatMap((name) => (name.endsWith(`.${kind}.sql`) ? [Number(/^v(\d+)\./.exec(name)?.[1])] : []))
    .sort((a, b) => a - b);

type Settings = Awaited<ReturnType<Databases['settings']>>;

/** Runs SQL past the companion, on the file or the server. */
export async function runSql({ databaseUrl, data }: Settings, sql: string): Promise<object[]> {
  if (databaseUrl === null) {
    const raw = new DatabaseSync(path.join(data, SQLITE_FILE));
    const rows = /^\s*(?:SELECT|PRAGMA \w+$)/i.test(sql) ? raw.prepare(sql).all() : raw.exec(sql);
    raw.close();
    return rows ?? [];
  }
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  const result = await client.query(sql);
  await client.end();
  return result.rows ?? [];
}

const SHAPE = {
  sqlite: `SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name`,
  postgres: `SELECT table_name, column_name, data_type, is_nullable, column_default, is_identity
      FROM information_schema.columns WHERE table_schema = 'public'
    UNION ALL SELECT tablename, indexname, indexdef, '', '', ''
      FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1, 2, 3`,
};

/** Tables, columns and indexes as the database itself tells them. */
export const shapeOf = async (kind: Databases['kind'], settings: Settings): Promise<string[]> =>
  (await runSql(settings, SHAPE[kind])).map((row) =>
    JSON.stringify(row).replace(/(?:\s|\\n)+/g, ' '),
  );
