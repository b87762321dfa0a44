import { API_TABLE } from './table.ts';
import { API_GROUPS, type ApiAccess, type ApiGroup } from './type.ts';

/** What is known of an API. */
export interface Described {
  name: string;
  group: ApiGroup;
  /** null = neither the table nor its name says. */
  access: ApiAccess | null;
  /** null = not in our table. */
  words: { ja: string; en: string } | null;
}

const KNOWN = new Map(API_TABLE.map((entry) => [entry[0], entry]));

/** By how a name begins; the first that fits. RMS names its functions by what they are about. */
const BEGINS: readonly (readonly [RegExp, ApiGroup])[] = [
  [/^(rpay\.)?order|^purchaseitem|^reserve/i, 'orders'],
  [/^inventory|^stock/i, 'stock'],
  [/^category|^shop\.categor/i, 'categories'],
  [/^items?\b|^itemapi|^product|^navigation/i, 'items'],
  [/^cabinet/i, 'images'],
  [/^inquir|^message|^r-?messe/i, 'inquiries'],
  [/^coupon/i, 'coupons'],
  [/^license/i, 'license'],
  [/^shop/i, 'shop'],
];

/** By the verb that a name ends with. */
const READS = /(^|[._-])(get|search|list|count|check|find|download|version)\w*$/i;
const WRITES =
  /(^|[._-])(insert|update|upsert|patch|delete|edit|issue|post|put|register|create|add|set|cancel|confirm|send|reply|upload|revert|move|remove)\w*$/i;

/** What an API of that name lets an app do. A name we do not know keeps its name; only its kind is told from it. */
export function describeApi(name: string): Described {
  const known = KNOWN.get(name);
  if (known)
    return { name, group: known[1], access: known[2], words: { ja: known[3], en: known[4] } };
  const group = BEGINS.find(([begins]) => begins.test(name))?.[1] ?? 'other';
  const access = WRITES.test(name) ? 'write' : READS.test(name) ? 'read' : null;
  return { name, group, access, words: null };
}

/** By group, in the order in which groups are shown; inside it what changes data first, then by name. */
export function byGroup(names: readonly string[]): { group: ApiGroup; apis: Described[] }[] {
  const described = names.map(describeApi);
  return API_GROUPS.map((group) => ({
    group,
    apis: described
      .filter((one) => one.group === group)
      .sort((a, b) => rank(a) - rank(b) || (a.name < b.name ? -1 : 1)),
  })).filter(({ apis }) => apis.length > 0);
}

const rank = ({ access }: Described): number => (access === 'read' ? 1 : 0);
