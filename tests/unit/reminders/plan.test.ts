import { describe, expect, test } from 'vitest';
import type { KeyTest } from '../../../utils/model/key-test.ts';
import type { License, PageStatus } from '../../../utils/model/ledger.ts';
import { DAY, HOUR } from '../../../utils/model/time.ts';
import { nextWake } from '../../../utils/reminders/alarm.ts';
import { plan } from '../../../utils/reminders/plan.ts';
import { at, aLedger, aLicense, anApp, aShop, aPlace, aWorker } from './make.ts';

const withLicense = (over: Partial<License>) => aLedger({ licenses: [aLicense(over)] });

/** Wakes at that time of every day of a span; gives what was said in it. */
function daily(worker: ReturnType<typeof aWorker>, from: string, to: string): string[] {
  const before = worker.said().length;
  for (let now = at(from); now <= at(to); now += DAY) worker.wake(now);
  return worker.said().slice(before);
}

const ALL = [30, 14, 7, 3, 2, 1, 0].map((days) => `expiring ${days}`);

describe('a key with a date', () => {
  test('is spoken of at 30, 14, 7, 3, 2, 1 and 0 days, and once when it has expired', () => {
    const worker = aWorker(aLedger());
    const said = daily(worker, '2026-10-01T09:30', '2027-01-15T09:30');
    expect(said).toEqual([...ALL, 'expired']);
    expect(worker.shown.map((one) => one.at)).toEqual([
      at('2026-11-06T09:30'),
      at('2026-11-22T09:30'),
      at('2026-11-29T09:30'),
      at('2026-12-03T09:30'),
      at('2026-12-04T09:30'),
      at('2026-12-05T09:30'),
      at('2026-12-06T09:30'),
      at('2026-12-07T09:30'),
    ]);
  });

  test('is spoken of from nine in the morning of the day', () => {
    const worker = aWorker(aLedger());
    worker.wake(at('2026-11-22T09:00'));
    worker.wake(at('2026-11-29T08:59'));
    expect(worker.said()).toEqual(['expiring 14']);
    worker.wake(at('2026-11-29T09:00'));
    expect(worker.said()).toEqual(['expiring 14', 'expiring 7']);
  });

  test('a clock that jumped over three thresholds gives one notice, the nearest', () => {
    const worker = aWorker(aLedger());
    worker.wake(at('2026-11-01T10:00'));
    worker.wake(at('2026-12-04T10:00'));
    expect(worker.said()).toEqual(['expiring 2']);
  });

  test('what was missed the day before is said early in the morning, as what it is by now', () => {
    const worker = aWorker(aLedger());
    worker.wake(at('2026-12-06T03:00'));
    worker.wake(at('2026-12-06T09:30'));
    expect(worker.said()).toEqual(['expiring 0']);
  });

  test('it is said to have expired from the first moment after its last day', () => {
    const worker = aWorker(aLedger());
    worker.wake(at('2026-12-06T23:59'));
    worker.wake(at('2026-12-07T00:00'));
    expect(worker.said()).toEqual(['expiring 0', 'expired']);
  });

  test('a small step back of the clock repeats nothing', () => {
    const worker = aWorker(aLedger());
    worker.wake(at('2026-11-29T09:00'));
    worker.wake(at('2026-11-29T08:50'));
    worker.wake(at('2026-11-29T09:10'));
    expect(worker.said()).toEqual(['expiring 7']);
  });

  test('what a clock far ahead said is said again when its day comes', () => {
    const worker = aWorker(aLedger());
    worker.wake(at('2026-10-01T10:00'));
    worker.wake(at('2027-03-01T10:00'));
    expect(worker.said()).toEqual(['expired']);
    const said = daily(worker, '2026-10-02T10:00', '2027-04-01T10:00');
    expect(said).toEqual([...ALL, 'expired']);
  });

  test('a date that changed begins anew', () => {
    const worker = aWorker(aLedger());
    worker.wake(at('2026-12-04T10:00'));
    const expiry = { on: '2026-12-20', basis: 'page' } as const;
    worker.change((ledger) => ({ ...ledger, licenses: [aLicense({ expiry })] }));
    const said = daily(worker, '2026-12-04T11:00', '2026-12-15T11:00');
    expect(said).toEqual(['expiring 30', 'expiring 14', 'expiring 7']);
  });
});

describe('who is not spoken of', () => {
  test.each<[string, Partial<License>]>([
    ['gone', { goneAt: at('2026-12-01T10:00') }],
    ['stopped', { state: 'stopped' }],
  ])('a key that is %s', (_name, over) => {
    const worker = aWorker(withLicense(over));
    expect(daily(worker, '2026-10-01T10:00', '2027-01-15T10:00')).toEqual([]);
  });

  test('a date that a person gave is reminded of, but is never said to have passed', () => {
    const worker = aWorker(withLicense({ expiry: { on: '2026-12-06', basis: 'person' } }));
    const said = daily(worker, '2026-12-05T10:00', '2026-12-31T10:00');
    expect(said).toEqual(['expiring 1', 'expiring 0']);
  });

  test('an old key whose app has a newer one, unless a tool still holds it', () => {
    const expiry = { on: '2027-03-04', basis: 'page' } as const;
    const next = aLicense({ id: 'next', last4: 'NEW1', expiry });
    const ledger = aLedger({ licenses: [aLicense(), next] });
    expect(daily(aWorker(ledger), '2026-11-30T10:00', '2026-12-31T10:00')).toEqual([]);
    const holds = { licenseId: 'license', how: 'saved', by: 'person', at: 0 } as const;
    const placement = { id: 'p', bindingId: 'b', field: 'licenseKey', holds, works: null } as const;
    const held = aWorker({ ...ledger, placements: [placement] });
    expect(daily(held, '2026-12-05T10:00', '2026-12-31T10:00')).toContain('expired');
  });

  test('a newer key that only waits for approval replaces nothing', () => {
    const next = aLicense({ id: 'n', last4: null, state: 'awaitingApproval', expiry: null });
    const worker = aWorker(aLedger({ licenses: [aLicense(), next] }));
    worker.wake(at('2026-12-04T10:00'));
    expect(worker.said()).toEqual(['expiring 2', 'approval']);
  });

  test('a key of a pending bucket that a known shop holds too is spoken of once', () => {
    const bucket = aShop({ id: 'bucket', digits: null, slug: null, name: null, identified: false });
    const ledger = aLedger({
      shops: [aShop(), bucket],
      apps: [anApp(), anApp({ id: 'app2', shopId: 'bucket' })],
      licenses: [aLicense(), aLicense({ id: 'twin', shopId: 'bucket', appId: 'app2' })],
    });
    expect(plan(ledger, at('2026-12-04T10:00')).due).toMatchObject([{ subjectId: 'license' }]);
  });
});

describe('a key without a date', () => {
  const undated = { expiry: null, issuedSeenAt: at('2026-09-01T15:00') };

  test('is spoken of by its age at 60, 76 and 83 days, and never as expired', () => {
    const worker = aWorker(withLicense(undated));
    const said = daily(worker, '2026-09-02T10:00', '2027-03-01T10:00');
    expect(said).toEqual(['age 60', 'age 76', 'age 83']);
    expect(worker.shown[0]?.at).toBe(at('2026-10-31T10:00'));
  });

  test('says nothing while nobody knows when it was issued', () => {
    const worker = aWorker(withLicense({ ...undated, issuedSeenAt: null }));
    expect(daily(worker, '2026-09-02T10:00', '2027-03-01T10:00')).toEqual([]);
  });

  test('is said to have expired when RMS says so', () => {
    const worker = aWorker(withLicense({ ...undated, state: 'expired' }));
    expect(daily(worker, '2026-12-01T10:00', '2027-01-01T10:00')).toEqual(['expired']);
  });
});

describe('states', () => {
  test('更新あり is said once for each time it appears', () => {
    const expiry = { on: '2027-12-31', basis: 'page' } as const;
    const plain = aLicense({ expiry });
    const update = (since: string) =>
      aLicense({ expiry, state: 'updateAvailable', updateSeenSince: at(since) });
    const worker = aWorker(aLedger({ licenses: [update('2026-12-01T10:00')] }));
    expect(daily(worker, '2026-12-01T10:00', '2026-12-20T10:00')).toEqual(['update']);
    worker.change((ledger) => ({ ...ledger, licenses: [plain] }));
    worker.wake(at('2026-12-21T10:00'));
    expect(worker.ledger().reminders[0]?.endedAt).toBe(at('2026-12-21T10:00'));
    worker.change((ledger) => ({ ...ledger, licenses: [update('2026-12-22T10:00')] }));
    expect(daily(worker, '2026-12-22T10:00', '2026-12-30T10:00')).toEqual(['update']);
  });

  test('承認待ち is said at once, then weekly', () => {
    const worker = aWorker(withLicense({ state: 'awaitingApproval', last4: null, expiry: null }));
    daily(worker, '2026-12-01T10:00', '2026-12-23T10:00');
    expect(worker.shown.map((one) => one.at)).toEqual([
      at('2026-12-01T10:00'),
      at('2026-12-08T10:00'),
      at('2026-12-15T10:00'),
      at('2026-12-22T10:00'),
    ]);
  });

  test('a conflict is said once; the known date counts on, but is not said to have passed', () => {
    const conflict = { on: '2027-03-01', seenAt: at('2026-12-04T10:00') } as const;
    const worker = aWorker(withLicense({ conflict }));
    const said = daily(worker, '2026-12-05T10:00', '2026-12-31T10:00');
    expect(said).toEqual(['expiring 1', 'conflict', 'expiring 0']);
  });
});

describe('pages', () => {
  const page = (over: Partial<PageStatus> = {}): PageStatus => ({
    id: 'shop:appList',
    shopId: 'shop',
    page: 'appList',
    pageClass: 'unreadable',
    since: at('2026-09-10T10:00'),
    at: at('2026-09-10T10:00'),
    readAt: null,
    problems: [],
    ...over,
  });
  const readable = page({ pageClass: 'keys' });

  test('an unreadable page is said once while it stands, and again when it comes back', () => {
    const worker = aWorker(aLedger({ licenses: [], pages: [page()] }));
    expect(daily(worker, '2026-09-10T10:00', '2026-09-20T10:00')).toEqual(['unreadable']);
    worker.change((ledger) => ({ ...ledger, pages: [readable] }));
    worker.wake(at('2026-09-21T10:00'));
    expect(worker.ledger().reminders[0]?.endedAt).toBe(at('2026-09-21T10:00'));
    worker.change((ledger) => ({ ...ledger, pages: [page({ since: at('2026-09-22T10:00') })] }));
    expect(daily(worker, '2026-09-22T10:00', '2026-09-25T10:00')).toEqual(['unreadable']);
  });

  test('a page that flickers is spoken of once a day at most', () => {
    const worker = aWorker(aLedger({ licenses: [], pages: [page()] }));
    for (let i = 0; i < 30; i += 1) {
      worker.change((ledger) => ({ ...ledger, pages: [i % 2 === 0 ? page() : readable] }));
      worker.wake(at('2026-09-10T10:00') + i * HOUR);
    }
    expect(worker.said()).toEqual(['unreadable', 'unreadable']);
  });

  test('rows that could not be read are an alarm too; a login page is none', () => {
    const where = { code: 'badDate', where: '有効期限', text: '2027/02/30' } as const;
    const problem = { ...where, developer: null, app: null, last4: null };
    const pages = [
      page({ pageClass: 'keys', problems: [problem] }),
      page({ id: '-:other', shopId: null, pageClass: 'loggedOut' }),
    ];
    const { due } = plan(aLedger({ licenses: [], pages }), at('2026-09-11T10:00'));
    expect(due).toMatchObject([{ reason: 'unreadable', subjectId: 'shop:appList' }]);
  });
});

describe('retests', () => {
  const aTest = (over: Partial<KeyTest> = {}): KeyTest => ({
    id: 'test',
    licenseId: 'license',
    at: at('2026-10-01T10:00'),
    by: 'worker',
    attempt: 0,
    retestAt: at('2026-10-01T10:15'),
    verdict: 'notYetActive',
    expiresOn: null,
    causes: [],
    missingFunctions: [],
    why: null,
    probes: [],
    ...over,
  });
  const add = (test: KeyTest) => (ledger: ReturnType<typeof aLedger>) => ({
    ...ledger,
    keyTests: [...ledger.keyTests, test],
  });

  test('are due at their times, each once, and over when the key works', () => {
    const worker = aWorker(aLedger({ keyTests: [aTest()] }));
    worker.wake(at('2026-10-01T10:14'));
    expect(worker.said()).toEqual([]);
    expect(nextWake(worker.ledger(), at('2026-10-01T10:14'), aPlace())).toBe(
      at('2026-10-01T10:15'),
    );
    worker.wake(at('2026-10-01T10:15'));
    worker.wake(at('2026-10-01T10:20'));
    expect(worker.said()).toEqual(['retest']);
    const second = { at: at('2026-10-01T10:21'), retestAt: at('2026-10-01T10:30'), attempt: 1 };
    worker.change(add(aTest({ id: 'test2', ...second })));
    worker.wake(at('2026-10-01T10:22'));
    worker.wake(at('2026-10-01T10:30'));
    expect(worker.said()).toEqual(['retest', 'retest']);
    const third = { at: at('2026-10-01T10:31'), retestAt: null, verdict: 'valid' } as const;
    worker.change(add(aTest({ id: 'test3', ...third })));
    worker.wake(at('2026-10-01T10:32'));
    expect(worker.ledger().reminders.every((one) => one.endedAt !== null)).toBe(true);
  });
});

describe('when to wake', () => {
  test('at the next due time, at the next day in Japan at the latest', () => {
    const worker = aWorker(aLedger());
    worker.wake(at('2026-11-29T08:00'));
    expect(nextWake(worker.ledger(), at('2026-11-29T08:00'), aPlace())).toBe(
      at('2026-11-30T00:00'),
    );
    const early = aWorker(aLedger());
    early.wake(at('2026-11-22T10:00'));
    expect(nextWake(early.ledger(), at('2026-11-29T08:00'), aPlace())).toBe(at('2026-11-29T09:00'));
    early.wake(at('2026-11-29T09:00'));
    expect(plan(early.ledger(), at('2026-11-29T09:00')).nextDueAt).toBe(at('2026-12-03T09:00'));
  });

  test('in time to say that a key has expired', () => {
    const worker = aWorker(aLedger());
    worker.wake(at('2026-12-06T10:00'));
    const { nextDueAt } = plan(worker.ledger(), at('2026-12-06T10:00'));
    expect(nextDueAt).toBe(at('2026-12-07T00:00'));
  });
});
