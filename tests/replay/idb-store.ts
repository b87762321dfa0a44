import { deleteDB } from 'idb';
import { openStore } from '../../utils/ledger/store.ts';
import type { Ledger } from '../../utils/model/ledger.ts';
import type { ReplayStore } from './stores.ts';

let opened = 0;

/** The product's own store, on whatever IndexedDB there is. */
export async function idbStore(start: Ledger): Promise<ReplayStore> {
  opened += 1;
  const name = `replay-${opened}`;
  const store = await openStore(name);
  await store.update(() => start);
  return {
    ...store,
    close: async () => {
      store.close();
      await deleteDB(name);
    },
  };
}
