// To whom: the next one where one fails, a second person where nobody answers, and once over several places.
import { describe, expect, test } from 'vitest';
import { applyChange } from '../../../utils/ledger/apply.ts';
import type { Ledger } from '../../../utils/model/ledger.ts';
import type { Policy, Route, Target } from '../../../utils/model/notice.ts';
import type { Delivery, Reminder } from '../../../utils/model/reminder.ts';
import { DAY, HOUR, MINUTE, type Instant } from '../../../utils/model/time.ts';
import { nextWake } from '../../../utils/reminders/alarm.ts';
import { giveAnswer } from '../../../utils/reminders/answers.ts';
import { failed, sent, settled } from '../../../utils/reminders/attempts.ts';
import { claim } from '../../../utils/reminders/claim.ts';
import type { MuteChannel } from '../../../utils/reminders/channels/port.ts';
import { hearOf, saidHere } from '../../../utils/reminders/handover.ts';
import { planChange } from '../../../utils/reminders/outbox.ts';
import type { Place } from '../../../utils/reminders/place.ts';
import { aDelivery, aLedger, aLicense, aNotification, at, everyDay } from './make.ts';

/** Two days before the key of make.ts ends: urgent, in office hours. */
const NOW = at('2026-12-04T10:00');
const target = (id: string, over: Partial<Target> = {}): Target => ({
  id,
  channel: 'slack',
  name: id,
  config: {},
  secretName: null,
  kinds: ['expiry', 'approval', 'test', 'trouble'],
  people: [],
  enabled: true,
  ...over,
});
const routed = (route: Partial<Route>): Policy => ({
  ...everyDay,
  routes: [{ kind: 'expiry', targetIds: ['room'], fallbackIds: [], escalation: null, ...route }],
});

const slack: MuteChannel = {
  ...aNotification(() => Promise.resolve({ kind: 'delivered', ref: null })),
  id: 'slack',
};
let n = 0;
const place: Place = {
  newId: () => `d${(n += 1)}`,
  channels: new Map([['slack', slack]]),
  speaks: () => true,
};
const planned = (ledger: Ledger, now: Instant): Ledger =>
  applyChange(ledger, planChange(ledger, now, place));
/** Plans and tries everything that may be tried; `works` says which targets can be reached. */
function played(
  start: Ledger,
  now: Instant,
  works: (target: string) => boolean,
): [Ledger, string[]] {
  let ledger = planned(start, now);
  const told: string[] = [];
  for (;;) {
    const { change, claimed } = claim(ledger, now);
    ledger = planned(applyChange(ledger, change), now);
    if (!claimed) return [ledger, told];
    const { id, claimedAt, target: to } = claimed.delivery;
    if (works(to)) told.push(to);
    const outcome = { kind: 'refused', why: 'wrongSecret' } as const;
    const end = works(to)
      ? sent(ledger, id, { now })
      : failed(ledger, id, outcome, { now, claimedAt, jitter: 0.5, limit: 5 });
    ledger = planned(applyChange(ledger, end), now);
  }
}
const all = (): boolean => true;

describe('a target that fails', () => {
  const start = aLedger({
    policies: [routed({ fallbackIds: ['spare', 'last'] })],
    targets: [target('room'), target('spare', { enabled: false }), target('last')],
  });

  test('the next of the route speaks, even where a person switched it off, and once', () => {
    const [after, told] = played(start, NOW, (to) => to !== 'room');
    expect(told).toEqual(['spare']);
    const spare = after.deliveries.find((one) => one.target === 'spare');
    const room = after.deliveries.find((one) => one.target === 'room');
    expect(spare?.fallbackFor).toBe(room?.id);
    expect(room?.state).toBe('handedOver');
    expect(played(after, NOW + 2 * HOUR, all)[1]).toEqual([]);
  });

  test('and where that fails too, the one after it', () => {
    expect(played(start, NOW, (to) => to === 'last')[1]).toEqual(['last']);
  });
});

describe('nobody answers', () => {
  const start = aLedger({
    policies: [routed({ escalation: { targetId: 'boss', afterHours: 3 } })],
    targets: [target('room'), target('boss')],
  });
  const [told] = played(start, NOW, all);

  test('a second person is told after so many hours, once; the alarm is set for it', () => {
    expect(told.deliveries.map((one) => one.target)).toEqual(['room']);
    expect(nextWake(told, NOW + MINUTE, place)).toBe(NOW + 3 * HOUR);
    expect(played(told, NOW + 3 * HOUR - 1, all)[1]).toEqual([]);
    const [after, later] = played(told, NOW + 3 * HOUR, all);
    expect(later).toEqual(['boss']);
    expect(after.deliveries.at(-1)?.escalated).toBe(true);
    expect(played(after, NOW + 4 * HOUR, all)[1]).toEqual([]);
  });

  test('not where somebody did', () => {
    const answering = { topic: 'end|license', by: '島田', acknowledged: true };
    const given = { ...answering, plannedOn: null, snoozeUntil: null };
    const answered = applyChange(told, giveAnswer(told, given, NOW + HOUR));
    expect(played(answered, NOW + 3 * HOUR, all)[1]).toEqual([]);
  });
});

describe('two places that speak of the same shop', () => {
  const start = aLedger({ policies: [routed({})], targets: [target('room')] });
  const [there] = played(start, NOW, all);

  test('what one has said, the other does not say again', () => {
    const here = planned(start, NOW + HOUR);
    expect(here.deliveries.map((one) => one.state)).toEqual(['pending']);
    const heard = applyChange(here, hearOf(here, saidHere(there)));
    expect(heard.deliveries.map((one) => one.state).sort()).toEqual(['cancelled', 'sent']);
    expect(played(heard, NOW + HOUR, all)[1]).toEqual([]);
    expect(hearOf(heard, saidHere(there))).toEqual({});
  });

  test('what the other did not know the end of, and then did, has arrived', () => {
    const { deliveries } = there;
    const doubtful = deliveries.map((one) =>
      Object.assign({}, one, { state: 'doubtful' as const, sentAt: null, doubts: 1 }),
    );
    const heard = applyChange(start, hearOf(start, saidHere({ ...there, deliveries: doubtful })));
    expect(heard.deliveries.map((one) => one.state)).toEqual(['doubtful']);
    const after = applyChange(heard, hearOf(heard, saidHere(there)));
    expect(after.deliveries.map((one) => one.state)).toEqual(['sent']);
    // And never back.
    expect(hearOf(after, saidHere({ ...there, deliveries: doubtful }))).toEqual({});
  });

  test('what a clock that was ahead undid here, the other had said in time', () => {
    const early = planned(start, NOW + 13 * HOUR);
    const undone = planned(early, NOW - MINUTE);
    expect(undone.reminders.map((one) => one.endedBy)).toContain('clock');
    const heard = applyChange(undone, hearOf(undone, saidHere(there)));
    expect(played(heard, NOW + HOUR, all)[1]).toEqual([]);
    // Said here by that clock, it says nothing of when.
    const own = heard.deliveries.map(({ elsewhere: _by, ...one }) => one);
    expect(played({ ...heard, deliveries: own }, NOW + HOUR, all)[1]).toEqual(['room']);
  });

  test('what the other counts as another occasion is the same to say', () => {
    // Its clock had been ahead and wrote it anew: under a name that is new here.
    const anew = (one: Reminder): Reminder => Object.assign({}, one, { id: 'anew', occurrence: 1 });
    const reminders = there.reminders.map(anew);
    const deliveries = there.deliveries.map((one) =>
      Object.assign({}, one, { reminderIds: ['anew'] }),
    );
    const said = saidHere({ ...there, reminders, deliveries });
    const here = planned(start, NOW + HOUR);
    const heard = applyChange(here, hearOf(here, said));
    expect(played(heard, NOW + 2 * HOUR, all)[1]).toEqual([]);
    // What it said before its day was too early.
    const early = deliveries.map((one) => Object.assign({}, one, { sentAt: NOW - 3 * DAY }));
    const heardEarly = applyChange(here, hearOf(here, { ...said, deliveries: early }));
    expect(played(heardEarly, NOW + 2 * HOUR, all)[1]).toEqual(['room']);
  });

  test('what both saw, each dates by its own clock', () => {
    const seenAt = (updateSeenSince: Instant): Ledger => {
      const far = { on: '2027-06-01', basis: 'page' } as const;
      return { ...start, licenses: [aLicense({ expiry: far, updateSeenSince })] };
    };
    // Read while the clock was two days ahead, which is right again.
    const ahead = NOW + 2 * DAY;
    const undone = planned(planned(seenAt(ahead), ahead), NOW);
    expect(undone.reminders.map(({ endedBy }) => endedBy)).toEqual(['clock', null]);
    const said = saidHere(played(seenAt(NOW), NOW, all)[0]);
    expect(said.deliveries).toHaveLength(1);
    const heard = applyChange(undone, hearOf(undone, said));
    expect(played(heard, NOW + HOUR, all)[1]).toEqual([]);
  });

  test('a better clock knows that nothing was said later than now', () => {
    const { deliveries = [] } = hearOf(start, saidHere(there), NOW - DAY);
    expect(deliveries.map((one) => one.sentAt)).toEqual([NOW - DAY]);
  });

  test('it ends it all the same, where the other had said it', () => {
    const here = planned(start, NOW + HOUR);
    const heard = applyChange(here, hearOf(here, saidHere(there)));
    const [after, told] = played({ ...heard, licenses: [] }, at('2026-12-07T10:00'), all);
    expect(told).toEqual(['room']);
    expect(after.deliveries.at(-1)?.resolvedIds).toHaveLength(1);
  });

  test.each([
    ['over for the other: all steps of it are', null, 'cancelled'],
    ['over for the other, and said again since: that has to be ended', NOW + 5 * HOUR, 'pending'],
  ])('what is %s', (_, again, state) => {
    const [first] = planned(start, NOW).reminders;
    if (!first) throw new Error('nothing is due');
    const reminders = ['r14', 'r7'].map((id) => Object.assign({}, first, { id, endedAt: NOW }));
    const saying = (id: string, sentAt: Instant) =>
      aDelivery({ id: `said ${id}`, reminderIds: [id], state: 'sent', sentAt });
    const ours = aDelivery({
      id: 'ours',
      resolvedIds: ['r14', 'r7'],
      state: 'pending',
      attempts: 0,
      sentAt: null,
    });
    const ledger = {
      ...start,
      reminders,
      deliveries: [saying('r14', NOW), saying('r7', again ?? NOW + HOUR), ours],
    };
    // The other knew of one step alone.
    const theirs = aDelivery({
      id: 'theirs',
      resolvedIds: ['r14'],
      state: 'sent',
      sentAt: NOW + 4 * HOUR,
    });
    const change = hearOf(ledger, { reminders: [], deliveries: [theirs] });
    const after = applyChange(ledger, change).deliveries.find(({ id }) => id === 'ours');
    expect([after?.state, after?.resolvedIds]).toEqual([state, again === null ? [] : ['r7']]);
  });

  test('what it has tried in vain, and the other said meanwhile, it does not try again', () => {
    const here = planned(start, NOW);
    const tried = here.deliveries.map((one) =>
      Object.assign({}, one, { attempts: 3, nextAttemptAt: NOW + HOUR, failedAt: NOW }),
    );
    const failing = { ...here, deliveries: tried };
    const heard = applyChange(failing, hearOf(failing, saidHere(there)));
    expect(heard.deliveries.map((one) => one.state).sort()).toEqual(['cancelled', 'sent']);
    // Where something may have arrived, that is found out.
    const doubtful = tried.map((one) => Object.assign({}, one, { doubts: 1 }));
    const unsure = { ...here, deliveries: doubtful };
    const asked = applyChange(unsure, hearOf(unsure, saidHere(there)));
    expect(asked.deliveries.map((one) => one.state).sort()).toEqual(['pending', 'sent']);
  });

  test('what the other had begun and did not bring, and we have said, is not said for it', () => {
    const here = planned(start, NOW);
    const said = here.deliveries.map((one) =>
      Object.assign({}, one, { id: 'ours', state: 'sent', sentAt: NOW, attempts: 1 }),
    );
    const theirs = here.deliveries.map((one) =>
      Object.assign({}, one, { id: 'theirs', state: 'claimed', claimedAt: NOW, doubts: 1 }),
    );
    const both = { ...here, deliveries: [...said, ...theirs] };
    const ended = (ledger: Ledger) => {
      const change = settled(ledger, 'theirs', { now: NOW + HOUR, claimedAt: NOW });
      return change.deliveries?.map(({ state }) => state);
    };
    expect(ended(both)).toEqual(['cancelled']);
    // It had it under another name, which stands here beside ours.
    const anew = here.reminders.map((one) => Object.assign({}, one, { id: 'anew', occurrence: 1 }));
    const named = theirs.map((one) => Object.assign({}, one, { reminderIds: ['anew'] }));
    const reminders = [...here.reminders, ...anew];
    const other = { ...here, reminders, deliveries: [...said, ...named] };
    expect(ended(other)).toEqual(['cancelled']);
    const given = named.map((one) => Object.assign({}, one, { state: 'cancelled', doubts: 0 }));
    const heard = given.map((one) => Object.assign({}, one, { elsewhere: true }));
    const without = { ...other, deliveries: [...said, ...heard] };
    expect(played(without, NOW + HOUR, all)[1]).toEqual([]);
    // What repeats is said: the earlier occasion is over.
    const over = here.reminders.map((one) => Object.assign({}, one, { endedAt: NOW }));
    expect(ended({ ...other, reminders: [...over, ...anew] })).toEqual(['pending']);
  });

  test('what it has begun itself is left to its end', () => {
    const here = planned(start, NOW);
    const begun = applyChange(here, claim(here, NOW).change);
    const heard = applyChange(begun, hearOf(begun, saidHere(there)));
    expect(heard.deliveries.map((one) => one.state).sort()).toEqual(['claimed', 'sent']);
  });

  test('what nobody has tried is withdrawn where another speaks by now; what may have arrived is not', () => {
    const here = planned(start, NOW);
    const silent: Place = { ...place, speaks: () => false };
    const after = (ledger: Ledger) => applyChange(ledger, planChange(ledger, NOW, silent));
    expect(after(here).deliveries.map((one) => one.state)).toEqual(['cancelled']);
    // Given back when the other is silent again.
    expect(played(after(here), NOW, all)[1]).toEqual(['room']);
    const doubtful = here.deliveries.map((one) => ({ ...one, attempts: 1, doubts: 1 }));
    expect(after({ ...here, deliveries: doubtful }).deliveries).toEqual(doubtful);
  });
});

describe('a digest of today that has left', () => {
  const start = aLedger({
    policies: [routed({})],
    targets: [target('room')],
    licenses: [aLicense({ expiry: { on: '2026-12-11', basis: 'page' } })],
  });
  /** Due on the fourth; a digest that says another matter left as given. Does it hear of it at noon on the fifth? */
  const heardAtNoon = (
    knownAt: string,
    digest: Partial<Delivery>,
    over: Partial<Reminder> = {},
  ): boolean => {
    const [told] = played(start, at(knownAt), () => false);
    // Its row was lost since.
    const [row] = told.deliveries;
    if (!row) throw new Error('nothing was planned');
    const slotAt = at('2026-12-05T09:30');
    const other: Delivery = {
      ...row,
      state: 'sent',
      reminderIds: [],
      attempts: 1,
      slotAt,
      sentAt: slotAt,
      digest: true,
      ...digest,
    };
    const reminders = told.reminders.map((one) => ({ ...one, ...over }));
    const at12 = at('2026-12-05T12:00');
    const [, said] = played({ ...told, reminders, deliveries: [other] }, at12, all);
    return said.length > 0;
  };

  test('what is known since after it waits for the next', () => {
    expect(heardAtNoon('2026-12-05T09:40', {})).toBe(false);
  });

  test('what one before it should have said does not', () => {
    expect(heardAtNoon('2026-12-04T09:00', {})).toBe(true);
  });

  test('nor does what was known when it left, however late that was', () => {
    const [slotAt, sentAt] = [at('2026-12-05T09:40'), at('2026-12-05T09:41')];
    expect(heardAtNoon('2026-12-05T09:40', { slotAt, sentAt })).toBe(true);
  });

  test('nor does what a clock that was ahead wrote: nobody knows when', () => {
    expect(heardAtNoon('2026-12-05T20:00', {})).toBe(true);
  });

  test('nor does a step that is written anew, as a wrong clock had written it', () => {
    expect(heardAtNoon('2026-12-05T09:40', {}, { occurrence: 1 })).toBe(true);
  });

  test('one of yesterday that left at night is not it', () => {
    const [slotAt, sentAt] = [at('2026-12-04T09:30'), at('2026-12-05T02:00')];
    expect(heardAtNoon('2026-12-05T09:40', { slotAt, sentAt })).toBe(true);
  });

  test('nor is one that the room never heard, as another spoke in its place', () => {
    expect(heardAtNoon('2026-12-05T09:40', { state: 'handedOver', sentAt: null })).toBe(true);
  });
});

describe('a digest that waits, and the rules change', () => {
  const today = { from: '2026-12-04', to: '2026-12-04', name: '棚卸し' } as const;
  const fortnight = aLedger({
    licenses: [aLicense({ expiry: { on: '2026-12-18', basis: 'page' } })],
    policies: [everyDay],
    targets: [target('room')],
  });
  const waiting = ({ deliveries }: Ledger): string[] =>
    deliveries
      .filter((one) => one.target === 'room' && one.state === 'pending')
      .map((one) => new Date(one.slotAt + 9 * HOUR).toISOString().slice(5, 16));

  test.each([
    [
      'its day is closed',
      at('2026-12-04T08:00'),
      '12-04T09:30',
      { closed: [today] },
      '12-05T09:30',
    ],
    [
      'it missed its hour, and its day is closed',
      NOW,
      '12-04T10:00',
      { closed: [today] },
      '12-05T09:30',
    ],
    ['the hour moves', at('2026-12-04T08:00'), '12-04T09:30', { digestAt: 660 }, '12-04T11:00'],
    ['it is overdue, and the hour moves', NOW, '12-04T10:00', { digestAt: 660 }, '12-04T10:00'],
    ['nothing of it changes', NOW, '12-04T10:00', { busy: [today] }, '12-04T10:00'],
  ])('%s', (_, now, before, over, after) => {
    const first = planned(fortnight, now);
    expect(waiting(first)).toEqual([before]);
    const policies = [{ ...everyDay, ...over }];
    const second = planned({ ...first, policies }, now + MINUTE);
    expect(waiting(second)).toEqual([after]);
    expect(planned(second, now + 2 * MINUTE)).toBe(second);
  });
});
