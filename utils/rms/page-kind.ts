import type { PageKind } from '../model/reading.ts';
import { familyOf } from './family.ts';
import type { Found } from './grid/found.ts';
import type { Heading } from './sections.ts';

/** A part of the page that is no look-alike, with the headings over it. */
export interface Part {
  found: Found;
  titles: Heading[];
}

/** Does the part list several apps, each with its name? A sheet describes one. */
export function isAppList({ found, titles }: Part): boolean {
  const family = familyOf(found, titles);
  if (family === 'products') return true;
  if (family !== 'licenses') return false;
  const named = found.recs.filter(
    ({ fields }) => fields.has('who') && (fields.has('what') || fields.has('service')),
  );
  if (found.shape === 'list') return named.length > 0;
  // A sheet may have a second part that names none: a question about the key, with a 有効期限 in it.
  return named.length > 1 || (named.length === 1 && titleKind(titles) === 'list');
}

/** The nearest known heading over a part. */
export const titleKind = (titles: readonly Heading[]): Heading['kind'] =>
  titles.find(({ kind }) => kind !== null)?.kind ?? null;

interface PageFacts {
  url: URL | null;
  real: readonly Part[];
  headings: readonly Heading[];
  robot: boolean;
}

/** Which page it is. The detail page's address is not known (rms.md §3), so words and structure decide. */
export function pageKindOf({ url, real, headings, robot }: PageFacts): PageKind {
  if (real.some(isAppList)) return 'appList';
  if (robot) return 'appDetail';
  const kinds = new Set(headings.map(({ kind }) => kind));
  const families = new Set(real.map(({ found, titles }) => familyOf(found, titles)));
  const listed =
    kinds.has('list') ||
    kinds.has('products') ||
    kinds.has('events') ||
    /^\/apisson\/?$/.test(url?.pathname ?? '');
  if (listed && !kinds.has('detail')) return 'appList';
  if (families.has('licenses')) return 'appDetail';
  if (families.has('events') || listed) return 'appList';
  if (kinds.has('detail')) return 'appDetail';
  return url?.hostname.startsWith('mainmenu.') ? 'mainMenu' : 'other';
}
