// What is set once for several shops: their days, hours and rooms, and nobody else's.
import { describe, expect, test } from 'vitest';
import { applyChange } from '../../../utils/ledger/apply.ts';
import { draftOf } from '../../../utils/ledger/draft.ts';
import { moveShop } from '../../../utils/ledger/move.ts';
import { AppError } from '../../../utils/model/errors.ts';
import type { Ledger } from '../../../utils/model/ledger.ts';
import type { Target } from '../../../utils/model/notice.ts';
import type { MuteChannel } from '../../../utils/reminders/channels/port.ts';
import { endGroup, groupsOf, setGroup } from '../../../utils/reminders/groups.ts';
import { planChange } from '../../../utils/reminders/outbox.ts';
import { DEFAULT_POLICY, ruleBook } from '../../../utils/reminders/policy.ts';
import { setRoute, setRules } from '../../../utils/reminders/set-policy.ts';
import { aLedger, aLicense, anApp, aNotification, aShop, at } from './make.ts';

const SHOPS = ['a', 'b', 'c'];
const { daysOff, holidaysOff, office, digestAt } = DEFAULT_POLICY;
const rules = { daysOff, holidaysOff, office, digestAt, closed: [], busy: [] };
const sale = { from: '2026-12-04', to: '2026-12-11', name: 'スーパーSALE' } as const;

const start = (): Ledger =>
  aLedger({
    policies: [],
    shops: SHOPS.map((id) => aShop({ id, digits: id, slug: id })),
    apps: SHOPS.map((id) => anApp({ id: `app ${id}`, shopId: id })),
    licenses: SHOPS.map((id) =>
      aLicense({
        id: `key ${id}`,
        shopId: id,
        appId: `app ${id}`,
        expiry: { on: '2027-01-14', basis: 'page' },
      }),
    ),
  });

const grouped = (ledger: Ledger, name: string, shopIds: string[], id: string): Ledger =>
  applyChange(
    ledger,
    setGroup(ledger, { id: null, name, shopIds, like: null }, () => id),
  );
const busyOf = (ledger: Ledger, shop: string): string[] =>
  ruleBook(ledger.policies)
    .of(shop)
    .policy.busy.map(({ name }) => name);

describe('a group of shops', () => {
  test('begins with the rules of all others; what is set for it holds for its shops alone', () => {
    let ledger = start();
    ledger = applyChange(ledger, setRules(ledger, { ...rules, digestAt: 600 }));
    ledger = grouped(ledger, ' 大阪 ', ['a', 'b', 'a', 'gone'], 'g1');
    expect(groupsOf(ledger)).toMatchObject([{ name: '大阪', shopIds: ['a', 'b'], digestAt: 600 }]);
    ledger = applyChange(ledger, setRules(ledger, { ...rules, busy: [sale] }, 'g1'));
    expect(SHOPS.map((shop) => busyOf(ledger, shop))).toEqual([
      ['スーパーSALE'],
      ['スーパーSALE'],
      [],
    ]);
    ledger = applyChange(ledger, setRules(ledger, rules));
    expect(busyOf(ledger, 'a')).toEqual(['スーパーSALE']);
  });

  test('has rooms of its own', () => {
    let ledger = grouped(start(), '大阪', ['a'], 'g1');
    const route = { kind: 'expiry', targetIds: [], fallbackIds: [], escalation: null } as const;
    const given = { ...route, targetIds: [], fallbackIds: [] };
    ledger = applyChange(ledger, setRoute(ledger, given, 'g1'));
    const book = ruleBook(ledger.policies);
    expect([book.of('a').policy.routes, book.of('b').policy.routes]).toEqual([[given], []]);
  });

  test('takes a shop out of the group where it was; one without shops ends', () => {
    let ledger = grouped(start(), '大阪', ['a', 'b'], 'g1');
    ledger = grouped(ledger, '東京', ['b', 'c'], 'g2');
    expect(groupsOf(ledger).map(({ id, shopIds }) => [id, shopIds])).toEqual([
      ['g1', ['a']],
      ['g2', ['b', 'c']],
    ]);
    const all = { id: 'g2', name: '全国', shopIds: SHOPS, like: null };
    ledger = applyChange(
      ledger,
      setGroup(ledger, all, () => 'never'),
    );
    expect(ledger.policies.map(({ id }) => id)).toEqual(['g2']);
  });

  test('dissolved, its shops go by the rules of all others; put back, it is as it was', () => {
    let ledger = grouped(start(), '大阪', ['a'], 'g1');
    ledger = applyChange(ledger, setRules(ledger, { ...rules, busy: [sale] }, 'g1'));
    const [before] = groupsOf(ledger);
    ledger = applyChange(ledger, endGroup(ledger, 'g1'));
    expect(busyOf(ledger, 'a')).toEqual([]);
    if (!before) throw new Error('no group');
    const { name, shopIds } = before;
    const again = { id: null, name, shopIds, like: before };
    ledger = applyChange(
      ledger,
      setGroup(ledger, again, () => 'g9'),
    );
    expect(groupsOf(ledger)).toEqual([{ ...before, id: 'g9' }]);
  });

  test('of which nothing is left is not written', () => {
    const ledger = grouped(start(), '大阪', ['a'], 'g1');
    const refused = new AppError('notFound');
    const gone = { name: '', shopIds: ['gone'], like: null };
    expect(() => setGroup(ledger, { ...gone, id: 'g1' }, () => '')).toThrow(refused);
    expect(() => setGroup(ledger, { ...gone, id: 'g7', shopIds: ['a'] }, () => '')).toThrow(
      refused,
    );
    expect(() => setRules(ledger, rules, 'g7')).toThrow(refused);
    expect(() => endGroup(ledger, 'default')).toThrow(refused);
  });

  test('a shop that turns out to be another one takes that place in the group', () => {
    const moved = (ledger: Ledger, from: string, into: string): Ledger => {
      const draft = draftOf(ledger);
      moveShop(draft, from, into);
      return applyChange(ledger, draft.change());
    };
    const ledger = grouped(start(), '大阪', ['a'], 'g1');
    expect(groupsOf(moved(ledger, 'a', 'b'))).toMatchObject([{ shopIds: ['b'] }]);
    // The known one has a group of its own: that stands, and one without shops is nobody's.
    const both = grouped(ledger, '東京', ['b'], 'g2');
    expect(moved(both, 'a', 'b').policies).toMatchObject([{ id: 'g2', shopIds: ['b'] }]);
  });
});

test('groups with the same hours share one message to a room; with other hours each has its own', () => {
  const room: Target = {
    id: 'room',
    channel: 'slack',
    name: '部屋',
    config: {},
    secretName: null,
    kinds: ['expiry'],
    people: [],
    enabled: true,
  };
  const slack: MuteChannel = {
    ...aNotification(() => Promise.resolve({ kind: 'delivered', ref: null })),
    id: 'slack',
  };
  let n = 0;
  const place = {
    newId: () => `d${(n += 1)}`,
    channels: new Map([['slack' as const, slack]]),
    speaks: () => true,
  };
  const now = at('2026-12-31T08:00');
  const messages = (ledger: Ledger): number[] =>
    applyChange(ledger, planChange(ledger, now, place)).deliveries.map(
      ({ reminderIds }) => reminderIds.length,
    );
  const ledger = grouped({ ...start(), targets: [room] }, '大阪', ['a'], 'g1');
  const days = applyChange(ledger, setRules(ledger, { ...rules, busy: [sale] }, 'g1'));
  expect(messages(days)).toEqual([3]);
  const hours = applyChange(ledger, setRules(ledger, { ...rules, digestAt: 660 }, 'g1'));
  expect(messages(hours).toSorted()).toEqual([1, 2]);
});
