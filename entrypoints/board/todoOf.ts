import type { LicenseView, Overview, ShopView } from '../../utils/overview/types.ts';

/** Licenses of a shop (or of all) that need a person, most urgent first, as the overview has them. */
export const todoOf = (overview: Overview, shop: ShopView | undefined): LicenseView[] =>
  overview.licenses.filter((one) => one.need !== null && (!shop || one.shopId === shop.id));
