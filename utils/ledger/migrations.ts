import type { IDBPDatabase } from 'idb';
import { COLLECTIONS } from './collections.ts';

/** Raise it with every change of a stored shape, add a step below and freeze an example of the new shape. */
export const STORE_VERSION = 1;

type Step = (database: IDBPDatabase) => void;

// Step n makes version n out of version n − 1. A step is never edited once it has shipped.
const STEPS: Record<number, Step> = {
  1: (database) => {
    for (const name of ['meta', ...COLLECTIONS])
      database.createObjectStore(name, { keyPath: 'id' });
    database.createObjectStore('history', { keyPath: 'seq', autoIncrement: true });
  },
};

/** Runs inside the upgrade's own transaction: it is done as a whole, or the old version stays. */
export function migrate(database: IDBPDatabase, from: number, to: number = STORE_VERSION): void {
  for (let version = from + 1; version <= to; version += 1) {
    const step = STEPS[version];
    if (step === undefined) throw new Error(`no step to version ${version}`);
    step(database);
  }
}
