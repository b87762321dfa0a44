import type { Database } from '../database/types.ts';

interface Lockable<Q> {
  forUpdate(): Q;
}

/**
 * A query inside a transaction whose rows will be written: nobody else changes them until it ends. On
 * SQLite the whole transaction has the right to write, and there is no such word.
 */
export const forWriting = <Q extends Lockable<Q>>({ kind }: Database, query: Q): Q =>
  kind === 'postgres' ? query.forUpdate() : query;
