// A clock that is moved, and what the services' own clocks do about it.
import { describe, expect, test } from 'vitest';
import type { Ledger } from '../../../utils/model/ledger.ts';
import type { Delivery } from '../../../utils/model/reminder.ts';
import { DAY, HOUR, MINUTE, type Instant } from '../../../utils/model/time.ts';
import { timeHeard, trueNow } from '../../../utils/reminders/true-time.ts';
import { saidByOtherNames } from '../../../utils/reminders/undone.ts';
import { aBrowser, NOW, ROOM } from './a-browser.ts';
import { aLedger, aLicense, anApp, at } from './make.ts';

describe('what time it is', () => {
  test('never before what a service said last; a service far off is not believed', () => {
    const seen = (timeSeen: Instant): Ledger => aLedger({ meta: { ...aLedger().meta, timeSeen } });
    expect(trueNow(aLedger(), NOW)).toBe(NOW);
    expect(trueNow(seen(NOW - DAY), NOW)).toBe(NOW);
    expect(trueNow(seen(NOW + DAY), NOW)).toBe(NOW + DAY);
    expect(trueNow(seen(NOW + 60 * DAY), NOW)).toBe(NOW);
    expect(timeHeard(seen(NOW), null)).toEqual({});
    expect(timeHeard(seen(NOW), NOW - DAY).meta?.timeSeen).toBe(NOW - DAY);
  });

  test('a clock that is set back repeats nothing', async () => {
    const browser = aBrowser();
    await browser.wake();
    expect(browser.posted).toHaveLength(1);
    expect(browser.ledger().meta.timeSeen).toBe(NOW);
    for (const back of [HOUR, 13 * HOUR, 60 * HOUR]) {
      browser.world.ahead = -back;
      browser.world.now += HOUR;
      await browser.wake();
    }
    expect(browser.posted).toHaveLength(1);
  });

  test('what a clock that was ahead overtook is said where it had not been said yet', async () => {
    const browser = aBrowser();
    browser.world.outcome = { kind: 'retry', after: null, why: 'serverError' };
    await browser.wake();
    browser.world.ahead = 60 * HOUR;
    await browser.wake();
    expect(browser.ledger().reminders.map(({ threshold }) => threshold)).toEqual([2, 0]);
    browser.world.ahead = 0;
    browser.world.now += HOUR;
    browser.world.outcome = { kind: 'delivered', ref: null };
    await browser.wake();
    expect(browser.posted).toHaveLength(1);
    const said = browser.ledger().reminders.filter(({ endedAt }) => endedAt === null);
    expect(said).toMatchObject([{ reason: 'expiring', threshold: 2 }]);
  });
});

test('what a clock that was ahead read is not said again on the day that it took it to be', async () => {
  const ahead = aLicense({ expiry: null, updateSeenSince: NOW + 2 * DAY });
  const browser = aBrowser({ licenses: [ahead] });
  for (let i = 0; i < 5; i += 1) {
    browser.world.now = NOW + i * DAY;
    await browser.wake();
  }
  expect(browser.ledger().reminders.map(({ reason }) => reason)).toEqual(['update']);
  expect(browser.posted).toHaveLength(1);
});

test('what was seen and said by a clock that was ahead is not said again when it is set right', async () => {
  const browser = aBrowser({
    licenses: [aLicense({ expiry: null, updateSeenSince: NOW + 60 * HOUR })],
  });
  browser.world.ahead = 60 * HOUR;
  browser.world.now = at('2026-12-04T22:00');
  await browser.wake();
  expect(browser.posted).toHaveLength(1);
  browser.world.ahead = 0;
  for (let i = 1; i < 6; i += 1) {
    browser.world.now = NOW + i * DAY;
    await browser.wake();
  }
  expect(browser.posted).toHaveLength(1);
  expect(browser.ledger().reminders).toMatchObject([{ reason: 'update', endedAt: null }]);
});

test('what a clock that was set back undid was said, once a service has shown that its time has come', async () => {
  const browser = aBrowser();
  browser.world.now = at('2026-12-07T10:00');
  await browser.wake();
  const [told] = browser.ledger().reminders;
  if (!told) throw new Error('nothing was said');
  expect(told).toMatchObject({ reason: 'expired', endedAt: null });
  const undone = { ...told, endedAt: at('2026-12-06T22:00'), endedBy: 'cause' } as const;
  const saidAt = (timeSeen: Instant): Instant[] => {
    const { meta, deliveries } = browser.ledger();
    const ledger = { reminders: [undone], deliveries, meta: { ...meta, timeSeen } };
    return [...saidByOtherNames(ledger).values()];
  };
  expect(saidAt(browser.world.now + MINUTE)).toEqual([browser.world.now]);
  // Else it may be the time of a clock that was ahead.
  expect(saidAt(browser.world.now - MINUTE)).toEqual([]);
});

describe('after doubt', () => {
  const doubtful = async () => {
    const browser = aBrowser();
    browser.world.outcome = { kind: 'doubtful', why: 'timeout' };
    await browser.wake();
    browser.world.outcome = { kind: 'delivered', ref: null };
    return browser;
  };

  test('it is sent again when the room had nothing twice, two minutes apart by its clock', async () => {
    const browser = await doubtful();
    browser.world.now += 2 * MINUTE;
    await browser.wake();
    expect(browser.posted).toEqual([]);
    expect(browser.row()).toMatchObject({
      state: 'doubtful',
      attempts: 1,
      absentAt: browser.world.now,
    });
    browser.world.now += 2 * MINUTE;
    await browser.wake();
    expect(browser.posted).toHaveLength(1);
    expect(browser.row()).toMatchObject({ state: 'sent', attempts: 2 });
  });

  test('out of sight, it is said again and marked as such', async () => {
    const browser = await doubtful();
    browser.world.outOfSight = true;
    for (let i = 0; i < 3; i += 1) {
      browser.world.now += 2 * MINUTE;
      await browser.wake();
    }
    expect(browser.posted).toMatchObject([{ again: true }]);
    expect(browser.row()?.state).toBe('sent');
  });

  test('however far our own clock jumps between', async () => {
    const browser = await doubtful();
    for (const ahead of [10 * MINUTE, 5 * HOUR, -5 * HOUR, 0]) {
      browser.world.ahead = ahead;
      browser.world.now += 1_000;
      await browser.wake();
    }
    expect(browser.asked.length).toBeGreaterThan(1);
    expect(browser.posted).toEqual([]);
  });

  test('a look before the last attempt counts for nothing', async () => {
    const browser = await doubtful();
    browser.world.now += 2 * MINUTE;
    await browser.wake();
    browser.world.outcome = { kind: 'doubtful', why: 'timeout' };
    browser.world.now += 2 * MINUTE;
    await browser.wake();
    browser.world.outcome = { kind: 'delivered', ref: null };
    browser.world.now += 10 * MINUTE;
    await browser.wake();
    expect(browser.posted).toEqual([]);
    expect(browser.row()).toMatchObject({ doubts: 1, absentAt: browser.world.now });
  });

  test('nor beside itself where a clock that was set back undid it besides', async () => {
    const browser = await doubtful();
    const [told] = browser.ledger().reminders;
    browser.posted.push({ id: browser.row()?.id ?? '', target: 'room', at: NOW, again: false });
    browser.world.refuses = 'room';
    browser.world.ahead = 60 * HOUR;
    await browser.wake();
    browser.world.ahead = -30 * HOUR;
    await browser.wake();
    const undone = browser.ledger().reminders.find(({ id }) => id === told?.id);
    expect(undone).toMatchObject({ endedBy: 'clock' });
    browser.world.refuses = null;
    browser.world.ahead = 0;
    browser.world.now += HOUR;
    await browser.wake();
    expect(browser.posted).toHaveLength(1);
    const standing = browser.ledger().reminders.filter(({ endedAt }) => endedAt === null);
    expect(standing.map(({ id }) => id)).toEqual([told?.id]);
  });

  test('what was given up by a clock that was ahead is asked for, not said beside itself', async () => {
    const browser = await doubtful();
    // It had arrived after all.
    browser.posted.push({ id: browser.row()?.id ?? '', target: 'room', at: NOW, again: false });
    browser.world.ahead = 60 * HOUR;
    await browser.wake();
    browser.world.ahead = 0;
    browser.world.now += HOUR;
    await browser.wake();
    expect(browser.posted).toHaveLength(1);
    expect(browser.row()).toMatchObject({ state: 'sent', doubts: 1 });
  });
});

describe('what ended only by a clock that was ahead', () => {
  // It is dead all the time, so that the row of both has something to say.
  const other = aLicense({ id: 'other', appId: 'other', state: 'expired' });
  const licenses = [aLicense(), other];

  test('counts as said where the row is found at the second look', async () => {
    const browser = aBrowser({ licenses });
    browser.world.outcome = { kind: 'doubtful', why: 'timeout' };
    await browser.wake();
    const id = browser.row()?.id ?? '';
    browser.world.outcome = { kind: 'delivered', ref: null };
    browser.world.ahead = 60 * HOUR;
    await browser.wake();
    browser.posted.push({ id, target: 'room', at: NOW + 3_000, again: false });
    browser.world.now += 2 * MINUTE;
    await browser.wake();
    browser.world.ahead = 0;
    browser.world.now += HOUR;
    await browser.wake();
    expect(browser.posted).toHaveLength(1);
    expect(browser.row()?.reminderIds).toHaveLength(2);
  });

  test('ends with 解決 where an earlier attempt may have said it, and the last did not', async () => {
    const browser = aBrowser({ licenses });
    browser.world.mute = true;
    browser.world.outcome = { kind: 'doubtful', why: 'timeout' };
    await browser.wake();
    browser.world.outcome = { kind: 'delivered', ref: null };
    browser.world.ahead = 60 * HOUR;
    await browser.wake();
    expect(browser.row()).toMatchObject({ state: 'sent', attempts: 2 });
    const gone = aLicense({ goneAt: NOW + HOUR });
    const later = aBrowser({ ...browser.ledger(), licenses: [gone, other] });
    later.world.now = at('2026-12-05T09:30');
    await later.wake();
    const solved = later.ledger().deliveries.flatMap(({ resolvedIds }) => resolvedIds);
    const over = later.ledger().reminders.find((one) => one.threshold === 2);
    expect(solved).toContain(over?.id);
  });
});

const claimedOf = (one: Delivery, claimedAt: Instant): Delivery => ({
  ...one,
  state: 'claimed',
  claimedAt,
});

test('解決 covers what was being said when it was written, so that it is said once', async () => {
  const browser = aBrowser();
  await browser.wake();
  // The next step is being said, and nobody will record how that ended.
  browser.world.now = at('2026-12-05T10:00');
  browser.world.outcome = { kind: 'retry', after: null, why: 'serverError' };
  await browser.wake();
  const { deliveries } = browser.ledger();
  const claimedAt = at('2026-12-05T10:00');
  const dying = deliveries.map((one) =>
    one.state === 'pending' ? claimedOf(one, claimedAt) : one,
  );
  const later = aBrowser({
    ...browser.ledger(),
    deliveries: dying,
    licenses: [aLicense({ goneAt: claimedAt })],
  });
  // By a clock that is behind: what was claimed looks as though it came after.
  later.world.now = at('2026-12-05T09:59');
  await later.wake();
  later.world.now = at('2026-12-05T10:30');
  await later.wake();
  expect(later.posted).toHaveLength(1);
  expect(later.ledger().deliveries.filter((one) => one.resolvedIds.length > 0)).toHaveLength(1);
});

test('what is found late was said when the room says so, and is not solved twice', async () => {
  const other = aLicense({ id: 'other', appId: 'other' });
  const browser = aBrowser({ licenses: [aLicense(), other] });
  browser.world.outcome = { kind: 'doubtful', why: 'timeout' };
  await browser.wake();
  const row = browser.row();
  if (!row) throw new Error('nothing was said');
  const later = aBrowser({
    ...browser.ledger(),
    licenses: [aLicense({ goneAt: NOW + MINUTE }), other],
    // A second sender died over the question, its clock ahead.
    deliveries: [{ ...row, id: 'first', state: 'claimed', claimedAt: NOW + HOUR / 2 }],
  });
  later.posted.push({ id: 'first', target: 'room', at: NOW, again: false });
  later.world.now = NOW + 2 * MINUTE;
  await later.wake();
  later.world.ahead = HOUR;
  later.world.now += MINUTE;
  await later.wake();
  const { deliveries } = later.ledger();
  expect(deliveries.find(({ id }) => id === 'first')).toMatchObject({ state: 'sent', sentAt: NOW });
  expect(deliveries.filter(({ resolvedIds }) => resolvedIds.length > 0)).toHaveLength(1);
  expect(later.posted).toHaveLength(2);
});

test('what is kept of a matter is kept whole, so that it is solved once', async () => {
  const browser = aBrowser();
  await browser.wake();
  const gone = aLicense({ goneAt: NOW + HOUR });
  await browser.wake();
  const solved = aBrowser({ ...browser.ledger(), licenses: [gone] });
  solved.world.now = NOW + DAY * 4;
  await solved.wake();
  expect(solved.posted).toHaveLength(1);
  for (const days of [150, 199, 201, 203, 210]) {
    solved.world.now = NOW + days * DAY;
    await solved.wake();
  }
  expect(solved.posted).toHaveLength(1);
  expect(solved.ledger().reminders).toEqual([]);
  expect(solved.ledger().deliveries).toEqual([]);
});

test('what a clock that was ahead wrote, and one target heard in time, only the others hear again', async () => {
  const browser = aBrowser({ targets: [ROOM, { ...ROOM, id: 'second' }] });
  browser.world.now = at('2026-12-06T20:00');
  browser.world.ahead = 40 * HOUR;
  // "Expired", four hours early, in office hours by its own clock: heard by one of the two.
  browser.world.refuses = 'second';
  await browser.wake();
  expect(browser.posted).toHaveLength(1);
  browser.world.refuses = null;
  browser.world.now = at('2026-12-07T09:30');
  await browser.wake();
  browser.world.ahead = 0;
  browser.world.now = at('2026-12-07T10:00');
  await browser.wake();
  const to = (id: string) => browser.posted.filter((one) => one.target === id).length;
  expect([to('room'), to('second')]).toEqual([2, 1]);
  // For as long as it stands.
  browser.world.now = at('2026-12-16T10:00');
  await browser.wake();
  expect([to('room'), to('second')]).toEqual([2, 1]);
});

test('what may have been said is said again without what only a clock that was ahead wrote', async () => {
  const second = anApp({ id: 'app-2', name: '在庫連動' });
  const right = aLicense({ id: 'right', expiry: { on: '2026-12-10', basis: 'page' } });
  const early = aLicense({
    id: 'early',
    appId: second.id,
    expiry: { on: '2026-12-12', basis: 'page' },
  });
  const browser = aBrowser({ apps: [anApp(), second], licenses: [right, early] });
  browser.world.mute = true;
  // Seven days before the first key ends, after hours: written, and not yet tried.
  browser.world.now = at('2026-12-03T22:00');
  await browser.wake();
  // Seven days before the second one, by a clock that is wrong: both go in one message.
  browser.world.ahead = 36 * HOUR;
  browser.world.outcome = { kind: 'doubtful', why: 'serverError' };
  await browser.wake();
  browser.world.ahead = 0;
  browser.world.outcome = { kind: 'delivered', ref: null };
  browser.world.now = at('2026-12-04T10:00');
  await browser.wake();
  const told = (): string[][] => {
    const said = new Map(
      browser.ledger().reminders.map((one) => [one.id, `${one.subjectId} ${one.threshold}`]),
    );
    return browser
      .ledger()
      .deliveries.filter(({ state }) => state === 'sent')
      .map(({ reminderIds }) => reminderIds.map((id) => said.get(id) ?? ''));
  };
  // What the wrong clock had overtaken is said now.
  expect(told()).toEqual([['right 7'], ['early 14']]);
  expect(browser.posted.map(({ again }) => again)).toEqual([false, true]);
  // The other one when it is due.
  browser.world.now = at('2026-12-05T10:00');
  await browser.wake();
  expect(told()).toEqual([['right 7'], ['early 14'], ['early 7']]);
});
