import { sql } from 'kysely';
import type { Database } from '../database/types.ts';
import { calendarLinkStore } from './calendar-links.ts';
import { deviceStore } from './devices.ts';
import { historyStore } from './history.ts';
import { outboxStore, type Queue } from './outbox.ts';
import { pairingStore } from './pairing.ts';
import { secretStore } from './secrets.ts';
import { shopStore } from './shops.ts';
import { watchStore } from './watches.ts';
import type { Store } from './types.ts';

/**
 * The store on an open database. `newId` makes the ids of shops and people; `queue` gets a job for every
 * row of the outbox, in the transaction that writes the row (null = the loop looks for rows by itself).
 */
export const makeStore = (
  database: Database,
  newId: () => string,
  queue: Queue | null = null,
): Store => ({
  ...pairingStore(database, newId),
  ...deviceStore(database),
  ...shopStore({ database, newId, queue }),
  ...outboxStore(database, queue),
  ...secretStore(database),
  ...historyStore(database),
  ...watchStore(database),
  ...calendarLinkStore(database),
  ping: async () => {
    await sql`SELECT 1`.execute(database.db);
  },
  close: () => database.close(),
});
