import type { Found } from './grid/found.ts';
import type { Heading } from './sections.ts';
import type { HeadingKind, Role } from './words.ts';

/**
 * What a part of the page lists. `products` = the 2018 list (「利用製品一覧」, rms.md §3), which shows no
 * keys; `names` = the sheet of an app without its key.
 */
export type Family = 'licenses' | 'products' | 'events' | 'names' | 'other';

/** Decided by the columns; by the title over it only where the columns leave it open. */
export function familyOf({ roles, ambiguous, shape }: Found, titles: readonly Heading[]): Family {
  const has = (role: Role): boolean => roles.has(role) || ambiguous.has(role);
  const title: HeadingKind | null = titles.find(({ kind }) => kind !== null)?.kind ?? null;
  const named = has('who') || has('what');
  const keyed = has('key') && (named || has('expires') || has('state') || has('secret'));
  if (keyed || has('secret')) return 'licenses';
  if (title === 'events') return named || has('service') || has('started') ? 'events' : 'other';
  if (has('started') && (named || has('service')) && !has('expires')) return 'events';
  const product = title === 'products' || /製品/.test(roles.get('what') ?? '');
  if (product && named && has('state') && !has('expires')) return 'products';
  if (has('expires') && named && title !== null) return 'licenses';
  if (title === 'list' && has('who') && has('what') && shape === 'list') return 'licenses';
  return has('who') && has('what') && shape === 'pairs' ? 'names' : 'other';
}
