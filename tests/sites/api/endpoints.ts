import type { Call, Reply } from '../lib/types.ts';
import { json, xml } from '../lib/reply.ts';
import type { Found } from '../rms/world.ts';
import { expiryDate } from './expiry.ts';
import { getOrder, getSubStatusList, searchOrder } from './orders.ts';
import { cabinetUsage, coupons, shopMaster } from './shop.ts';
import type { ApiState } from './state.ts';

export interface Answered {
  call: Call;
  state: ApiState;
  found: Found;
}

export interface Endpoint {
  method: string;
  pattern: string;
  /** What 利用機能編集 calls it. */
  function: string;
  /** The order API writes its errors another way than the others. */
  orderApi?: boolean;
  answer: (answered: Answered) => Reply;
}

// 404 with a domain code says: key good, function permitted, no such item (rms.md §6).
const noSuchItem = (): Reply =>
  json({ errors: [{ code: 'GE0014', message: 'The specified manageNumber is not found.' }] }, 404);

const count = ({ call }: Answered): Reply => {
  const days =
    (Date.parse(call.query.get('toDate') ?? '') - Date.parse(call.query.get('fromDate') ?? '')) /
    86_400_000;
  return days >= 0 && days <= 31
    ? json({ result: { count: 12 } })
    : json({ errors: [{ code: 'IE0001', message: 'The period must be within 31 days.' }] }, 400);
};

const get = (pattern: string, name: string, answer: Endpoint['answer']): Endpoint => ({
  method: 'GET',
  pattern,
  function: name,
  answer,
});

const order = (path: string, name: string, answer: Endpoint['answer']): Endpoint => ({
  method: 'POST',
  pattern: `/es/2.0/order/${path}/`,
  function: `rpay.order.${name}`,
  orderApi: true,
  answer,
});

/** The functions of rms.md §6. */
export const ENDPOINTS: readonly Endpoint[] = [
  get('/es/1.0/license-management/license-key/expiry-date', 'license.expiryDate.get', expiryDate),
  order('searchOrder', 'searchOrder', searchOrder),
  order('getOrder', 'getOrder', getOrder),
  order('getSubStatusList', 'getSubStatusList', getSubStatusList),
  get('/es/1.0/cabinet/usage/get', 'cabinet.usage.get', () => xml(cabinetUsage)),
  get('/es/1.0/shop/shopMaster', 'shop.shopMaster.get', ({ found }) => xml(shopMaster(found.shop))),
  get('/es/2.0/items/search', 'itemapi_2.0.items.search', () =>
    json({ numFound: 0, offset: 0, results: [] }),
  ),
  get('/es/2.0/items/manage-numbers/:item', 'itemapi_2.0.items.get', noSuchItem),
  get(
    '/es/2.1/inventories/manage-numbers/:item/variants/:variant',
    'inventoryapi_2.1.inventories.get',
    noSuchItem,
  ),
  get('/es/2.0/categories/shop-category-set-lists', 'category.category-set-lists.get', () =>
    json({ categorySetList: [] }),
  ),
  get('/es/1.0/coupon/search', 'coupon.search', () => xml(coupons)),
  get('/es/1.0/inquirymng-api/inquiries/count', 'inquirymng-api.inquiries.count.get', count),
  get('/es/2.0/navigation/version', 'navigation.version.get', () => json({ version: '20261101' })),
];
