import type {
  EventView,
  Level,
  LicenseView,
  Overview,
  ShopView,
} from '../../utils/overview/types.ts';

/** What of the overview is shown: one shop, or all. */
export const ofShop = (overview: Overview, shop: ShopView | undefined): LicenseView[] =>
  shop ? overview.licenses.filter((one) => one.shopId === shop.id) : overview.licenses;

export const eventsOf = (overview: Overview, shop: ShopView | undefined): EventView[] =>
  shop ? overview.events.filter((one) => one.shopId === shop.id) : overview.events;

export interface Summary {
  /** Licenses that need a person. */
  count: number;
  level: Level;
  /** Days to the nearest expiry that still matters; null = no date known. */
  daysLeft: number | null;
}

/** The head of the popup. The list comes most urgent first. */
export function summaryOf(licenses: LicenseView[]): Summary {
  const dated = licenses.filter((one) => one.need !== null || (one.daysLeft ?? -1) >= 0);
  const days = dated.flatMap((one) => (one.daysLeft === null ? [] : [one.daysLeft]));
  return {
    count: licenses.filter((one) => one.need !== null).length,
    level: licenses[0]?.level ?? 'fine',
    daysLeft: days.length === 0 ? null : Math.min(...days),
  };
}

/** Rows whose names or last four hold every word of the search, in any letter case. */
export function matching(licenses: LicenseView[], search: string): LicenseView[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return licenses;
  return licenses.filter((one) => {
    const text = `${one.app} ${one.developer} ${one.last4 ?? ''} ${one.shopMark}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
