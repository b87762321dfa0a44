const INVISIBLE = /[\p{Cf}\p{Cc}\s]/gu;

/** A name as it is compared: full-width forms folded, white space and invisible characters dropped. */
export const nameKey = (text: string): string => text.normalize('NFKC').replaceAll(INVISIBLE, '');

/** An app of a shop is known by its developer and name. */
export const appKey = (developer: string, name: string): string =>
  `${nameKey(developer)}\n${nameKey(name)}`;

/** A key as a page shows it: its app and its last four characters. Compared when nobody says whose it is. */
export const pairKey = (developer: string, name: string, last4: string): string =>
  `${appKey(developer, name)}\n${last4}`;

/** The name of one status: one for each shop and kind of page. */
export const pageId = (shopId: string | null, page: string): string => `${shopId ?? '-'}:${page}`;
