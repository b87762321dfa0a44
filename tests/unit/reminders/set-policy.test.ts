// What a person sets for all shops: when people work, and who hears of what.
import { expect, test } from 'vitest';
import { applyChange } from '../../../utils/ledger/apply.ts';
import type { Span, Target } from '../../../utils/model/notice.ts';
import { DEFAULT_POLICY, ruleBook } from '../../../utils/reminders/policy.ts';
import {
  commonPolicy,
  MOST_SPANS,
  setRoute,
  setRules,
  setRulesAndRoutes,
  tidied,
} from '../../../utils/reminders/set-policy.ts';
import { aLedger } from './make.ts';

const { daysOff, holidaysOff, office, digestAt } = DEFAULT_POLICY;
const rules = { daysOff, holidaysOff, office, digestAt, closed: [], busy: [] };

test('closed days and hours hold for every shop that stands in no group', () => {
  const ledger = aLedger({ policies: [] });
  expect(commonPolicy(ledger)).toBe(DEFAULT_POLICY);
  const closed: Span[] = [{ from: '2026-12-03', to: '2026-12-04', name: '棚卸し' }];
  const set = applyChange(ledger, setRules(ledger, { ...rules, daysOff: [0, 0, 3], closed }));
  const { workdays, policy } = ruleBook(set.policies).of('shop');
  expect(policy.daysOff).toEqual([0, 3]);
  expect(workdays.isWorking('2026-12-03')).toBe(false);
  expect(workdays.isWorking('2026-12-05')).toBe(true);
  const again = applyChange(set, setRules(set, rules));
  expect(again.policies).toHaveLength(1);
});

test('a route names targets that are there, and takes the place of the earlier one of its kind', () => {
  const room: Target = {
    id: 'room',
    channel: 'slack',
    name: '部屋',
    config: {},
    secretName: null,
    kinds: [],
    people: [],
    enabled: true,
  };
  const ledger = aLedger({ targets: [room] });
  const route = { kind: 'expiry', targetIds: ['room', 'gone'], fallbackIds: ['gone'] } as const;
  const given = { ...route, targetIds: [...route.targetIds], fallbackIds: [...route.fallbackIds] };
  const escalation = { targetId: 'gone', afterHours: 3 };
  const set = applyChange(ledger, setRoute(ledger, { ...given, escalation }));
  const kept = { kind: 'expiry', targetIds: ['room'], fallbackIds: [], escalation: null };
  expect(set.policies[0]?.routes).toEqual([kept]);
  const none = applyChange(set, setRoute(set, { ...given, targetIds: [], escalation: null }));
  expect(none.policies[0]?.routes).toEqual([{ ...kept, targetIds: [] }]);
});

test('rules and routes at once take the place of all that was set; hours without length are not taken', () => {
  const ledger = aLedger({});
  const before = applyChange(
    ledger,
    setRoute(ledger, { kind: 'test', targetIds: [], fallbackIds: [], escalation: null }),
  );
  const hours = { ...rules, office: { from: 600, to: 600 } };
  const set = applyChange(before, setRulesAndRoutes(before, { ...hours, routes: [] }));
  expect(set.policies).toHaveLength(1);
  expect(set.policies[0]).toMatchObject({ routes: [], office: DEFAULT_POLICY.office });
  const turned = { ...rules, office: { from: 1080, to: 540 } };
  expect(setRules(set, turned).policies?.[0]?.office).toEqual({ from: 540, to: 1080 });
});

test('spans are in order, each once, the right way round, without keys, and not too many', () => {
  const sale: Span = { from: '2026-12-04', to: '2026-12-11', name: ' スーパーSALE ' };
  const back: Span = { from: '2026-08-16', to: '2026-08-13', name: 'SL217640_AbCdEfGh1234Aa11' };
  const made = tidied([sale, back, sale]);
  expect(made.map(({ from, to }) => [from, to])).toEqual([
    ['2026-08-13', '2026-08-16'],
    ['2026-12-04', '2026-12-11'],
  ]);
  expect(made[1]?.name).toBe('スーパーSALE');
  expect(made[0]?.name).not.toContain('AbCdEfGh');
  const many = Array.from({ length: 1_000 }, (_, i): Span => ({ ...sale, name: `${i}` }));
  expect(tidied(many)).toHaveLength(MOST_SPANS);
});
