import type { Ledger, LedgerChange } from '../model/ledger.ts';
import type { Policy } from '../model/notice.ts';
import { redactKeys } from '../model/secret.ts';
import { groupsOf, LONGEST_NAME } from '../reminders/groups.ts';
import { ruleBook } from '../reminders/policy.ts';
import { commonPolicy, workRules, type WorkRules } from '../reminders/set-policy.ts';
import { localShop, type SharedShop } from './aliases.ts';

/** What the companion goes by for one shop for which it speaks. */
export interface HeardRules {
  shop: SharedShop;
  rules: WorkRules;
  /** Never alike before: what was set here meanwhile is not lost. */
  first: boolean;
}

interface Around {
  newId: () => string;
  /** A person changed rules here, and the companion has not heard of it. */
  changed: boolean;
}

/** Shops that went by one policy and go by the same rules from now on. */
interface Part {
  from: Policy;
  rules: WorkRules;
  shopIds: string[];
}

/** Do they say the same of when people work? */
export const sameRules = (a: WorkRules, b: WorkRules): boolean => textOf(a) === textOf(b);

const textOf = (rules: WorkRules): string => JSON.stringify(workRules(rules));

/**
 * Takes over when people work, as the companion goes by it. Routes stay: targets belong to a browser. Where not
 * all shops of a policy hear the same, those with rules of their own become a group. Run again, it changes nothing.
 */
export function adoptRules(
  ledger: Ledger,
  heard: readonly HeardRules[],
  { newId, changed }: Around,
): LedgerChange {
  const wanted = wantedRules(ledger, heard, changed);
  const before = [commonPolicy(ledger), ...groupsOf(ledger)];
  const leaving: Part[] = [];
  const after = before.map((policy) => {
    const [stays, ...go] = partsOf(ledger, policy, wanted);
    if (!stays || (go.length === 0 && sameRules(stays.rules, policy))) return policy;
    leaving.push(...go);
    const gone = new Set(go.flatMap(({ shopIds }) => shopIds));
    const shopIds = policy.shopIds.filter((id) => !gone.has(id));
    return { ...policy, ...workRules(stays.rules), shopIds };
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

/** By this browser's shops. */
function wantedRules(
  ledger: Ledger,
  heard: readonly HeardRules[],
  changed: boolean,
): Map<string, WorkRules> {
  const book = ruleBook(ledger.policies);
  const fromOthers = new Set(ledger.fromOthers.map(({ id }) => id));
  const readsNone = ledger.shops.every(({ id }) => fromOthers.has(id));
  const wanted = new Map<string, WorkRules>();
  for (const { shop, rules, first } of heard) {
    const here = localShop(ledger, shop);
    if (!here) continue;
    const { policy } = book.of(here.id);
    // What was set for all shops here was not meant for one that came from a colleague.
    const isMeant = readsNone || policy.shopIds.length > 0 || !fromOthers.has(here.id);
    wanted.set(here.id, first && isMeant ? both(policy, rules, changed) : rules);
  }
  return wanted;
}

/** Closed days and sales of both; of the rest only one can hold. */
const both = (here: WorkRules, there: WorkRules, changed: boolean): WorkRules =>
  workRules({
    ...(changed ? here : there),
    closed: [...there.closed, ...here.closed],
    busy: [...there.busy, ...here.busy],
  });

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
    policies.push({ ...from, ...rules, id: newId(), name: namedAfter(shopIds, ledger), shopIds });
  } else if (there.shopIds.length > 0) {
    policies[at] = { ...there, shopIds: [...there.shopIds, ...shopIds] };
  }
}

const sameRoutes = (a: Policy, b: Policy): boolean =>
  JSON.stringify(a.routes) === JSON.stringify(b.routes);

/** A group that was made here, of shops that go by what holds for all others again. */
const isIdle = (group: Policy, common: Policy | undefined, ledger: Ledger): boolean =>
  common !== undefined &&
  sameRules(group, common) &&
  sameRoutes(group, common) &&
  group.name === namedAfter(group.shopIds, ledger);

/** The name of a group that no person has named. */
export function namedAfter(shopIds: string[], { shops }: Pick<Ledger, 'shops'>): string {
  const names = shops
    .filter(({ id }) => shopIds.includes(id))
    .map(({ name, slug, digits }) => name ?? slug ?? digits ?? '');
  return redactKeys(names.join('・').normalize('NFKC')).slice(0, LONGEST_NAME).trim();
}
