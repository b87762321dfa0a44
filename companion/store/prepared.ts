import type { CompiledQuery, Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';

interface Compilable<R> {
  compile(): CompiledQuery<R>;
}

/**
 * A query of one text that is compiled once: to build and compile it takes longer than to run it. `build`
 * must use what it is given once, as a value.
 */
export function prepared<R>(
  db: Kysely<Tables>,
  build: (value: string) => Compilable<R>,
): (value: string) => Promise<R | undefined> {
  let compiled: CompiledQuery<R> | null = null;
  return async (value) => {
    compiled ??= build(value).compile();
    const { rows } = await db.executeQuery<R>({ ...compiled, parameters: [value] });
    return rows[0];
  };
}
