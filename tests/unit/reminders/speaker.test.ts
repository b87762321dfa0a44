import { describe, expect, test } from 'vitest';
import type { Meta } from '../../../utils/model/ledger.ts';
import type { Reminder } from '../../../utils/model/reminder.ts';
import { DAY, HOUR, MINUTE } from '../../../utils/model/time.ts';
import { asMissed, browserSpeaks, EVERY_SHOP } from '../../../utils/reminders/speaker.ts';
import { aLedger, at } from './make.ts';

const NOW = at('2026-12-01T10:00');

const aReminder = (over: Partial<Reminder> = {}): Reminder => ({
  id: 'reminder',
  shopId: 'shop',
  subjectId: 'license',
  reason: 'expiring',
  threshold: 7,
  occurrence: 0,
  expiresOn: '2026-12-08',
  dueAt: NOW,
  createdAt: NOW,
  endedAt: null,
  endedBy: null,
  ...over,
});

const speaks = (meta: Partial<Meta>, now = NOW, over: Partial<Reminder> = {}): boolean => {
  const ledger = aLedger();
  return browserSpeaks({ ...ledger, meta: { ...ledger.meta, ...meta } }, now)(aReminder(over));
};

/** It was asked in vain since then, and a moment ago. */
const missed = (since: number, now = NOW): Partial<Meta> => ({
  companionMissed: { since, at: now - MINUTE },
});

describe('who speaks on team channels', () => {
  test('unpaired: the browser in which targets were set up, until a person chooses another', () => {
    expect(speaks({})).toBe(true);
    expect(speaks({ speaksFor: [] })).toBe(false);
    expect(speaks({ speaksFor: ['shop'] })).toBe(true);
    expect(speaks({ speaksFor: ['other'] })).toBe(false);
    expect(speaks({ speaksFor: [EVERY_SHOP] })).toBe(true);
    expect(speaks({ speaksFor: ['other'] }, NOW, { shopId: null })).toBe(true);
  });

  test('paired: the companion, and the appointed browser after a day without a heartbeat', () => {
    const vain = missed(NOW - HOUR);
    const appointed = { ...vain, speaksFor: ['shop'], companionSpeaksFor: ['shop'] };
    expect(speaks({ ...appointed, companionHeardAt: NOW - 23 * HOUR })).toBe(false);
    expect(speaks({ ...appointed, companionHeardAt: NOW - DAY })).toBe(true);
    const byDefault = { ...vain, companionSpeaksFor: ['shop'] };
    expect(speaks({ ...byDefault, companionHeardAt: NOW - HOUR })).toBe(false);
    expect(speaks({ ...byDefault, companionHeardAt: NOW - DAY })).toBe(true);
    expect(speaks({ ...byDefault, speaksFor: [], companionHeardAt: NOW - DAY })).toBe(false);
  });

  test('paired: a browser that was closed for days asks first, and more than once', () => {
    const weekend = { companionHeardAt: NOW - 3 * DAY, companionSpeaksFor: ['shop'] };
    expect(speaks(weekend)).toBe(false);
    expect(speaks({ ...weekend, ...missed(NOW - MINUTE) })).toBe(false);
    expect(speaks({ ...weekend, ...missed(NOW - 20 * MINUTE) })).toBe(true);
    // That it was asked in vain on Friday says nothing of today.
    const friday = { since: NOW - 3 * DAY - HOUR, at: NOW - 3 * DAY };
    expect(speaks({ ...weekend, companionMissed: friday })).toBe(false);
    // Nor that a clock that was ahead asked it in vain, later than now.
    const ahead = { since: NOW + 2 * DAY, at: NOW + 2 * DAY + HOUR };
    expect(speaks({ ...weekend, companionMissed: ahead })).toBe(false);
    // When it was heard a clock noted that was ahead: nobody knows.
    const heardLater = { ...weekend, companionHeardAt: NOW + 2 * DAY };
    expect(speaks({ ...heardLater, ...missed(NOW - MINUTE) })).toBe(false);
    expect(speaks({ ...heardLater, ...missed(NOW - 20 * MINUTE) })).toBe(true);
    const { meta } = aLedger();
    const again = asMissed({ ...meta, companionMissed: friday }, NOW);
    expect(again.companionMissed).toEqual({ since: NOW, at: NOW });
    const still = asMissed(again, NOW + 10 * MINUTE);
    expect(still.companionMissed).toEqual({ since: NOW, at: NOW + 10 * MINUTE });
  });

  test('paired with a companion that was given no targets of the shop: the browser, as before', () => {
    expect(speaks({ companionHeardAt: NOW })).toBe(true);
    expect(speaks({ companionHeardAt: NOW, companionSpeaksFor: ['other'] })).toBe(true);
    // What belongs to no shop is known to this browser alone.
    const all = { companionHeardAt: NOW, companionSpeaksFor: ['shop'] };
    expect(speaks(all, NOW, { shopId: null })).toBe(true);
  });

  test('paired: two hours before the hard stop, if a heartbeat was missed', () => {
    // The last working day before 8 December, at nine.
    const stop = at('2026-12-07T09:00');
    const both = {
      ...missed(stop - 3 * HOUR, stop - 2 * HOUR),
      speaksFor: ['shop'],
      companionSpeaksFor: ['shop'],
    };
    const silent = { ...both, companionHeardAt: stop - 3 * HOUR };
    expect(speaks(silent, stop - 2 * HOUR - MINUTE)).toBe(false);
    expect(speaks(silent, stop - 2 * HOUR)).toBe(true);
    const alive = { ...both, companionHeardAt: stop - 2 * HOUR - 5 * MINUTE };
    expect(speaks(alive, stop - 2 * HOUR)).toBe(false);
  });
});
