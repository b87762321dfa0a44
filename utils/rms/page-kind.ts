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
  const named = found.roles.has('who') && (found.roles.has('what') || found.roles.has('service'));
  if (found.shape === 'list') return named;
  return named && (found.recs.length > 1 || titleKind(titles) === 'list');
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
  const kinds = new Set(headings.map(({ kind }) => kind));
  const keys = real.filter(({ found, titles }) => familyOf(found, titles) === 'licenses');
  const keyed = keys.length > 0;
  // A list under its own heading whose apps have no name that we know: to be said, never passed over.
  if (
    !robot &&
    keys.some(({ found, titles }) => found.shape === 'list' && titleKind(titles) === 'list')
  )
    return 'appList';
  if (robot || keyed) return 'appDetail';
  if (real.some(({ found, titles }) => familyOf(found, titles) === 'events')) return 'appList';
  if (kinds.has('list') || kinds.has('products') || kinds.has('events')) return 'appList';
  if (/^\/apisson\/?$/.test(url?.pathname ?? '')) return 'appList';
  if (kinds.has('detail')) return 'appDetail';
  return url?.hostname.startsWith('mainmenu.') ? 'mainMenu' : 'other';
}
