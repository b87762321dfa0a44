import type { Watch } from '../store/types.ts';

/**
 * Where a sealed pair belongs: it opens in no other row. Not its shop and key, since two records of one shop
 * may become one; whether it is the key that the ledger means by it is looked at before every test.
 */
export const placeOf = ({ id }: Pick<Watch, 'id'>): string => `watch ${id}`;

/** The same for a token of a channel. */
export const secretPlace = (name: string): string => `channel ${name}`;
