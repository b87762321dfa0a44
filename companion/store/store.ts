import { sql } from 'kysely';
import type { Database } from '../database/types.ts';
import { calendarLinkStore } from './calendar-links.ts';
import { deviceStore } from './devices.ts';
import { historyStore } from './history.ts';
import { pairingStore } from './pairing.ts';
import { shopStore } from './shops.ts';
import { watchStore } from './watches.ts';
import type { Store } from './types.ts';

/** The store on an open database. `newId` makes the ids of shops and people. */
export const makeStore = (database: Database, newId: () => string): Store => ({
  ...pairingStore(database, newId),
  ...deviceStore(database),
  ...shopStore(database, newId),
  ...historyStore(database),
  ...watchStore(database),
  ...calendarLinkStore(database),
  ping: async () => {
    await sql`SELECT 1`.execute(database.db);
  },
  close: () => database.close(),
});
