/** What data of the shop an API is about; each is `apis.group.<word>` in locales/. */
export const API_GROUPS = [
  'orders',
  'items',
  'stock',
  'categories',
  'images',
  'inquiries',
  'coupons',
  'shop',
  'license',
  'other',
] as const;
export type ApiGroup = (typeof API_GROUPS)[number];

/** `write` = it may change what is there (add, change, delete, send). */
export type ApiAccess = 'read' | 'write';

/** [RMS's name, group, access, what it lets the app do in Japanese, in English]. */
export type ApiEntry = readonly [string, ApiGroup, ApiAccess, string, string];
