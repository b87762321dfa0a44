import { applyChange } from '../../utils/ledger/apply.ts';
import type { Ledger, LedgerChange } from '../../utils/model/ledger.ts';

/** What a sender needs of a store. */
export interface ReplayStore {
  update(decide: (ledger: Ledger) => LedgerChange): Promise<Ledger>;
  read(): Promise<Ledger>;
  /** At the end: nothing of it is needed any more. */
  close?(): Promise<void>;
}

/** Makes a store with that ledger in it. */
export type StoreMaker = (start: Ledger) => Promise<ReplayStore>;

export const STORE_KINDS = ['memory', 'idb', 'sqlite'] as const;
export type StoreKind = (typeof STORE_KINDS)[number];

/** The stores that run in Node. */
export async function storeMaker(kind: StoreKind): Promise<StoreMaker> {
  if (kind === 'memory') return memoryStore;
  if (kind === 'sqlite') return (await import('./sqlite-store.ts')).sqliteStore;
  // An IndexedDB in this process. Its entry has no types of its own; it only sets globals.
  await import(String('fake-indexeddb/auto'));
  return (await import('./idb-store.ts')).idbStore;
}

export function memoryStore(start: Ledger): Promise<ReplayStore> {
  let ledger = start;
  return Promise.resolve({
    update: (decide) => {
      ledger = applyChange(ledger, decide(ledger));
      return Promise.resolve(ledger);
    },
    read: () => Promise.resolve(ledger),
  });
}
