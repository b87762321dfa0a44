import type { Watch } from '../store/types.ts';

/** Where a sealed pair belongs: it opens nowhere else. */
export const placeOf = ({
  id,
  shopId,
  licenseId,
}: Pick<Watch, 'id' | 'shopId' | 'licenseId'>): string => `watch ${id} ${shopId} ${licenseId}`;

/** The same for a token of a channel. Not its shop: two records of one shop may become one. */
export const secretPlace = (name: string): string => `channel ${name}`;
