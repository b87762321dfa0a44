import type { Reading } from './reading.ts';

/** A reading that the paired companion has not taken yet. It leaves the list when it has, whenever that is. */
export interface Unsent {
  /** The browser's own name for it: sent twice, it is taken once. */
  id: string;
  /** Counts up, as they are read: a clock that is set does not change their order. */
  no: number;
  reading: Reading;
}
