// When people work, as a browser takes it over from its companion: nothing that was set is lost, nothing is split without need.
import { describe, expect, test } from 'vitest';
import type { SharedShop } from '../../../utils/sharing/aliases.ts';
import { applyChange, isEmpty } from '../../../utils/ledger/apply.ts';
import type { Ledger } from '../../../utils/model/ledger.ts';
import type { Policy, Span } from '../../../utils/model/notice.ts';
import { DEFAULT_POLICY, ruleBook } from '../../../utils/reminders/policy.ts';
import type { WorkRules } from '../../../utils/reminders/set-policy.ts';
import { joinRules, mergeRules } from '../../../utils/sharing/merge-rules.ts';
import { adoptRules, type HeardRules } from '../../../utils/sharing/rules.ts';
import { wipeShared } from '../../../utils/sharing/wipe.ts';
import { aLedger, aShop, at } from '../reminders/make.ts';

const { daysOff, holidaysOff, office, digestAt } = DEFAULT_POLICY;
const RULES: WorkRules = { daysOff, holidaysOff, office, digestAt, closed: [], busy: [] };
const span = (day: string, name: string): Span => ({
  from: `2026-12-${day}` as Span['from'],
  to: `2026-12-${day}` as Span['to'],
  name,
});
const STOCK = span('10', '棚卸し');
const YEAR_END = span('30', '年末休業');
const SALE = span('04', 'スーパーSALE');
const later: WorkRules = { ...RULES, digestAt: 660, closed: [STOCK] };

const ROUTES: Policy['routes'] = [
  { kind: 'expiry', targetIds: ['room'], fallbackIds: [], escalation: null },
];

const start = (policies: Policy[], shops = ['1', '2', '3']): Ledger =>
  aLedger({
    policies,
    shops: shops.map((id) => aShop({ id, digits: id, slug: `s${id}`, name: `店舗${id}` })),
  });
const common = (over: Partial<Policy> = {}): Policy => ({ ...DEFAULT_POLICY, ...over });

const shared = (id: string): SharedShop => ({
  id: `there ${id}`,
  digits: id,
  slug: null,
  name: null,
  lastSeenAt: at('2026-12-01T10:00'),
  revision: 1,
  speaks: true,
});
const heard = (id: string, rules: WorkRules): HeardRules => ({ shop: shared(id), rules });

/** The ledger after it, and that it is at rest then. */
function adopted(ledger: Ledger, all: HeardRules[]): Ledger {
  let ids = 0;
  const newId = () => `new${(ids += 1)}`;
  const after = applyChange(ledger, adoptRules(ledger, all, newId));
  expect(isEmpty(adoptRules(after, all, newId))).toBe(true);
  const groups = after.policies.slice(1);
  expect(groups.filter(({ shopIds }) => shopIds.length === 0)).toEqual([]);
  return after;
}

const rulesOf = (ledger: Ledger, id: string): Policy => ruleBook(ledger.policies).of(id).policy;
const shown = ({ policies }: Ledger) =>
  policies.map(({ name, shopIds, digestAt: hour }) => [name, shopIds, hour]);

describe('what the companion goes by', () => {
  test('the same for all shops of the policy: the policy gets it, and keeps its routes', () => {
    const ledger = start([common({ routes: ROUTES })]);
    const after = adopted(
      ledger,
      ['1', '2', '3'].map((id) => heard(id, later)),
    );
    expect(after.policies).toEqual([{ ...common({ routes: ROUTES }), ...later }]);
  });

  test('the same as here: nothing is written, though nobody has set anything yet', () => {
    const change = adoptRules(start([]), [heard('1', RULES)], () => 'new');
    expect(change).toEqual({});
  });

  test('other shops of the policy hear nothing: those that do become a group with the routes they had', () => {
    const after = adopted(start([common({ routes: ROUTES })]), [
      heard('1', later),
      heard('2', later),
    ]);
    expect(after.policies).toEqual([
      common({ routes: ROUTES }),
      {
        ...common({ routes: ROUTES }),
        ...later,
        id: 'by-rules-new1',
        name: '店舗1・店舗2',
        shopIds: ['1', '2'],
      },
    ]);
  });

  test('a shop of which nobody knows yet whose it is splits nothing', () => {
    const ledger = start([common()], ['1']);
    const nobodys = aShop({ id: 'x', digits: null, slug: null, name: null, identified: false });
    const after = adopted({ ...ledger, shops: [...ledger.shops, nobodys] }, [heard('1', later)]);
    expect(shown(after)).toEqual([['', [], 660]]);
  });

  test('a group of which all shops hear different things keeps the most', () => {
    const group = common({ id: 'g', name: '大阪', shopIds: ['1', '2', '3'], daysOff: [0] });
    const after = adopted(start([common(), group]), [
      heard('1', RULES),
      heard('2', later),
      heard('3', later),
    ]);
    // The first goes by what holds for all others, and the same people hear of it: it stands in no group.
    expect(shown(after)).toEqual([
      ['', [], 570],
      ['大阪', ['2', '3'], 660],
    ]);
    expect(rulesOf(after, '1')).toMatchObject(RULES);
  });

  test('a shop joins the group that has just these rules and routes, and no other', () => {
    const osaka = { ...common({ id: 'g', name: '大阪', shopIds: ['1'] }), ...later };
    expect(shown(adopted(start([common(), osaka]), [heard('2', later)]))).toEqual([
      ['', [], 570],
      ['大阪', ['1', '2'], 660],
    ]);
    const told = { ...osaka, routes: ROUTES };
    expect(shown(adopted(start([common(), told]), [heard('2', later)]))).toEqual([
      ['', [], 570],
      ['大阪', ['1'], 660],
      ['店舗2', ['2'], 660],
    ]);
  });

  test('met in the midst of a change for two shops, the group made for one ends with the other', () => {
    const half = adopted(start([common()], ['1', '2']), [heard('1', later), heard('2', RULES)]);
    expect(shown(half)).toEqual([
      ['', [], 570],
      ['店舗1', ['1'], 660],
    ]);
    const whole = adopted(half, [heard('1', later), heard('2', later)]);
    expect(shown(whole)).toEqual([['', [], 660]]);
  });

  test('names of forty shops are cut', () => {
    const ids = Array.from({ length: 40 }, (_, n) => String(n + 10));
    const after = adopted(
      start([common()], [...ids, '1']),
      ids.map((id) => heard(id, later)),
    );
    expect(after.policies[1]?.name).toHaveLength(60);
    expect(after.policies[1]?.shopIds).toHaveLength(40);
  });
});

describe('groups that nobody made', () => {
  const half = adopted(start([common()], ['1', '2', '3']), [heard('1', later)]);
  const names = ({ policies }: Ledger) =>
    policies.slice(1).map(({ name, shopIds }) => [name, shopIds]);

  test('are called by their shops, whoever joins or leaves', () => {
    const two = adopted(half, [heard('2', later)]);
    expect(names(two)).toEqual([['店舗1・店舗2', ['1', '2']]]);
    expect(names(adopted(two, [heard('1', RULES)]))).toEqual([['店舗2', ['2']]]);
    const wiped = applyChange(two, wipeShared({ ...two, fromOthers: [{ id: '1' }] }));
    expect(names(wiped)).toEqual([['店舗2', ['2']]]);
  });

  test('end when they say what holds for all others; those that a person made or named do not', () => {
    expect(names(adopted(half, [heard('1', RULES)]))).toEqual([]);
    const named = {
      ...half,
      policies: half.policies.map((one) => Object.assign({}, one, { name: '大阪' })),
    };
    expect(names(adopted(named, [heard('1', RULES)]))).toEqual([['大阪', ['1']]]);
    const own = common({ id: 'g', name: '店舗1', shopIds: ['1'] });
    const other = adopted(start([common(), own]), [heard('2', later)]);
    expect(names(other)).toEqual([
      ['店舗1', ['1']],
      ['店舗2', ['2']],
    ]);
  });
});

describe('two that say different things', () => {
  const base: WorkRules = { ...RULES, closed: [STOCK] };

  test('were alike once: each keeps what it changed since', () => {
    const here = { ...base, closed: [STOCK, YEAR_END] };
    const there = { ...base, closed: [], digestAt: 600, busy: [SALE] };
    const merged = { ...RULES, closed: [YEAR_END], digestAt: 600, busy: [SALE] };
    expect(mergeRules(base, here, there)).toEqual(merged);
    expect(mergeRules(base, there, here)).toEqual(merged);
    // Of what only one can hold, the one who brings it last.
    expect(mergeRules(base, { ...base, digestAt: 700 }, there).digestAt).toBe(700);
  });

  test('nothing was changed here: what is there holds, whatever it is', () => {
    expect(mergeRules(base, base, later)).toEqual(later);
    expect(mergeRules(base, later, base)).toEqual(later);
  });

  test('were never alike: closed days and sales of both, of the rest what the companion has', () => {
    const here = { ...RULES, closed: [YEAR_END], busy: [SALE], digestAt: 600 };
    const both = { ...RULES, closed: [STOCK, YEAR_END], busy: [SALE] };
    expect(joinRules(here, later, false)).toEqual({ ...both, digestAt: 660 });
    expect(joinRules(here, later, true)).toEqual({ ...both, digestAt: 600 });
  });
});
