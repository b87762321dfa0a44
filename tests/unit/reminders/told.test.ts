// What a person sees of what was said: to whom, how often tried, what comes next and why.
import { describe, expect, test } from 'vitest';
import { applyChange } from '../../../utils/ledger/apply.ts';
import type { Ledger } from '../../../utils/model/ledger.ts';
import type { Delivery } from '../../../utils/model/reminder.ts';
import { HOUR } from '../../../utils/model/time.ts';
import { answeringOf, giveAnswer } from '../../../utils/reminders/answers.ts';
import { planChange } from '../../../utils/reminders/outbox.ts';
import { toldOf } from '../../../utils/reminders/told.ts';
import { upcoming } from '../../../utils/reminders/upcoming.ts';
import { aLedger, aLicense, aPlace, aShop, at } from './make.ts';

const NOW = at('2026-12-04T10:00');
const planned = (over: Partial<Ledger> = {}): Ledger => {
  const ledger = aLedger(over);
  return applyChange(ledger, planChange(ledger, NOW, aPlace()));
};
const withRow = (over: Partial<Delivery>): Ledger => {
  const ledger = planned();
  const [row] = ledger.deliveries;
  return { ...ledger, deliveries: row ? [{ ...row, ...over }] : [] };
};

describe('what was said', () => {
  test('waits, is sent, fails, may have arrived: each in its own state, with what comes next', () => {
    const told = (over: Partial<Delivery>) => toldOf(withRow(over), null, NOW)[0];
    expect(told({})).toMatchObject({ state: 'waiting', attempts: 0, nextAt: NOW });
    expect(told({})?.says).toMatchObject([{ reason: 'expiring', threshold: 2 }]);
    const sent = { state: 'sent', attempts: 2, sentAt: NOW + 1 } as const;
    expect(told(sent)).toMatchObject({ state: 'sent', at: NOW + 1, nextAt: null });
    const failing = { attempts: 3, error: 'network', nextAttemptAt: NOW + HOUR };
    expect(told(failing)).toMatchObject({ state: 'failing', why: 'network', nextAt: NOW + HOUR });
    expect(told({ state: 'doubtful', attempts: 1, doubts: 1, nextAttemptAt: NOW })?.state).toBe(
      'doubtful',
    );
    expect(told({ state: 'claimed', attempts: 1, claimedAt: NOW })?.state).toBe('sending');
    expect(told({ state: 'handedOver', attempts: 5 })).toMatchObject({
      state: 'handedOver',
      nextAt: null,
    });
    expect(told({ state: 'cancelled' })).toBeUndefined();
  });

  test('names the target in whose place another spoke', () => {
    const ledger = planned();
    const [row] = ledger.deliveries;
    if (!row) throw new Error('nothing planned');
    const room = { ...row, id: 'first', target: 'room', channel: 'chatwork' as const };
    const mail = {
      ...room,
      id: 'second',
      target: 'mail',
      fallbackFor: 'first',
      createdAt: NOW + 1,
    };
    const target = { id: 'room', channel: 'chatwork' as const, name: '受注の部屋' };
    const rest = { config: {}, secretName: null, kinds: [], people: [], enabled: true };
    const told = toldOf(
      { ...ledger, deliveries: [room, mail], targets: [{ ...target, ...rest }] },
      null,
      NOW,
    );
    expect(told.map(({ id, targetName, insteadOf }) => [id, targetName, insteadOf])).toEqual([
      ['second', null, '受注の部屋'],
      ['first', '受注の部屋', null],
    ]);
  });

  test('a message that was found in the room is told once, by whoever sent it', () => {
    const ledger = planned();
    const [row] = ledger.deliveries;
    const [one] = ledger.reminders;
    if (!row || !one) throw new Error('nothing planned');
    const twin = { ...one, id: 'theirs', occurrence: 1 };
    const sent = { ...row, target: 'room', state: 'sent' as const, elsewhere: true as const };
    const found = { ...sent, id: 'ours.0123456789ab', sentAt: NOW };
    const own = { ...sent, id: 'of-a-browser', reminderIds: ['theirs'], sentAt: NOW + 5_000 };
    const told = (...deliveries: Delivery[]) =>
      toldOf({ ...ledger, reminders: [one, twin], deliveries }, null, NOW).map(({ id }) => id);
    expect(told(found)).toEqual([found.id]);
    expect(told(found, own)).toEqual([own.id]);
    expect(told(found, { ...own, sentAt: NOW + HOUR })).toHaveLength(2);
  });

  test('of one shop only', () => {
    expect(toldOf(planned(), 'shop', NOW)).toHaveLength(1);
    expect(toldOf(planned(), 'other', NOW)).toEqual([]);
  });
});

describe('what comes next', () => {
  test('the next step of each key, the soonest first', () => {
    const ledger = planned({
      shops: [aShop(), aShop({ id: 'shop2' })],
      licenses: [
        aLicense(),
        aLicense({
          id: 'late',
          shopId: 'shop2',
          appId: 'app2',
          expiry: { on: '2027-02-01', basis: 'page' },
        }),
      ],
    });
    const next = upcoming(ledger, null, NOW);
    expect(next.map((one) => [one.reminder.subjectId, one.reminder.threshold, one.at])).toEqual([
      ['license', 1, at('2026-12-05T09:00')],
      ['late', 30, at('2027-01-02T09:00')],
    ]);
    expect(upcoming(ledger, 'shop2', NOW)).toHaveLength(1);
  });

  test('says that it waits for an answer of a person', () => {
    const ledger = aLedger();
    const early = at('2026-11-20T10:00');
    const answered = applyChange(
      ledger,
      giveAnswer(
        ledger,
        { topic: 'end|license', by: '', ...answeringOf({ kind: 'plan', on: '2026-12-03' }, early) },
        early,
      ),
    );
    expect(upcoming(answered, null, early)).toMatchObject([
      {
        at: at('2026-12-03T09:00'),
        silentUntil: at('2026-12-03T09:00'),
        reminder: { threshold: 3 },
      },
    ]);
  });
});
