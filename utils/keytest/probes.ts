import { jstDateOf } from '../calendar/jst.ts';
import { HOUR, MINUTE, type Instant } from '../model/time.ts';

/** The function that tells a key's expiry; asked in every test, required by few tools. */
export const EXPIRY_FUNCTION = 'license.expiryDate.get';

/** Asked where no connected tool requires anything that can be asked: nearly every shop has it. */
export const DEFAULT_FUNCTION = 'rpay.order.searchOrder';

/** The function that tells whose key it is. */
export const SHOP_FUNCTION = 'shop.shopMaster.get';

/** One harmless request: it reads, at most one row, and changes nothing. */
export interface ProbeSpec {
  method: 'GET' | 'POST';
  path: string;
  query?: Record<string, string>;
  body?: (now: Instant) => unknown;
  /** The key stands in the query too: this address must never be logged. */
  keyInQuery?: true;
}

/** Functions that can be asked, by RMS's names. Source of every line: rms.md §6. */
const PROBES: Readonly<Record<string, ProbeSpec>> = {
  [EXPIRY_FUNCTION]: {
    method: 'GET',
    path: '/es/1.0/license-management/license-key/expiry-date',
    keyInQuery: true,
  },
  'rpay.order.searchOrder': {
    method: 'POST',
    path: '/es/2.0/order/searchOrder/',
    body: (now) => ({
      dateType: 1,
      startDatetime: orderTime(now - MINUTE),
      endDatetime: orderTime(now),
    }),
  },
  'rpay.order.getOrder': {
    method: 'POST',
    path: '/es/2.0/order/getOrder/',
    // An order that no shop has: the answer is a domain error, and that proves the permission.
    body: () => ({ orderNumberList: ['000000-20000101-0000000000'], version: 7 }),
  },
  'rpay.order.getSubStatusList': {
    method: 'POST',
    path: '/es/2.0/order/getSubStatusList/',
    body: () => ({}),
  },
  'cabinet.usage.get': { method: 'GET', path: '/es/1.0/cabinet/usage/get' },
  [SHOP_FUNCTION]: { method: 'GET', path: '/es/1.0/shop/shopMaster' },
  'itemapi_2.0.items.search': {
    method: 'GET',
    path: '/es/2.0/items/search',
    query: { hits: '1' },
  },
  'category.category-set-lists.get': {
    method: 'GET',
    path: '/es/2.0/categories/shop-category-set-lists',
  },
  'coupon.search': {
    method: 'GET',
    path: '/es/1.0/coupon/search',
    query: { hits: '1', page: '1' },
  },
};

/** The probe of a function; null for one that cannot be asked without changing something. */
export const probeOf = (name: string): ProbeSpec | null =>
  Object.hasOwn(PROBES, name) ? (PROBES[name] ?? null) : null;

export const PROBEABLE: readonly string[] = Object.keys(PROBES);

/** What one test asks, in order: the expiry, then each required function that can be asked. */
export function functionsToAsk(required: readonly string[]): string[] {
  const askable = required.filter((name) => probeOf(name) !== null && name !== EXPIRY_FUNCTION);
  const asked = askable.length > 0 ? askable : [DEFAULT_FUNCTION];
  return [...new Set([EXPIRY_FUNCTION, ...asked])];
}

/** `2026-11-21T00:00:00+0900`, the form that the order API takes. */
function orderTime(at: Instant): string {
  const time = new Date(at + 9 * HOUR).toISOString().slice(11, 19);
  return `${jstDateOf(at)}T${time}+0900`;
}
