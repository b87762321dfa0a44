import type { Ledger, LedgerChange } from '../model/ledger.ts';
import type { Policy } from '../model/notice.ts';
import { redactKeys } from '../model/secret.ts';
import { groupsOf, LONGEST_NAME } from '../reminders/groups.ts';
import { ruleBook } from '../reminders/policy.ts';
import { commonPolicy, workRules, type WorkRules } from '../reminders/set-policy.ts';
import { localShop, type SharedShop } from './aliases.ts';
import { sameRules, textOf } from './merge-rules.ts';

/** By what one shop goes from now on. */
export interface HeardRules {
  shop: SharedShop;
  rules: WorkRules;
}

/** Shops that went by one policy and go by the same rules from now on. */
interface Part {
  from: Policy;
  rules: WorkRules;
  shopIds: string[];
}

/**
 * Takes over when people work. Routes stay: targets belong to a browser. Where not all shops of a policy hear the
 * same, those with rules of their own become a group. Run again, it changes nothing.
 */
export function adoptRules(
  ledger: Ledger,
  heard: readonly HeardRules[],
  newId: () => string,
): LedgerChange {
  const wanted = new Map<string, WorkRules>();
  for (const { shop, rules } of heard) {
    const here = localShop(ledger, shop);
    if (here) wanted.set(here.id, rules);
  }
  const before = [commonPolicy(ledger), ...groupsOf(ledger)];
  const leaving: Part[] = [];
  const after = before.map((policy) => {
    const [stays, ...go] = partsOf(ledger, policy, wanted);
    if (!stays || (go.length === 0 && sameRules(stays.rules, policy))) return policy;
    leaving.push(...go);
    const gone = new Set(go.flatMap(({ shopIds }) => shopIds));
    const shopIds = policy.shopIds.filter((id) => !gone.has(id));
    return withShops({ ...policy, ...workRules(stays.rules) }, shopIds, ledger);
  });
  for (const part of leaving) place(part, after, ledger, newId);
  const policies = after.filter((one) => !before.includes(one));
  if (policies.length === 0) return {};
  const idle = new Set(after.slice(1).filter((one) => isIdle(one, after[0], ledger)));
  return {
    policies: policies.filter((one) => !idle.has(one)),
    ...(idle.size > 0 && { remove: { policies: [...idle].map(({ id }) => id) } }),
  };
}

/**
 * The shops of a policy by the rules that they get. First those who keep the policy: those who go on as before,
 * else the most.
 */
function partsOf(ledger: Ledger, from: Policy, wanted: ReadonlyMap<string, WorkRules>): Part[] {
  const book = ruleBook(ledger.policies);
  const parts = new Map<string, Part>();
  // A shop that nobody has named yet is in no settings.
  for (const { id } of ledger.shops.filter(({ identified }) => identified)) {
    if (book.of(id).policy.id !== from.id) continue;
    const rules = wanted.get(id) ?? from;
    const part = parts.get(textOf(rules)) ?? { from, rules: workRules(rules), shopIds: [] };
    part.shopIds.push(id);
    parts.set(textOf(rules), part);
  }
  const weight = ({ rules, shopIds }: Part): number =>
    sameRules(rules, from) ? Infinity : shopIds.length;
  return [...parts.values()].sort((a, b) => weight(b) - weight(a));
}

/** To where the same holds and the same people hear of it, else to a group of its own. */
function place(part: Part, policies: Policy[], ledger: Ledger, newId: () => string): void {
  const { from, rules, shopIds } = part;
  const at = policies.findIndex((one) => sameRules(one, rules) && sameRoutes(one, from));
  const there = policies[at];
  if (!there) {
    const name = namedAfter(shopIds, ledger);
    policies.push({ ...from, ...rules, id: `${MADE}${newId()}`, name, shopIds });
  } else if (there.shopIds.length > 0) {
    policies[at] = withShops(there, [...there.shopIds, ...shopIds], ledger);
  }
}

const sameRoutes = (a: Policy, b: Policy): boolean =>
  JSON.stringify(a.routes) === JSON.stringify(b.routes);

/** By its id a group is known that no person made. */
const MADE = 'by-rules-';

/** Made here, and called by its shops still: no person has given it a name. */
const isMade = ({ id, name, shopIds }: Policy, ledger: Pick<Ledger, 'shops'>): boolean =>
  id.startsWith(MADE) && name === namedAfter(shopIds, ledger);

/** A group with other shops; one that is called by its shops is called by these. */
export const withShops = (
  group: Policy,
  shopIds: string[],
  ledger: Pick<Ledger, 'shops'>,
): Policy => ({
  ...group,
  shopIds,
  ...(isMade(group, ledger) && { name: namedAfter(shopIds, ledger) }),
});

/** One that was made here, of shops that go by what holds for all others again. */
const isIdle = (group: Policy, common: Policy | undefined, ledger: Ledger): boolean =>
  common !== undefined &&
  isMade(group, ledger) &&
  sameRules(group, common) &&
  sameRoutes(group, common);

/** The name of a group that no person has named. */
function namedAfter(shopIds: string[], { shops }: Pick<Ledger, 'shops'>): string {
  const names = shops
    .filter(({ id }) => shopIds.includes(id))
    .map(({ name, slug, digits }) => name ?? slug ?? digits ?? '');
  return redactKeys(names.join('・').normalize('NFKC')).slice(0, LONGEST_NAME).trim();
}
