import type { ApiEntry } from './type.ts';
import { CATEGORY_APIS, ITEM_APIS } from './items.ts';
import { ORDER_APIS } from './orders.ts';
import { SHOP_APIS } from './shop.ts';

/** Every function of RMS's WEB API that we know of (facts: rms.md §6, seed 002, the tools' own help pages). */
export const API_TABLE: readonly ApiEntry[] = [
  ...ORDER_APIS,
  ...ITEM_APIS,
  ...CATEGORY_APIS,
  ...SHOP_APIS,
];
