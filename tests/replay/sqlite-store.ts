import { DatabaseSync } from 'node:sqlite';
import { applyChange, isEmpty } from '../../utils/ledger/apply.ts';
import { COLLECTIONS, emptyLedger } from '../../utils/ledger/collections.ts';
import type { Ledger, LedgerChange } from '../../utils/model/ledger.ts';
import type { ReplayStore } from './stores.ts';

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
export function sqliteStore(start: Ledger): Promise<ReplayStore> {
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
  return Promise.resolve({
    update: (decide) => {
      const ledger = read();
      const change = decide(ledger);
      if (!isEmpty(change)) write(change);
      return Promise.resolve(applyChange(ledger, change));
    },
    read: () => Promise.resolve(read()),
    close: () => Promise.resolve(database.close()),
  });
}
