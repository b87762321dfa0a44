import type { HistoryEntry, Ledger, LedgerChange, Meta } from '../model/ledger.ts';
import type { Collection } from './collections.ts';

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
  const [ours, theirs] = [a as Record<string, unknown>, b as Record<string, unknown>];
  let fields = 0;
  for (const name in ours) {
    const [value, other] = [ours[name], theirs[name]];
    fields += 1;
    if (value === other) continue;
    if (!isObject(value) || !isObject(other) || JSON.stringify(value) !== JSON.stringify(other))
      return false;
  }
  return fields === Object.keys(b).length;
}
const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null;

/** A list as it stands now, and what each row that was touched was before; undefined = it was not there. */
interface Table {
  rows: Map<string, Row>;
  before: Map<string, Row | undefined>;
}

export function draftOf(ledger: Ledger): Draft {
  const tables = new Map<Collection, Table>();
  const history: HistoryEntry[] = [];
  let meta = ledger.meta;

  const tableOf = (name: Collection): Table => {
    const known = tables.get(name);
    if (known) return known;
    const rows = new Map<string, Row>();
    for (const row of ledger[name]) rows.set(row.id, row);
    const made: Table = { rows, before: new Map() };
    tables.set(name, made);
    return made;
  };
  const touched = (name: Collection, id: string): Map<string, Row> => {
    const { rows, before } = tableOf(name);
    if (!before.has(id)) before.set(id, rows.get(id));
    return rows;
  };

  return {
    meta: () => meta,
    setMeta: (next) => {
      meta = next;
    },
    all: <C extends Collection>(name: C) => [...tableOf(name).rows.values()] as RowOf<C>[],
    get: <C extends Collection>(name: C, id: string) =>
      tableOf(name).rows.get(id) as RowOf<C> | undefined,
    put: (name, row) => {
      touched(name, row.id).set(row.id, row);
    },
    remove: (name, id) => {
      touched(name, id).delete(id);
    },
    note: (entry) => {
      history.push(entry);
    },
    change: () => {
      const puts: Record<string, Row[]> = {};
      const remove: Record<string, string[]> = {};
      for (const [name, table] of tables) {
        const { changed, gone } = changeOf(table);
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

function changeOf({ rows, before }: Table): { changed: Row[]; gone: string[] } {
  const changed: Row[] = [];
  const gone: string[] = [];
  for (const [id, was] of before) {
    const row = rows.get(id);
    if (row === undefined) {
      if (was !== undefined) gone.push(id);
    } else if (was === undefined || (was !== row && !same(was, row))) changed.push(row);
  }
  return { changed, gone };
}
