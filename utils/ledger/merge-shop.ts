import type { Shop } from '../model/ledger.ts';
import type { LicenseRow, Problem, ShopIdentity } from '../model/reading.ts';
import { isNewer, noteOf, type Merging } from './merging.ts';
import { moveShop } from './move.ts';
import { nameKey, pairKey } from './names.ts';
import { pairsByShop, votesFor } from './pairs.ts';

export interface ShopFound {
  /** null = nobody's: no shop on the page, and no keys to make a pending bucket of. */
  shopId: string | null;
  problems: Problem[];
}

/** Whose page it is: the shop that the page names, else the pending bucket that its keys match. */
export function findShop(m: Merging, rows: LicenseRow[]): ShopFound {
  const { shop } = m.reading;
  if (shop.digits === null && shop.slug === null) return unnamed(m, rows, true, []);
  const { byDigits, bySlug } = knownBy(m, shop);
  if (contradicts(byDigits, shop) || contradicts(bySlug, shop)) {
    return unnamed(m, rows, false, [conflictOf(shop)]);
  }
  const known = byDigits ?? bySlug;
  if (!known) return { shopId: newNamed(m, shop, rows), problems: [] };
  if (byDigits && bySlug && byDigits !== bySlug) {
    moveShop(m.draft, bySlug.id, byDigits.id);
    noteOf(m, byDigits.id, 'shopMerged', byDigits.id, { digits: shop.digits, slug: shop.slug });
  }
  learn(m, known, shop);
  return { shopId: known.id, problems: [] };
}

function knownBy(m: Merging, { digits, slug }: ShopIdentity) {
  const shops = m.draft.all('shops');
  return {
    byDigits: digits === null ? undefined : shops.find((shop) => shop.digits === digits),
    bySlug: slug === null ? undefined : shops.find((shop) => shop.slug === slug),
  };
}

/** Slug and digits belong together once one page has shown both (DESIGN §3); another pair is a conflict. */
function contradicts(known: Shop | undefined, { digits, slug }: ShopIdentity): boolean {
  if (!known) return false;
  const differs = (a: string | null, b: string | null) => a !== null && b !== null && a !== b;
  return differs(known.digits, digits) || differs(known.slug, slug);
}

const conflictOf = ({ digits, slug }: ShopIdentity): Problem => ({
  code: 'shopConflict',
  where: 'shop',
  text: `${digits ?? '-'} / ${slug ?? '-'}`,
  developer: null,
  app: null,
  last4: null,
});

function learn(m: Merging, known: Shop, { digits, slug, name }: ShopIdentity): void {
  m.draft.put('shops', {
    ...known,
    digits: known.digits ?? digits,
    slug: known.slug ?? slug,
    name: isNewer(m, known.lastSeenAt) ? (known.name ?? name) : (name ?? known.name),
    lastSeenAt: isNewer(m, known.lastSeenAt) ? known.lastSeenAt : m.at,
  });
}

/**
 * A shop not seen before. If its keys are those of a shop that a person named and that no page has named
 * yet, it waits as a pending bucket: they are likely one, and the person confirms.
 */
function newNamed(m: Merging, shop: ShopIdentity, rows: LicenseRow[]): string | null {
  const { pageClass } = m.reading;
  if (pageClass !== 'keys' && pageClass !== 'unreadable') return null;
  const twins = matching(m, rows, (one) => one.namedByPerson && !one.digits && !one.slug);
  return addShop(m, shop, twins.length === 0);
}

function addShop(m: Merging, { digits, slug, name }: ShopIdentity, identified: boolean): string {
  const id = m.newId();
  const seen = { firstSeenAt: m.at, lastSeenAt: m.at };
  m.draft.put('shops', { id, digits, slug, name, identified, namedByPerson: false, ...seen });
  noteOf(m, id, 'shopNew', id, { digits, slug, name, identified: identified ? 1 : 0 });
  return id;
}

function unnamed(
  m: Merging,
  rows: LicenseRow[],
  namedToo: boolean,
  problems: Problem[],
): ShopFound {
  if (m.reading.pageClass !== 'keys' || rows.length === 0) return { shopId: null, problems };
  const nobodys = { digits: null, slug: null, name: m.reading.shop.name };
  const shopId = bucketFor(m, rows, namedToo) ?? addShop(m, nobodys, false);
  const shop = m.draft.get('shops', shopId);
  if (shop)
    m.draft.put('shops', isNewer(m, shop.lastSeenAt) ? shop : { ...shop, lastSeenAt: m.at });
  return { shopId, problems };
}

const isBucket = (shop: Shop): boolean => !shop.identified && !shop.digits && !shop.slug;

/**
 * The one that holds the most of the page's keys; where two hold as many, the bucket that nobody has named,
 * or a new one. Buckets whose keys stand on one page are one.
 */
function bucketFor(m: Merging, rows: LicenseRow[], namedToo: boolean): string | null {
  const found = matching(m, rows, (shop) => isBucket(shop) || (namedToo && shop.namedByPerson));
  const most = found.filter(({ votes }) => votes === found[0]?.votes).map(({ shop }) => shop);
  const [first] = most;
  if (first && most.length === 1 && !isBucket(first)) return first.id;
  const [bucket, ...others] = found.map(({ shop }) => shop).filter(isBucket);
  if (!bucket) return null;
  for (const other of others) {
    moveShop(m.draft, other.id, bucket.id);
    noteOf(m, bucket.id, 'shopMerged', bucket.id, {});
  }
  return bucket.id;
}

function matching(m: Merging, rows: LicenseRow[], wants: (shop: Shop) => boolean) {
  const { name } = m.reading.shop;
  const shops = new Map(
    m.draft
      .all('shops')
      .filter((shop) => wants(shop) && !otherName(shop, name))
      .map((shop) => [shop.id, shop]),
  );
  const known = { apps: m.draft.all('apps'), licenses: m.draft.all('licenses') };
  const held = pairsByShop(known, (id) => shops.has(id));
  return votesFor(pairsOf(rows), held).flatMap(({ shopId, votes }) => {
    const shop = shops.get(shopId);
    return shop ? [{ shop, votes }] : [];
  });
}

const otherName = (shop: Shop, name: string | null): boolean =>
  !shop.namedByPerson &&
  shop.name !== null &&
  name !== null &&
  nameKey(shop.name) !== nameKey(name);

const pairsOf = (rows: LicenseRow[]): Set<string> =>
  new Set(rows.flatMap((row) => (row.last4 ? [pairKey(row.developer, row.app, row.last4)] : [])));
