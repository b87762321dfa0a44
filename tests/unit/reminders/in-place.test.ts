// What a browser says in the place of a companion, and how that one finds it afterwards.
import { describe, expect, test } from 'vitest';
import { applyChange } from '../../../utils/ledger/apply.ts';
import type { Ledger, LedgerChange } from '../../../utils/model/ledger.ts';
import type { ChannelId, Policy, Target } from '../../../utils/model/notice.ts';
import type { Answer, Delivery } from '../../../utils/model/reminder.ts';
import { DAY, HOUR, MINUTE, type Instant } from '../../../utils/model/time.ts';
import type { Channel } from '../../../utils/reminders/channels/port.ts';
import { withFoot } from '../../../utils/reminders/channels/foot.ts';
import { hearOf, saidHere } from '../../../utils/reminders/handover.ts';
import { askFirst, nameAskedFor, namesOf, type Other } from '../../../utils/reminders/in-place.ts';
import { topicOf } from '../../../utils/reminders/kinds.ts';
import { openDeliveries } from '../../../utils/reminders/lists.ts';
import { messageOf, refOf } from '../../../utils/reminders/message.ts';
import { planChange } from '../../../utils/reminders/outbox.ts';
import type { Place } from '../../../utils/reminders/place.ts';
import { cancelled } from '../../../utils/reminders/row-state.ts';
import { aBrowser, NOW as BROWSER_NOW } from './a-browser.ts';
import { aDelivery, aLedger, aLicense, anApp, aNotification, at, everyDay } from './make.ts';
import { wordsIn } from './say.ts';

/** Two days before the first key ends, at ten. */
const NOW = at('2026-12-04T10:00');
const room: Target = {
  id: 'room',
  channel: 'chatwork',
  name: 'room',
  config: {},
  secretName: null,
  kinds: ['expiry', 'approval', 'test', 'trouble'],
  people: [],
  enabled: true,
};
const policy: Policy = {
  ...everyDay,
  routes: [{ kind: 'expiry', targetIds: ['room'], fallbackIds: [], escalation: null }],
};
const absent = Promise.resolve({ kind: 'absent' as const });
const placed = (prefix: string): Place => {
  let n = 0;
  const silent = aNotification(() => Promise.resolve({ kind: 'delivered', ref: null }));
  return {
    newId: () => `${prefix}${(n += 1)}`,
    channels: new Map<ChannelId, Channel>([
      ['slack', { ...silent, id: 'slack' }],
      ['zendesk', { ...silent, id: 'zendesk', grouping: 'thread' }],
      ['chatwork', { ...silent, id: 'chatwork', class: 1, find: () => absent }],
    ]),
    speaks: () => true,
  };
};
/** One ends in two days (urgent), one in a week. Each place has ids of its own. */
const ledgerOf = (prefix: string, now: Instant, channel = room.channel): Ledger => {
  const start = aLedger({
    targets: [{ ...room, channel }],
    policies: [policy],
    apps: [anApp({ id: `${prefix}app` }), anApp({ id: `${prefix}other`, name: '別' })],
    licenses: [
      aLicense({ id: `${prefix}soon`, appId: `${prefix}app` }),
      aLicense({
        id: `${prefix}week`,
        appId: `${prefix}other`,
        last4: 'WEEK',
        expiry: { on: '2026-12-11', basis: 'page' },
      }),
    ],
  });
  return applyChange(start, planChange(start, now, placed(prefix)));
};
const namesIn = (ledger: Ledger): string[] =>
  ledger.deliveries.flatMap((one) => namesOf(one, ledger));

test('a thing has one name, whatever ids a place has, and the message in place names it', () => {
  const [here, there] = [ledgerOf('a', NOW), ledgerOf('b', NOW)];
  expect(namesIn(here)).toHaveLength(2);
  expect(new Set(namesIn(here))).toEqual(new Set(namesIn(there)));
  const [row] = here.deliveries;
  if (!row) throw new Error('nothing is said');
  const saying = { now: NOW, t: wordsIn('ja'), lang: 'ja' as const, again: false };
  // In the line that every channel leaves whole and looks for.
  const footOf = (named: boolean): string =>
    withFoot(messageOf(row, here, { ...saying, standsIn: named, named })).foot;
  for (const name of [refOf(row.id), ...namesOf(row, here)]) expect(footOf(true)).toContain(name);
  expect(footOf(false)).toBe(wordsIn('ja')('notice.ref', [refOf(row.id)]));
});

test('a matter has one ticket, whichever place speaks of it; and keeps it when its shop is known better', () => {
  const here = ledgerOf('a', NOW, 'zendesk');
  const threads = ({ deliveries }: Ledger) => deliveries.map(({ threadId }) => threadId).toSorted();
  expect(new Set(threads(here)).size).toBe(2);
  expect(threads(ledgerOf('b', NOW, 'zendesk'))).toEqual(threads(here));
  const known: Ledger = {
    ...here,
    shops: here.shops.map((one) => Object.assign({}, one, { digits: '987654' })),
    deliveries: here.deliveries.map((one) =>
      Object.assign({}, one, { state: 'sent', sentAt: NOW }),
    ),
  };
  const later = applyChange(known, planChange(known, NOW + DAY, placed('n')));
  const next = later.deliveries.filter(({ state }) => state === 'pending');
  expect(next).toHaveLength(1);
  expect(threads(here)).toContain(next[0]?.threadId);
});

/** Of every shop. */
const other = (until: Instant): Other => ({ until, of: () => true });
const asked = (ledger: Ledger, by: Other, now = NOW): LedgerChange =>
  askFirst(ledger, openDeliveries(ledger.deliveries), by, { now, channels: placed('').channels });
const open = (ledger: Ledger) => ledger.deliveries.filter(({ state }) => state !== 'cancelled');

test('what another may have said is asked for by its name, and by itself', () => {
  const back = ledgerOf('b', NOW);
  const asking = applyChange(back, asked(back, other(NOW + HOUR)));
  expect(open(asking).map(({ state, doubts, asks }) => [state, doubts, asks])).toEqual([
    ['doubtful', 1, true],
    ['doubtful', 1, true],
  ]);
  expect(new Set(open(asking).map(nameAskedFor))).toEqual(new Set(namesIn(ledgerOf('a', NOW))));
  // Once: what is asked for is not asked for again.
  expect(asked(asking, other(NOW + HOUR))).toEqual({});
});

test('of what was due later, and of shops that the other does not speak of, nothing is asked', () => {
  const back = ledgerOf('b', NOW);
  expect(asked(back, other(NOW - 20 * DAY))).toEqual({});
  expect(asked(back, { ...other(Infinity), of: () => false })).toEqual({});
});

test('what was asked for in vain is written anew, and not asked for at once again', () => {
  const back = ledgerOf('b', NOW);
  const still = other(Infinity);
  const asking = applyChange(back, asked(back, still));
  const later = NOW + 5 * MINUTE;
  const inVain = asking.deliveries.map((one) =>
    one.asks ? { ...cancelled(one), doubts: 0, absentAt: later } : one,
  );
  const answered = { ...asking, deliveries: inVain };
  const anew = applyChange(answered, planChange(answered, later, placed('n')));
  // What is urgent and what belongs to the digest of the day.
  expect(open(anew).map(({ state, digest }) => [state, digest])).toEqual([
    ['pending', false],
    ['pending', true],
  ]);
  expect(asked(anew, still, later)).toEqual({});
  // The other is still not heard, and may have spoken since.
  expect(asked(anew, still, later + HOUR).deliveries).toHaveLength(4);
  // One that was away and is back asks once.
  expect(asked(anew, other(NOW), later + HOUR)).toEqual({});
});

test('of a channel that cannot be asked, nothing is', () => {
  expect(asked(ledgerOf('b', NOW, 'slack'), other(Infinity))).toEqual({});
});

test('解決 that was asked for in vain leaves with its day, though the digest of that has left', () => {
  const told = ledgerOf('b', NOW);
  const soldOut = told.deliveries.map((one) =>
    Object.assign({}, one, { state: 'sent', sentAt: NOW, attempts: 1 }),
  );
  const [morning, left] = [at('2026-12-07T09:30'), at('2026-12-07T09:33')];
  const later = at('2026-12-07T09:40');
  const over: Ledger = { ...told, licenses: [], deliveries: soldOut };
  const slotOf = (rows: Delivery[]) => {
    const ledger = { ...over, deliveries: [...over.deliveries, ...rows] };
    const change = planChange(ledger, later, placed('n'));
    return change.deliveries?.find(({ resolvedIds }) => resolvedIds.length > 0)?.slotAt;
  };
  const digest = { digest: true, slotAt: morning, sentAt: left, channel: 'chatwork' } as const;
  const other = aDelivery({ id: 'other', ...digest });
  const ids = told.reminders.map(({ id }) => id);
  const inVain = { asks: true, state: 'cancelled', slotAt: morning, absentAt: left } as const;
  const ask = aDelivery({ id: 'ask', ...inVain, sentAt: null, resolvedIds: ids });
  expect(slotOf([other])).toBe(at('2026-12-08T09:30'));
  expect(slotOf([other, ask])).toBe(later);
});

describe('a browser that does not hear its companion', () => {
  const meta = { ...aLedger().meta, companionHeardAt: BROWSER_NOW - 2 * DAY };
  const speaksFor = { ...meta, companionSpeaksFor: ['shop'] };
  /** Asks, in vain, and once more. */
  const passOn = async (browser: ReturnType<typeof aBrowser>): Promise<void> => {
    for (let i = 0; i < 4; i += 1) {
      await browser.wake();
      browser.world.now += 2 * MINUTE;
    }
  };

  test('asks the room for what that one may have said, and says what is not there, once', async () => {
    const browser = aBrowser({ meta: speaksFor });
    await browser.wake();
    expect([browser.posted, browser.asked]).toEqual([[], [BROWSER_NOW]]);
    await passOn(browser);
    expect(browser.posted).toHaveLength(1);
    expect(browser.posted[0]?.again).toBe(false);
    await passOn(browser);
    expect([browser.posted.length, browser.asked.length]).toEqual([1, 2]);
  });

  test('finds it, though it is said while it asks', async () => {
    const browser = aBrowser({ meta: speaksFor });
    await browser.wake();
    const row = browser.ledger().deliveries.find(({ asks }) => asks);
    if (!row) throw new Error('nothing is asked for');
    browser.others.push({ id: nameAskedFor(row), at: browser.world.now + MINUTE });
    await passOn(browser);
    expect(browser.posted).toEqual([]);
    expect(browser.row()).toMatchObject({ state: 'sent', sentAt: BROWSER_NOW + MINUTE });
  });

  test('what it learnt of later than that one, the other may have said long ago', async () => {
    const browser = aBrowser({ meta: speaksFor });
    await browser.wake();
    const row = browser.ledger().deliveries.find(({ asks }) => asks);
    if (!row) throw new Error('nothing is asked for');
    browser.others.push({ id: nameAskedFor(row), at: row.createdAt - 3 * DAY });
    await passOn(browser);
    expect(browser.posted).toEqual([]);
  });

  test('but what repeats was not said by what it heard before it repeated', async () => {
    // The last step, said two days ago; then somebody put it off until today.
    const [first] = planChange(aLedger(), BROWSER_NOW, placed('d')).reminders ?? [];
    if (!first) throw new Error('nothing is said');
    const sentAt = BROWSER_NOW - 2 * DAY;
    const before = { ...first, createdAt: sentAt, dueAt: sentAt };
    const said = aDelivery({ reminderIds: [first.id], target: 'room', sentAt });
    const answer: Answer = {
      id: topicOf(first),
      by: '',
      at: sentAt,
      acknowledged: true,
      plannedOn: null,
      silentUntil: BROWSER_NOW - HOUR,
    };
    const heard = { reminders: [before], deliveries: [said], answers: [answer] };
    const browser = aBrowser({ meta: speaksFor, ...heard });
    await browser.wake();
    const row = browser.ledger().deliveries.find(({ asks }) => asks);
    if (!row) throw new Error('nothing is asked for');
    browser.others.push({ id: nameAskedFor(row), at: sentAt });
    await passOn(browser);
    expect(browser.posted).toHaveLength(1);
  });

  test('of a shop for which that one does not speak, it asks nothing', async () => {
    const browser = aBrowser({ meta: { ...meta, companionSpeaksFor: ['other'] } });
    await browser.wake();
    expect([browser.posted.length, browser.asked.length]).toEqual([1, 0]);
  });
});

test('解決 that another place has said is not said again here', () => {
  const told = ledgerOf('a', NOW);
  const sentAll = told.deliveries.map((one) =>
    Object.assign({}, one, { state: 'sent', sentAt: NOW, attempts: 1 }),
  );
  const over: Ledger = { ...told, licenses: [], deliveries: sentAll };
  const later = at('2026-12-05T10:00');
  const solving = applyChange(over, planChange(over, later, placed('here')));
  const there = applyChange(over, planChange(over, later, placed('there')));
  const solvedThere = there.deliveries.map((one) =>
    one.resolvedIds.length > 0 ? Object.assign({}, one, { state: 'sent', sentAt: later }) : one,
  );
  expect(solvedThere.some((one) => one.resolvedIds.length > 0)).toBe(true);
  const heard = applyChange(
    solving,
    hearOf(solving, saidHere({ ...there, deliveries: solvedThere })),
  );
  const waiting = heard.deliveries.filter(({ state }) => state === 'pending');
  expect(waiting).toEqual([]);
});
