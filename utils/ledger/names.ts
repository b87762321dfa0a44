const INVISIBLE = /[\p{Cf}\p{Cc}\s]/gu;

/** A name as it is compared: full-width forms folded, white space and invisible characters dropped. */
export const nameKey = (text: string): string => text.normalize('NFKC').replaceAll(INVISIBLE, '');

/** Names come again and again: every reading has them all. */
const appKeys = new Map<string, Map<string, string>>();
let appKeysKnown = 0;
const MOST_KEYS = 5_000;

/** An app of a shop is known by its developer and name. */
export function appKey(developer: string, name: string): string {
  const known = appKeys.get(developer)?.get(name);
  if (known !== undefined) return known;
  if (appKeysKnown >= MOST_KEYS) {
    appKeys.clear();
    appKeysKnown = 0;
  }
  const key = `${nameKey(developer)}\n${nameKey(name)}`;
  const ofDeveloper = appKeys.get(developer) ?? new Map<string, string>();
  appKeys.set(developer, ofDeveloper.set(name, key));
  appKeysKnown += 1;
  return key;
}

/** A key as a page shows it: its app and its last four characters. Compared when nobody says whose it is. */
export const pairKey = (developer: string, name: string, last4: string): string =>
  `${appKey(developer, name)}\n${last4}`;

/** The name of one status: one for each shop and kind of page. */
export const pageId = (shopId: string | null, page: string): string => `${shopId ?? '-'}:${page}`;
