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

/** Rows as JSON in one table, each change one transaction, read anew each time. */
function sqliteStore(start: Ledger): ReplayStore {
  const database = new DatabaseSync(':memory:');
  database.exec(
    'CREATE TABLE rows (kind TEXT, id TEXT, body TEXT, PRIMARY KEY (kind, id)) WITHOUT ROWID',
  );
  const put = database.prepare('INSERT OR REPLACE INTO rows VALUES (?, ?, ?)');
  const remove = database.prepare('DELETE FROM rows WHERE kind = ? AND id = ?');
  const all = database.prepare('SELECT kind, body FROM rows ORDER BY kind, id');
  const read = (): Ledger => {
    const ledger = emptyLedger();
    for (const { kind, body } of all.all() as { kind: string; body: string }[]) {
      const row: unknown = JSON.parse(body);
      if (kind === 'meta') ledger.meta = row as Ledger['meta'];
      else (ledger[kind as (typeof COLLECTIONS)[number]] as unknown[]).push(row);
    }
    return ledger;
  };
  const write = (change: LedgerChange): void => {
    database.exec('BEGIN IMMEDIATE');
    for (const kind of COLLECTIONS) {
      for (const row of change[kind] ?? []) put.run(kind, row.id, JSON.stringify(row));
      for (const id of change.remove?.[kind] ?? []) remove.run(kind, id);
    }
    if (change.meta) put.run('meta', 'meta', JSON.stringify(change.meta));
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
