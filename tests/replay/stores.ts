import { DatabaseSync } from 'node:sqlite';
import { applyChange, isEmpty } from '../../utils/ledger/apply.ts';
import { COLLECTIONS, emptyLedger } from '../../utils/ledger/collections.ts';
import { openStore } from '../../utils/ledger/store.ts';
import type { Ledger, LedgerChange } from '../../utils/model/ledger.ts';

/** What a sender needs of a store. */
export interface ReplayStore {
  update(decide: (ledger: Ledger) => LedgerChange): Promise<Ledger>;
  read(): Promise<Ledger>;
}
export const STORE_KINDS = ['memory', 'idb', 'sqlite'] as const;
export type StoreKind = (typeof STORE_KINDS)[number];

let opened = 0;

/** A store of that kind with that ledger in it. */
export async function aStore(kind: StoreKind, start: Ledger): Promise<ReplayStore> {
  if (kind === 'memory') return memoryStore(start);
  if (kind === 'sqlite') return sqliteStore(start);
  // An IndexedDB in this process, behind the product's own store.
  // Its entry has no types of its own; it only sets globals.
  await import(String('fake-indexeddb/auto'));
  opened += 1;
  const store = await openStore(`replay-${opened}`);
  await store.update(() => start);
  return store;
}

function memoryStore(start: Ledger): ReplayStore {
  let ledger = start;
  return {
    update: (decide) => {
      ledger = applyChange(ledger, decide(ledger));
      return Promise.resolve(ledger);
    },
    read: () => Promise.resolve(ledger),
  };
}

interface StoredRow {
  kind: string;
  id: string;
  version: number;
  body: string;
}

/**
 * Rows as JSON in one table, each change one transaction, all rows read anew each time. One whose version has
 * not changed is not parsed again: that is most of the time, and says nothing of the database.
 */
function sqliteStore(start: Ledger): ReplayStore {
  const database = new DatabaseSync(':memory:');
  database.exec(
    'CREATE TABLE rows (kind TEXT, id TEXT, version INTEGER, body TEXT, PRIMARY KEY (kind, id)) WITHOUT ROWID',
  );
  const put = database.prepare('INSERT OR REPLACE INTO rows VALUES (?, ?, ?, ?)');
  const remove = database.prepare('DELETE FROM rows WHERE kind = ? AND id = ?');
  const all = database.prepare('SELECT kind, id, version FROM rows ORDER BY kind, id');
  const one = database.prepare('SELECT body FROM rows WHERE kind = ? AND id = ?');
  const parsed = new Map<string, { version: number; row: unknown }>();
  let version = 0;
  const rowOf = ({ kind, id, version: at }: StoredRow): unknown => {
    const known = parsed.get(`${kind} ${id}`);
    if (known?.version === at) return known.row;
    const { body } = one.get(kind, id) as unknown as StoredRow;
    const row: unknown = JSON.parse(body);
    parsed.set(`${kind} ${id}`, { version: at, row });
    return row;
  };
  const read = (): Ledger => {
    const ledger = emptyLedger();
    for (const stored of all.all() as unknown as StoredRow[]) {
      const row = rowOf(stored);
      if (stored.kind === 'meta') ledger.meta = row as Ledger['meta'];
      else (ledger[stored.kind as (typeof COLLECTIONS)[number]] as unknown[]).push(row);
    }
    return ledger;
  };
  const write = (change: LedgerChange): void => {
    version += 1;
    database.exec('BEGIN IMMEDIATE');
    for (const kind of COLLECTIONS) {
      for (const row of change[kind] ?? []) put.run(kind, row.id, version, JSON.stringify(row));
      for (const id of change.remove?.[kind] ?? []) remove.run(kind, id);
    }
    if (change.meta) put.run('meta', 'meta', version, JSON.stringify(change.meta));
    database.exec('COMMIT');
  };
  write(start);
  return {
    update: (decide) => {
      const ledger = read();
      const change = decide(ledger);
      if (!isEmpty(change)) write(change);
      return Promise.resolve(applyChange(ledger, change));
    },
    read: () => Promise.resolve(read()),
  };
}
