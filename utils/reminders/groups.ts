import { AppError } from '../model/errors.ts';
import type { Ledger, LedgerChange } from '../model/ledger.ts';
import type { Policy } from '../model/notice.ts';
import { redactKeys } from '../model/secret.ts';
import { commonPolicy, policyOf } from './set-policy.ts';

/** A group of shops that share days, hours and routes, as a person names it. */
export interface GroupWish {
  /** null = a new one. */
  id: string | null;
  name: string;
  shopIds: string[];
  /** Rules that it had before it was dissolved; null = its own, or at first those of all shops in no group. */
  like: Policy | null;
}

export const LONGEST_NAME = 60;

/** Groups by name. */
export const groupsOf = ({ policies }: Pick<Ledger, 'policies'>): Policy[] =>
  policies
    .filter(({ shopIds }) => shopIds.length > 0)
    .toSorted((a, b) => a.name.localeCompare(b.name, 'ja'));

/**
 * Makes a group, or changes its name and shops. A shop stands in one group: it leaves the one in which it was,
 * and a group without shops ends. Throws `notFound` where the group or all its shops are gone.
 */
export function setGroup(
  ledger: Ledger,
  { id, name, shopIds, like }: GroupWish,
  newId: () => string,
): LedgerChange {
  const there = new Set(ledger.shops.map((shop) => shop.id));
  const wanted = [...new Set(shopIds)].filter((one) => there.has(one));
  if (wanted.length === 0) throw new AppError('notFound');
  const before = id === null ? (like ?? commonPolicy(ledger)) : policyOf(ledger, id);
  const called = redactKeys(name.normalize('NFKC').trim()).slice(0, LONGEST_NAME);
  const group = { ...before, id: id ?? newId(), name: called, shopIds: wanted };
  const taken = new Set(wanted);
  const robbed = groupsOf(ledger)
    .filter((one) => one.id !== group.id && one.shopIds.some((shop) => taken.has(shop)))
    .map((one) =>
      withShops(
        one,
        one.shopIds.filter((shop) => !taken.has(shop)),
      ),
    );
  const empty = robbed.filter((one) => one.shopIds.length === 0).map((one) => one.id);
  return {
    policies: [group, ...robbed.filter((one) => one.shopIds.length > 0)],
    ...(empty.length > 0 && { remove: { policies: empty } }),
  };
}

const withShops = (group: Policy, shopIds: string[]): Policy => ({ ...group, shopIds });

/** Its shops go by the rules of all others again. Throws `notFound`. */
export const endGroup = (ledger: Ledger, id: string): LedgerChange => ({
  remove: { policies: [policyOf(ledger, id).id] },
});
