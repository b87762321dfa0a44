import type { Ledger } from '../model/ledger.ts';
import type { ShopIdentity } from '../model/reading.ts';

/** Our id of the shop that a page names by digits or slug; null = it names none, or none that we know. */
export function shopIdOf(ledger: Ledger, { digits, slug }: ShopIdentity): string | null {
  const byDigits = digits === null ? null : ledger.shops.find((shop) => shop.digits === digits);
  const bySlug = slug === null ? null : ledger.shops.find((shop) => shop.slug === slug);
  if (byDigits && bySlug && byDigits.id !== bySlug.id) return null;
  return (byDigits ?? bySlug)?.id ?? null;
}
