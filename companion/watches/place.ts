import type { Watch } from '../store/types.ts';

/** Where a sealed pair belongs: it opens nowhere else. */
export const placeOf = ({
  id,
  shopId,
  licenseId,
}: Pick<Watch, 'id' | 'shopId' | 'licenseId'>): string => `watch ${id} ${shopId} ${licenseId}`;
