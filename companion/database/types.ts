import type { Kysely, Transaction } from 'kysely';
import { SettingError } from '../setting.ts';
import type { Tables } from './tables.ts';

/** The database that the companion stands on, whichever of the two it is. */
export interface Database {
  kind: 'sqlite' | 'postgres';
  db: Kysely<Tables>;
  close(): Promise<void>;
}

export type Tx = Transaction<Tables>;

/** What stops the start where a database was written by a later version. */
export const newerError = (setting: string): SettingError =>
  new SettingError(setting, 'was written by a newer Kagiban: update this one');
