import type { Log } from '../log.ts';
import type { Settings } from '../settings.ts';
import { openPostgres } from './open-postgres.ts';
import { openSqlite } from './open-sqlite.ts';
import type { Database } from './types.ts';

/** Opens the database that the settings name, up to date. Throws `SettingError`, with one clear line. */
export const openDatabase = (
  { databaseUrl, data }: Pick<Settings, 'databaseUrl' | 'data'>,
  log: Log,
): Promise<Database> => (databaseUrl === null ? openSqlite(data) : openPostgres(databaseUrl, log));
