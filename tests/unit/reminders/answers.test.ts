// What people answer to a notice: it is silent until then, never past the hard stop, and can be taken back.
import { describe, expect, test } from 'vitest';
import { applyChange } from '../../../utils/ledger/apply.ts';
import type { Ledger } from '../../../utils/model/ledger.ts';
import { DAY, HOUR, type Instant } from '../../../utils/model/time.ts';
import { answerTo, matterOf } from '../../../utils/overview/matter.ts';
import type { AnswerGiven } from '../../../utils/reminders/answer-kinds.ts';
import { answeringOf, dropAnswer, giveAnswer } from '../../../utils/reminders/answers.ts';
import { aLedger, aLicense, at, aWorker } from './make.ts';

// The key of make.ts ends on 2026-12-06; every day is a working day.
const END = 'end|license';
const answered = (ledger: Ledger, given: AnswerGiven, now: Instant, topic = END): Ledger =>
  applyChange(ledger, giveAnswer(ledger, { topic, by: '島田', ...answeringOf(given, now) }, now));

/** Everything that is said, when the worker wakes every hour from one moment to another. */
function heard(worker: ReturnType<typeof aWorker>, from: Instant, to: Instant): string[] {
  const before = worker.said().length;
  for (let now = from; now < to; now += HOUR) worker.wake(now);
  return worker.said().slice(before);
}

describe('a planned day', () => {
  test('is silent until its morning, then says how it stands by then', () => {
    const worker = aWorker(aLedger());
    worker.wake(at('2026-11-29T09:00'));
    expect(worker.said()).toEqual(['expiring 7']);
    worker.change((ledger) =>
      answered(ledger, { kind: 'plan', on: '2026-12-04' }, at('2026-11-29T10:00')),
    );
    expect(heard(worker, at('2026-11-29T10:00'), at('2026-12-04T09:00'))).toEqual([]);
    expect(heard(worker, at('2026-12-04T09:00'), at('2026-12-05T09:00'))).toEqual(['expiring 2']);
  });

  test('beyond the hard stop is silent until that: the working day before', () => {
    const worker = aWorker(aLedger());
    worker.wake(at('2026-11-29T09:00'));
    worker.change((ledger) =>
      answered(ledger, { kind: 'plan', on: '2026-12-06' }, at('2026-11-29T10:00')),
    );
    expect(worker.ledger().answers).toMatchObject([
      { plannedOn: '2026-12-06', acknowledged: true, silentUntil: at('2026-12-05T09:00') },
    ]);
    expect(heard(worker, at('2026-11-29T10:00'), at('2026-12-05T09:00'))).toEqual([]);
    expect(heard(worker, at('2026-12-05T09:00'), at('2026-12-07T12:00'))).toEqual([
      'expiring 1',
      'expiring 0',
      'expired',
    ]);
  });

  test('after the hard stop silences nothing; one in the past plans nothing', () => {
    const now = at('2026-12-05T10:00');
    const { answers } = answered(aLedger(), { kind: 'plan', on: '2026-12-06' }, now);
    expect(answers).toMatchObject([{ plannedOn: '2026-12-06', silentUntil: null }]);
    const past = answered(aLedger(), { kind: 'plan', on: '2026-12-04' }, now);
    expect(past.answers).toMatchObject([{ plannedOn: null, silentUntil: null }]);
  });
});

describe('not now', () => {
  test.each([
    [1, '2026-11-30T09:00'],
    [7, '2026-12-05T09:00'],
  ] as const)('for %i days, cut at the hard stop', (days, until) => {
    const { answers } = answered(aLedger(), { kind: 'snooze', days }, at('2026-11-29T10:00'));
    expect(answers).toMatchObject([{ acknowledged: false, silentUntil: at(until) }]);
  });

  test('what is dead already, for a day at most', () => {
    const now = at('2026-12-08T10:00');
    const { answers } = answered(aLedger(), { kind: 'snooze', days: 7 }, now);
    expect(answers[0]?.silentUntil).toBe(now + DAY);
  });
});

test('対応します silences nothing of a date', () => {
  const worker = aWorker(aLedger());
  worker.wake(at('2026-12-03T09:00'));
  worker.change((ledger) => answered(ledger, { kind: 'acknowledge' }, at('2026-12-03T10:00')));
  expect(heard(worker, at('2026-12-03T10:00'), at('2026-12-05T08:00'))).toEqual(['expiring 2']);
});

test('taken back, what is due is said again', () => {
  const worker = aWorker(aLedger());
  worker.wake(at('2026-11-29T09:00'));
  worker.change((ledger) =>
    answered(ledger, { kind: 'plan', on: '2026-12-05' }, at('2026-11-29T10:00')),
  );
  expect(heard(worker, at('2026-11-29T10:00'), at('2026-12-04T10:00'))).toEqual([]);
  worker.change((ledger) => applyChange(ledger, dropAnswer(ledger, END)));
  expect(worker.ledger().answers).toEqual([]);
  worker.wake(at('2026-12-04T11:00'));
  expect(worker.said().slice(1)).toEqual(['expiring 2']);
  expect(dropAnswer(worker.ledger(), END)).toEqual({});
});

test('only a matter that stands can be answered; it is written down', () => {
  const now = at('2026-11-29T10:00');
  expect(answered(aLedger(), { kind: 'acknowledge' }, now, 'end|other').answers).toEqual([]);
  const taken = { topic: END, by: '', ...answeringOf({ kind: 'acknowledge' }, now) };
  expect(giveAnswer(aLedger(), taken, now).history).toMatchObject([
    { kind: 'answered', shopId: 'shop', subjectId: 'license', detail: { acknowledged: 1 } },
  ]);
});

describe('what the screen shows of it', () => {
  const view = { licenseId: 'license', need: 'renewNow' } as const;
  const now = at('2026-11-29T10:00');

  test('by what the key needs', () => {
    expect(matterOf(view)).toBe(END);
    expect(matterOf({ ...view, need: 'update' })).toBe('update|license');
    expect(matterOf({ ...view, need: 'approve' })).toBe('approval|license');
    expect([matterOf({ ...view, need: null }), matterOf({ ...view, need: 'stopped' })]).toEqual([
      null,
      null,
    ]);
  });

  test('while it holds: a snooze until it is over, 対応します until the matter is', () => {
    const snoozed = answered(aLedger(), { kind: 'snooze', days: 1 }, now);
    expect(answerTo(snoozed, view, now + HOUR)).not.toBeNull();
    expect(answerTo(snoozed, view, now + DAY)).toBeNull();
    const taken = answered(aLedger(), { kind: 'acknowledge' }, now);
    expect(answerTo(taken, view, now + 3 * DAY)).not.toBeNull();
    expect(answerTo(aLedger(), view, now)).toBeNull();
  });

  test('not for a later 更新あり than the one that was answered', () => {
    const since = (updateSeenSince: Instant) =>
      aLedger({ licenses: [aLicense({ state: 'updateAvailable', updateSeenSince })] });
    const given = answered(since(now), { kind: 'acknowledge' }, now + HOUR, 'update|license');
    const update = { ...view, need: 'update' } as const;
    expect(answerTo(given, update, now + DAY)).not.toBeNull();
    const later = { ...given, licenses: since(now + DAY).licenses };
    expect(answerTo(later, update, now + 2 * DAY)).toBeNull();
  });
});
