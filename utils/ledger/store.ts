import { openDB, type IDBPDatabase, type IDBPTransaction } from 'idb';
import type { HistoryEntry, Ledger, LedgerChange, Meta } from '../model/ledger.ts';
import { applyChange, isEmpty } from './apply.ts';
import { COLLECTIONS, emptyLedger } from './collections.ts';
import { migrate, STORE_VERSION } from './migrations.ts';
import { asStoreError, isClosed, needRoom } from './store-errors.ts';

export const STORE_NAME = 'kagiban';

/** A history entry with the number by which the pages of the list are cut. */
export type StoredHistory = HistoryEntry & { seq: number };

/** All methods reject with `AppError` `storeFull`, `storeNewer` or `storeBroken`; the data stays as it was. */
export interface LedgerReader {
  read(): Promise<Ledger>;
  /** Newest first; `before` = the `seq` of the last entry already had. */
  history(limit: number, before?: number): Promise<StoredHistory[]>;
  close(): void;
}

export interface LedgerStore extends LedgerReader {
  /**
   * Reads, decides and writes in one transaction, so that two writers never interleave, and answers the
   * ledger after it. `decide` must be synchronous and pure; what it throws is rethrown, nothing written.
   */
  update(decide: (ledger: Ledger) => LedgerChange): Promise<Ledger>;
}

const LEDGER_STORES = ['meta', ...COLLECTIONS];
const ALL_STORES = [...LEDGER_STORES, 'history'];

type Transaction<M extends 'readonly' | 'readwrite'> = IDBPTransaction<unknown, string[], M>;

async function readAll(tx: Transaction<'readonly' | 'readwrite'>): Promise<Ledger> {
  const [metas, ...lists] = await Promise.all(
    LEDGER_STORES.map((name) => tx.objectStore(name).getAll()),
  );
  const ledger: Record<string, unknown> = { ...emptyLedger() };
  COLLECTIONS.forEach((name, i) => (ledger[name] = lists[i]));
  const meta = (metas as Meta[])[0];
  if (meta) ledger['meta'] = meta;
  return ledger as unknown as Ledger;
}

async function writeAll(tx: Transaction<'readwrite'>, change: LedgerChange): Promise<void> {
  const writes: Promise<unknown>[] = [];
  const later = (write: Promise<unknown>): void => {
    // All are awaited below; but if a later request cannot even be made, the abort rejects these unheard.
    write.catch(() => undefined);
    writes.push(write);
  };
  for (const name of COLLECTIONS) {
    const store = tx.objectStore(name);
    for (const row of change[name] ?? []) later(store.put(row));
    for (const id of change.remove?.[name] ?? []) later(store.delete(id));
  }
  if (change.meta) later(tx.objectStore('meta').put(change.meta));
  for (const entry of change.history ?? []) later(tx.objectStore('history').add(entry));
  await Promise.all(writes);
}

async function updateIn(
  database: IDBPDatabase,
  decide: (ledger: Ledger) => LedgerChange,
): Promise<Ledger> {
  // `strict`: a notice marked as sent must still be so after a power cut (promise 5).
  const tx = database.transaction(ALL_STORES, 'readwrite', { durability: 'strict' });
  // Its rejection is reported by the code below; without this it would also be "unhandled".
  tx.done.catch(() => undefined);
  try {
    const ledger = await readAll(tx);
    const change = decide(ledger);
    if (!isEmpty(change)) await writeAll(tx, change);
    await tx.done;
    return applyChange(ledger, change);
  } catch (error) {
    abort(tx);
    throw reasonOf(tx, error);
  }
}

/** A request that fell with its transaction says only that: the transaction knows why. */
const reasonOf = (tx: Transaction<'readwrite'>, error: unknown): unknown =>
  error instanceof DOMException && error.name === 'AbortError' ? (tx.error ?? error) : error;

function abort(tx: Transaction<'readwrite'>): void {
  try {
    tx.abort();
  } catch {
    // It has ended already: a failed request aborts its transaction by itself.
  }
}

async function historyIn(
  database: IDBPDatabase,
  limit: number,
  before: number | undefined,
): Promise<StoredHistory[]> {
  const range = before === undefined ? null : IDBKeyRange.upperBound(before, true);
  const found: StoredHistory[] = [];
  let cursor = await database.transaction('history').store.openCursor(range, 'prev');
  while (cursor && found.length < limit) {
    found.push(cursor.value as StoredHistory);
    cursor = await cursor.continue();
  }
  return found;
}

/**
 * Opens the ledger's database, making or migrating it where needed. A database of a newer version is
 * refused (`storeNewer`) and not touched. It steps aside for a newer version that another part of the
 * extension opens, and reopens by itself if the browser closed it.
 */
export async function openStore(name: string = STORE_NAME): Promise<LedgerStore> {
  let opened: Promise<IDBPDatabase> | null = null;
  const forget = (): void => {
    opened?.then((database) => database.close()).catch(() => undefined);
    opened = null;
  };
  const open = (): Promise<IDBPDatabase> => {
    opened ??= needRoom()
      .then(() =>
        openDB(name, STORE_VERSION, {
          upgrade: (database, oldVersion) => migrate(database, oldVersion),
          blocking: forget,
          terminated: forget,
        }),
      )
      .catch((error: unknown) => {
        opened = null;
        throw error;
      });
    return opened;
  };
  const guarded = async <T>(work: (database: IDBPDatabase) => Promise<T>): Promise<T> => {
    try {
      return await work(await open()).catch(async (error: unknown) => {
        if (!isClosed(error)) throw error;
        forget();
        return work(await open());
      });
    } catch (error) {
      throw await asStoreError(error);
    }
  };
  await guarded(() => Promise.resolve());
  return {
    read: () => guarded((database) => readAll(database.transaction(LEDGER_STORES, 'readonly'))),
    update: (decide) =>
      guarded(async (database) => {
        await needRoom();
        return updateIn(database, decide);
      }),
    history: (limit, before) => guarded((database) => historyIn(database, limit, before)),
    close: forget,
  };
}

/** For a page of ours: reads, never writes. The background worker is the only writer. */
export const openReader = (name: string = STORE_NAME): Promise<LedgerReader> => openStore(name);
