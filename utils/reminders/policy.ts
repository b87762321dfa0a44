import { workdaysOf, type Workdays } from '../calendar/workdays.ts';
import type { Policy } from '../model/notice.ts';

/** How shops are told that nobody has set anything for: office days of Japan, digest at 09:30, no team channel. */
export const DEFAULT_POLICY: Policy = {
  id: 'default',
  name: '',
  shopIds: [],
  daysOff: [0, 6],
  holidaysOff: true,
  closed: [],
  busy: [],
  office: { from: 9 * 60, to: 18 * 60 },
  digestAt: 9 * 60 + 30,
  routes: [],
};

/** A policy with its calendar. */
export interface Rules {
  policy: Policy;
  workdays: Workdays;
  /**
   * Id of the first policy with the same hours and time of digest: groups that differ in their days alone
   * share one message to a room.
   */
  hoursId: string;
}

export interface RuleBook {
  /** The rules of a shop: its group's, else those for all others. null = what belongs to no shop. */
  of(shopId: string | null): Rules;
  /** The rules by the policy's id; those for all others where it is gone. */
  byId(policyId: string): Rules;
}

const books = new WeakMap<Policy[], RuleBook>();
let last: { text: string; book: RuleBook } | null = null;

/**
 * Made once for policies that say the same, so that their calendars remember their days: a store that reads
 * anew has another list each time.
 */
export function ruleBook(policies: Policy[]): RuleBook {
  const known = books.get(policies);
  if (known) return known;
  const text = JSON.stringify(policies);
  if (last?.text !== text) last = { text, book: makeBook(policies) };
  books.set(policies, last.book);
  return last.book;
}

function makeBook(policies: Policy[]): RuleBook {
  const others = policies.find((one) => one.shopIds.length === 0) ?? DEFAULT_POLICY;
  const byHours = new Map<string, string>();
  const rulesOf = (policy: Policy): Rules => {
    const hours = [policy.office.from, policy.office.to, policy.digestAt].join(' ');
    const hoursId = byHours.get(hours) ?? policy.id;
    byHours.set(hours, hoursId);
    return { policy, workdays: workdaysOf(policy), hoursId };
  };
  const fallback = rulesOf(others);
  const byId = new Map([[others.id, fallback]]);
  const byShop = new Map<string, Rules>();
  for (const policy of policies.filter((one) => one !== others)) {
    const rules = rulesOf(policy);
    byId.set(policy.id, rules);
    for (const shopId of policy.shopIds) byShop.set(shopId, byShop.get(shopId) ?? rules);
  }
  return {
    of: (shopId) => (shopId === null ? fallback : (byShop.get(shopId) ?? fallback)),
    byId: (policyId) => byId.get(policyId) ?? fallback,
  };
}
