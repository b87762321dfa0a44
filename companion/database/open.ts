import type { Log } from '../log.ts';
import type { Settings } from '../settings.ts';
import { openSqlite } from './open-sqlite.ts';
import type { Database } from './types.ts';

/** Opens the database that the settings name, up to date. Throws `SettingError`, with one clear line. */
export async function openDatabase(
  { databaseUrl, data }: Pick<Settings, 'databaseUrl' | 'data'>,
  log: Log,
): Promise<Database> {
  if (databaseUrl === null) return openSqlite(data);
  // Loaded where it is used: a shop's PC starts sooner without it.
  const { openPostgres } = await import('./open-postgres.ts');
  return openPostgres(databaseUrl, log);
}
