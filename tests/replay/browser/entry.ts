// What runs in a page of Chromium: the replay, on its IndexedDB.
import { idbStore } from '../idb-store.ts';
import { simulate, type Found, type Options } from '../simulate.ts';

export type Played = Omit<Found, 'faults'> & { faults: [string, number][] };

/** Plays one account. */
export async function play(options: Omit<Options, 'store' | 'without'>): Promise<Played> {
  const found = await simulate({ ...options, store: idbStore, without: new Set() });
  return { ...found, faults: [...found.faults] };
}
