// What a browser says in the place of a companion, and how that one finds it afterwards.
import { expect, test } from 'vitest';
import { applyChange } from '../../../utils/ledger/apply.ts';
import type { Ledger } from '../../../utils/model/ledger.ts';
import type { Policy, Target } from '../../../utils/model/notice.ts';
import { DAY, HOUR, type Instant } from '../../../utils/model/time.ts';
import { hearOf, saidHere } from '../../../utils/reminders/handover.ts';
import { askFirst, namesOf } from '../../../utils/reminders/in-place.ts';
import { messageOf, refOf } from '../../../utils/reminders/message.ts';
import { planChange } from '../../../utils/reminders/outbox.ts';
import type { Place } from '../../../utils/reminders/place.ts';
import { aLedger, aLicense, anApp, aNotification, at, everyDay } from './make.ts';
import { wordsIn } from './say.ts';

/** Two days before the first key ends, at ten. */
const NOW = at('2026-12-04T10:00');
const room: Target = {
  id: 'room',
  channel: 'slack',
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
const placed = (prefix: string): Place => {
  let n = 0;
  const silent = aNotification(() => Promise.resolve({ kind: 'delivered', ref: null }));
  return {
    newId: () => `${prefix}${(n += 1)}`,
    channels: new Map([['slack', { ...silent, id: 'slack' }]]),
    speaks: () => true,
  };
};
/** One ends in two days (urgent), one in a week. Each place has ids of its own. */
const ledgerOf = (prefix: string, now: Instant): Ledger => {
  const start = aLedger({
    targets: [room],
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
  const textOf = (standsIn: boolean): string =>
    messageOf(row, here, { ...saying, standsIn })
      .lines.map(({ text }) => text)
      .join('\n');
  for (const name of namesOf(row, here)) {
    expect(textOf(true)).toContain(refOf(name));
    expect(textOf(false)).not.toContain(refOf(name));
  }
});

test('what may have been said while one was away is asked for by that name, and by itself', () => {
  const back = ledgerOf('b', NOW);
  const asked = applyChange(back, askFirst(back, { from: NOW - 2 * DAY, to: NOW + HOUR }));
  const open = asked.deliveries.filter(({ state }) => state !== 'cancelled');
  expect(open.map(({ state, doubts }) => [state, doubts])).toEqual([
    ['doubtful', 1],
    ['doubtful', 1],
  ]);
  expect(new Set(open.map(({ id }) => id))).toEqual(new Set(namesIn(ledgerOf('a', NOW))));
  // Once: what was asked for is not asked for again.
  expect(askFirst(asked, { from: NOW - 2 * DAY, to: NOW + HOUR })).toEqual({});
});

test('for less than a day, what is urgent; of what was due after it, nothing', () => {
  const back = ledgerOf('b', NOW);
  const names = (from: Instant, to: Instant): number =>
    (askFirst(back, { from, to }).deliveries ?? []).filter((one) => one.state === 'doubtful')
      .length;
  expect(names(NOW - HOUR, NOW)).toBe(1);
  expect(names(NOW - 30 * DAY, NOW - 20 * DAY)).toBe(0);
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
