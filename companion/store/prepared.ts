import type { CompiledQuery, Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import type { Tx } from '../database/types.ts';

interface Compilable<R> {
  compile(): CompiledQuery<R>;
}

type Values = Record<string, string | number | null>;

/** Stands in a query for a value that it gets when it is run. */
class Blank {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

/**
 * A query of one text that is compiled once: to build and compile it takes longer than to run it. `build` is called
 * once, with blanks: it may use them as values only, and not look at them.
 */
export function prepared<V extends Values, R = unknown>(
  db: Kysely<Tables>,
  build: (values: V) => Compilable<R>,
): (values: V, tx?: Tx) => Promise<R[]> {
  const blanks = new Proxy({} as V, { get: (_none, name) => new Blank(String(name)) });
  let compiled: CompiledQuery<R> | null = null;
  return async (values, tx) => {
    compiled ??= build(blanks).compile();
    const parameters = compiled.parameters.map((one) =>
      one instanceof Blank ? values[one.name] : one,
    );
    return (await (tx ?? db).executeQuery<R>({ ...compiled, parameters })).rows;
  };
}
