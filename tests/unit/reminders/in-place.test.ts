// What a browser says in the place of a companion, and how that one finds it afterwards.
import { describe, expect, test } from 'vitest';
import { applyChange } from '../../../utils/ledger/apply.ts';
import type { Ledger } from '../../../utils/model/ledger.ts';
import type { ChannelId, Policy, Target } from '../../../utils/model/notice.ts';
import type { Answer } from '../../../utils/model/reminder.ts';
import { DAY, HOUR, MINUTE, type Instant } from '../../../utils/model/time.ts';
import type { Channel } from '../../../utils/reminders/channels/port.ts';
import { withFoot } from '../../../utils/reminders/channels/foot.ts';
import { hearOf, saidHere } from '../../../utils/reminders/handover.ts';
import { namesOf } from '../../../utils/reminders/in-place.ts';
import { topicOf } from '../../../utils/reminders/kinds.ts';
import { messageOf, refOf } from '../../../utils/reminders/message.ts';
import { planChange } from '../../../utils/reminders/outbox.ts';
import type { Place } from '../../../utils/reminders/place.ts';
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
const none = Promise.resolve({ kind: 'looked' as const, found: new Map(), outOfSight: false });
const placed = (prefix: string): Place => {
  let n = 0;
  const silent = aNotification(() => Promise.resolve({ kind: 'delivered', ref: null }));
  return {
    newId: () => `${prefix}${(n += 1)}`,
    channels: new Map<ChannelId, Channel>([
      ['slack', { ...silent, id: 'slack' }],
      ['zendesk', { ...silent, id: 'zendesk', grouping: 'thread' }],
      ['chatwork', { ...silent, id: 'chatwork', class: 1, find: () => absent, look: () => none }],
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

describe('a browser that does not hear its companion', () => {
  const meta = { ...aLedger().meta, companionHeardAt: BROWSER_NOW - 2 * DAY };
  const speaksFor = { ...meta, companionSpeaksFor: ['shop'] };
  /** Wakes every two minutes. */
  const passOn = async (browser: ReturnType<typeof aBrowser>, times = 4): Promise<void> => {
    for (let i = 0; i < times; i += 1) {
      await browser.wake();
      browser.world.now += 2 * MINUTE;
    }
  };
  /** The name of the one thing that it is to say. */
  const nameIn = async (browser: ReturnType<typeof aBrowser>): Promise<string> => {
    await browser.wake();
    const [name] = browser.looked.at(-1)?.names ?? [];
    if (name === undefined) throw new Error('nothing is looked for');
    return name;
  };

  test('looks for what that one may have said, twice, and says what is not there, once', async () => {
    const browser = aBrowser({ meta: speaksFor });
    await browser.wake();
    expect([browser.posted.length, browser.looked.length]).toEqual([0, 1]);
    await passOn(browser, 8);
    expect(browser.posted).toMatchObject([{ again: false }]);
    expect(browser.looked).toHaveLength(2);
  });

  test('finds it, though it is said while it looks', async () => {
    const browser = aBrowser({ meta: speaksFor });
    browser.others.push({ id: await nameIn(browser), at: browser.world.now + MINUTE });
    await passOn(browser);
    expect(browser.posted).toEqual([]);
    expect(browser.ledger().deliveries).toContainEqual(
      expect.objectContaining({ state: 'sent', sentAt: BROWSER_NOW + MINUTE, elsewhere: true }),
    );
  });

  test('sends nothing on what it saw before its laptop slept', async () => {
    const browser = aBrowser({ meta: speaksFor });
    const name = await nameIn(browser);
    browser.world.now += 2 * MINUTE;
    browser.world.sleeps = 16 * HOUR;
    await browser.wake();
    expect(browser.posted).toEqual([]);
    // Meanwhile the companion was back.
    browser.others.push({ id: name, at: BROWSER_NOW + 8 * HOUR });
    await passOn(browser);
    expect(browser.posted).toEqual([]);
  });

  test('of several things, says in one message those that are not there', async () => {
    const apps = ['a', 'b', 'c'].map((id) => anApp({ id, name: id }));
    const licenses = apps.map(({ id }) => aLicense({ id: `l${id}`, appId: id, last4: `KEY${id}` }));
    const browser = aBrowser({ meta: speaksFor, apps, licenses });
    browser.others.push({ id: await nameIn(browser), at: BROWSER_NOW });
    expect(browser.looked[0]?.names).toHaveLength(3);
    await passOn(browser, 8);
    expect(browser.posted).toHaveLength(1);
    const said = browser.ledger().deliveries.filter(({ state }) => state === 'sent');
    expect(said.map(({ reminderIds }) => reminderIds.length).toSorted()).toEqual([1, 2]);
  });

  test('as long as it cannot look, it says nothing there, and in the end another channel speaks', async () => {
    const browser = aBrowser({ meta: speaksFor });
    browser.world.blind = true;
    for (let i = 0; i < 40; i += 1) await passOn(browser, 1);
    expect(browser.posted).toEqual([]);
    expect(browser.row()?.failedAt).not.toBe(null);
    browser.world.blind = false;
    browser.world.now += HOUR;
    await passOn(browser);
    expect(browser.posted).toHaveLength(1);
  });

  test('open in the evenings only, it says what waited for so long', async () => {
    const office = { ...everyDay, office: { from: 540, to: 1080 } };
    const dead = aLicense({ expiry: { on: '2026-12-01', basis: 'page' } });
    const browser = aBrowser({ meta: speaksFor, policies: [office], licenses: [dead] });
    for (let evening = 0; evening < 4 && browser.posted.length === 0; evening += 1) {
      browser.world.now = at('2026-12-04T20:00') + evening * DAY;
      await passOn(browser, 10);
    }
    expect(browser.posted).toHaveLength(1);
  });

  test('what it sees too little of, it says as what may have been said, in one message', async () => {
    const browser = aBrowser({ meta: speaksFor });
    browser.world.outOfSight = true;
    await passOn(browser);
    expect(browser.posted).toMatchObject([{ again: true }]);
  });

  test('what both saw, the other may have said long ago', async () => {
    const far = { on: '2027-06-01', basis: 'page' } as const;
    const seen = aLicense({ expiry: far, updateSeenSince: BROWSER_NOW });
    const browser = aBrowser({ meta: speaksFor, licenses: [seen] });
    browser.others.push({ id: await nameIn(browser), at: BROWSER_NOW - 3 * DAY });
    await passOn(browser);
    expect(browser.posted).toEqual([]);
  });

  test('a step that was said before its day by a wrong clock is said on its day', async () => {
    const browser = aBrowser({ meta: speaksFor });
    browser.others.push({ id: await nameIn(browser), at: BROWSER_NOW - 2 * DAY });
    await passOn(browser);
    expect(browser.posted).toHaveLength(1);
  });

  test('what a wrong clock wrote and was undone is no earlier occasion of what the other said', async () => {
    const [first] = planChange(aLedger(), BROWSER_NOW, placed('d')).reminders ?? [];
    if (!first) throw new Error('nothing is said');
    const undone = { ...first, endedAt: first.createdAt - DAY, endedBy: 'clock' as const };
    const said = aDelivery({ reminderIds: [first.id], target: 'room', sentAt: BROWSER_NOW });
    const own = { reminders: [undone], deliveries: [said] };
    const browser = aBrowser({ meta: speaksFor, ...own });
    browser.others.push({ id: await nameIn(browser), at: BROWSER_NOW - MINUTE / 2 });
    await passOn(browser);
    expect(browser.posted).toEqual([]);
  });

  test.each([BROWSER_NOW - 2 * DAY, null])(
    'what repeats was not said by what was heard before it repeated (%s)',
    async (there) => {
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
      browser.others.push({ id: await nameIn(browser), at: there });
      await passOn(browser);
      expect(browser.posted).toHaveLength(1);
    },
  );

  test('what ends while it looks, unsaid, is not called solved', async () => {
    const browser = aBrowser({ meta: speaksFor });
    await browser.wake();
    browser.gone();
    await passOn(browser, 800);
    expect(browser.posted).toEqual([]);
  });

  test('of a shop for which that one does not speak, it looks for nothing', async () => {
    const browser = aBrowser({ meta: { ...meta, companionSpeaksFor: ['other'] } });
    await browser.wake();
    expect([browser.posted.length, browser.looked.length]).toEqual([1, 0]);
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
