import type { HistoryEntry, Ledger, LedgerChange, Meta } from '../model/ledger.ts';
import { COLLECTIONS, type Collection } from './collections.ts';

type RowOf<C extends Collection> = Ledger[C][number];
type Row = { id: string };

/** A ledger in the making: read what stands now, put whole records, and at the end take the change. */
export interface Draft {
  meta(): Meta;
  setMeta(meta: Meta): void;
  all<C extends Collection>(name: C): RowOf<C>[];
  get<C extends Collection>(name: C, id: string): RowOf<C> | undefined;
  put<C extends Collection>(name: C, row: RowOf<C>): void;
  remove(name: Collection, id: string): void;
  note(entry: HistoryEntry): void;
  /** Only what differs from the ledger it began with. */
  change(): LedgerChange;
}

/** Field by field: most fields are plain values, and most records of a reading differ in the first of them. */
function same(a: object, b: object): boolean {
  const ours = Object.entries(a);
  if (ours.length !== Object.keys(b).length) return false;
  return ours.every(([name, value]) => {
    const other = (b as Record<string, unknown>)[name];
    if (value === other) return true;
    return isObject(value) && isObject(other) && JSON.stringify(value) === JSON.stringify(other);
  });
}
const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null;

export function draftOf(ledger: Ledger): Draft {
  const before = new Map<Collection, Map<string, Row>>();
  const now = new Map<Collection, Map<string, Row>>();
  const history: HistoryEntry[] = [];
  let meta = ledger.meta;

  const tableIn = (tables: typeof now, name: Collection): Map<string, Row> => {
    const known = tables.get(name);
    if (known) return known;
    const made = new Map<string, Row>(ledger[name].map((row) => [row.id, row]));
    tables.set(name, made);
    return made;
  };

  return {
    meta: () => meta,
    setMeta: (next) => {
      meta = next;
    },
    all: <C extends Collection>(name: C) => [...tableIn(now, name).values()] as RowOf<C>[],
    get: <C extends Collection>(name: C, id: string) =>
      tableIn(now, name).get(id) as RowOf<C> | undefined,
    put: (name, row) => {
      tableIn(now, name).set(row.id, row);
    },
    remove: (name, id) => {
      tableIn(now, name).delete(id);
    },
    note: (entry) => {
      history.push(entry);
    },
    change: () => {
      const puts: Record<string, Row[]> = {};
      const remove: Record<string, string[]> = {};
      for (const name of COLLECTIONS.filter((one) => now.has(one))) {
        const old = tableIn(before, name);
        const current = tableIn(now, name);
        const changed = [...current.values()].filter((row) => {
          const was = old.get(row.id);
          return was === undefined || (was !== row && !same(was, row));
        });
        const gone = [...old.keys()].filter((id) => !current.has(id));
        if (changed.length > 0) puts[name] = changed;
        if (gone.length > 0) remove[name] = gone;
      }
      return {
        ...(puts as LedgerChange),
        ...(!same(meta, ledger.meta) && { meta }),
        ...(Object.keys(remove).length > 0 && { remove }),
        ...(history.length > 0 && { history }),
      };
    },
  };
}
