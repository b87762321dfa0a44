import { behindScenes } from '../../support/behind.ts';
import type { Kagiban } from '../../support/launch.ts';
import { STORE_NAME } from '../../../../utils/ledger/store.ts';
import type { Ledger } from '../../../../utils/model/ledger.ts';

/** Every record of the stored ledger as text, read without the product: for "nothing was changed". */
export async function storedLedger(kagiban: Kagiban): Promise<Omit<Ledger, 'meta'>> {
  return behindScenes(kagiban.context, kagiban.extensionId, (page) =>
    page.evaluate(async (name) => {
      const answer = <T>(request: IDBRequest<T>): Promise<T> =>
        new Promise((resolve, reject) => {
          request.addEventListener('success', () => resolve(request.result));
          request.addEventListener('error', () => reject(request.error ?? new Error('indexedDB')));
        });
      // Opening one that is not there yet would make it, empty, before the product can.
      const there = (await indexedDB.databases()).some((one) => one.name === name);
      if (!there)
        return { licenses: [], pages: [], shops: [], deliveries: [] } as unknown as Ledger;
      const database = await answer(indexedDB.open(name));
      const all: Record<string, unknown> = {};
      for (const store of database.objectStoreNames) {
        all[store] = await answer(database.transaction(store).objectStore(store).getAll());
      }
      database.close();
      return all as unknown as Ledger;
    }, STORE_NAME),
  );
}

/** The stored ledger but for the times at which something was seen again. */
export async function storedFacts(kagiban: Kagiban): Promise<unknown> {
  const seenAgain = new Set(['at', 'readAt', 'lastSeenAt']);
  return JSON.parse(
    JSON.stringify(await storedLedger(kagiban), (key, value: unknown) =>
      seenAgain.has(key) ? undefined : value,
    ),
  );
}
