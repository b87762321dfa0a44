import { AppError } from '../model/errors.ts';
import type { Ledger, LedgerChange } from '../model/ledger.ts';
import type { Policy, Route, Span } from '../model/notice.ts';
import { redactKeys } from '../model/secret.ts';
import { DEFAULT_POLICY } from './policy.ts';

/** When people work, and when they are told, as a person sets it for a group, or for all shops in none. */
export type WorkRules = Pick<
  Policy,
  'daysOff' | 'holidaysOff' | 'closed' | 'busy' | 'office' | 'digestAt'
>;

/** More closed days and sales than anybody has; a file with more is cut. */
export const MOST_SPANS = 400;

/** The policy of all shops that stand in no group. */
export const commonPolicy = ({ policies }: Pick<Ledger, 'policies'>): Policy =>
  policies.find((one) => one.shopIds.length === 0) ?? DEFAULT_POLICY;

/** The policy of a group; null = of all shops that stand in none. Throws `notFound`. */
export function policyOf(ledger: Pick<Ledger, 'policies'>, group: string | null): Policy {
  if (group === null) return commonPolicy(ledger);
  const found = ledger.policies.find(({ id, shopIds }) => id === group && shopIds.length > 0);
  if (!found) throw new AppError('notFound');
  return found;
}

/**
 * Writes when people work, for a group or for all shops in none (null). Days that end before they begin and
 * keys in names are put right.
 */
export const setRules = (
  ledger: Ledger,
  rules: WorkRules,
  group: string | null = null,
): LedgerChange => ({
  policies: [withRules(policyOf(ledger, group), rules)],
});

/** The same, with all that is routed, in place of what was. */
export const setRulesAndRoutes = (
  ledger: Ledger,
  { routes, ...rules }: WorkRules & Pick<Policy, 'routes'>,
): LedgerChange => ({
  policies: [
    {
      ...withRules(commonPolicy(ledger), rules),
      routes: routes.map((one) => withoutGone(ledger, one)),
    },
  ],
});

const withRules = (policy: Policy, rules: WorkRules): Policy => ({
  ...policy,
  ...workRules(rules),
});

/** Put right, and nothing but them: two that say the same have the same text as JSON. */
export const workRules = (rules: WorkRules): WorkRules => ({
  daysOff: [...new Set(rules.daysOff)].sort(),
  holidaysOff: rules.holidaysOff,
  closed: tidied(rules.closed),
  busy: tidied(rules.busy),
  office: hoursOf(rules.office),
  digestAt: rules.digestAt,
});

/** Hours that end before they begin are turned; hours of no length would silence everything. */
function hoursOf({ from, to }: Policy['office']): Policy['office'] {
  if (from === to) return DEFAULT_POLICY.office;
  return { from: Math.min(from, to), to: Math.max(from, to) };
}

/** Writes who hears of a kind of notice, of a group or of all shops in none (null). Targets that are gone are left out. */
export function setRoute(ledger: Ledger, route: Route, group: string | null = null): LedgerChange {
  const policy = policyOf(ledger, group);
  const others = policy.routes.filter(({ kind }) => kind !== route.kind);
  return { policies: [{ ...policy, routes: [...others, withoutGone(ledger, route)] }] };
}

function withoutGone({ targets }: Ledger, route: Route): Route {
  const known = new Set(targets.map(({ id }) => id));
  const { kind, escalation } = route;
  return {
    kind,
    targetIds: route.targetIds.filter((id) => known.has(id)),
    fallbackIds: route.fallbackIds.filter((id) => known.has(id)),
    escalation: escalation && known.has(escalation.targetId) ? escalation : null,
  };
}

/** In their order, each once, with names that hold no key. */
export function tidied(spans: Span[]): Span[] {
  const right = spans.map(({ from, to, name }) => ({
    from: from <= to ? from : to,
    to: from <= to ? to : from,
    name: redactKeys(name.normalize('NFKC').trim()).slice(0, 60),
  }));
  const byKey = new Map(right.map((one) => [`${one.from} ${one.to} ${one.name}`, one]));
  return [...byKey.values()].sort((a, b) => a.from.localeCompare(b.from)).slice(0, MOST_SPANS);
}
