import type { Ledger } from '../model/ledger.ts';
import type { Say } from '../model/say.ts';
import { plainText } from './plain.ts';

/** Whose it is: as the page names it, as far as it does; RMS itself for what belongs to no shop. */
export function shopNameOf(shopId: string | null, { shops }: Ledger, t: Say): string {
  if (shopId === null) return t('notice.rms');
  const shop = shops.find((one) => one.id === shopId);
  const name = shop?.name ?? shop?.slug ?? shop?.digits;
  return name ? plainText(name, 24) : t('notice.unknownShop');
}
