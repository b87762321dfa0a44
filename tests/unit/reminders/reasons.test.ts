// The reasons beside a date: each begins, holds its tongue where it must, and ends by itself.
import { describe, expect, test } from 'vitest';
import type { KeyTest, Verdict } from '../../../utils/model/key-test.ts';
import type { Ledger, PageStatus } from '../../../utils/model/ledger.ts';
import type { Renewal } from '../../../utils/model/renewal.ts';
import type { Placement, ToolBinding } from '../../../utils/model/tool.ts';
import { DAY, HOUR, MINUTE, type Instant } from '../../../utils/model/time.ts';
import { plan } from '../../../utils/reminders/plan.ts';
import { sentenceOf } from '../../../utils/reminders/sentences.ts';
import { aLedger, aLicense, at, aWorker } from './make.ts';
import { wordsIn } from './say.ts';

const NOW = at('2026-10-05T10:00');
const FAR = { on: '2027-06-30', basis: 'page' } as const;
const LATER = { on: '2027-07-30', basis: 'page' } as const;
/** One key whose date is far away, so that nothing else is said. */
const quiet = (over: Partial<Ledger> = {}): Ledger =>
  aLedger({ licenses: [aLicense({ expiry: FAR })], ...over });

const keyTest = (verdict: Verdict, when: Instant, over: Partial<KeyTest> = {}): KeyTest => ({
  id: `${verdict} ${when}`,
  licenseId: 'license',
  by: 'worker',
  attempt: 0,
  at: when,
  verdict,
  expiresOn: null,
  causes: [],
  missingFunctions: [],
  why: null,
  probes: [],
  retestAt: null,
  ...over,
});

/** What is said when it wakes at each of these moments. */
function saidAt(worker: ReturnType<typeof aWorker>, ...moments: Instant[]): string[] {
  const before = worker.said().length;
  for (const now of moments) worker.wake(now);
  return worker.said().slice(before);
}
const standing = (worker: ReturnType<typeof aWorker>): string[] =>
  worker.ledger().reminders.flatMap((one) => (one.endedAt === null ? one.reason : []));
const tested = (worker: ReturnType<typeof aWorker>, one: KeyTest): void =>
  worker.change((ledger) => ({ ...ledger, keyTests: [...ledger.keyTests, one] }));

describe('a test of a key', () => {
  test.each(['refused', 'functionNotSelected'] as const)(
    'that ends as %s is said; one that goes well ends it',
    (verdict) => {
      const worker = aWorker(quiet({ keyTests: [keyTest(verdict, NOW)] }));
      expect(saidAt(worker, NOW, NOW + DAY)).toEqual(['testFailed']);
      tested(worker, keyTest('valid', NOW + DAY));
      expect(saidAt(worker, NOW + DAY + 1)).toEqual([]);
      expect(standing(worker)).toEqual([]);
      tested(worker, keyTest(verdict, NOW + 2 * DAY));
      expect(saidAt(worker, NOW + 2 * DAY)).toEqual(['testFailed']);
    },
  );

  test.each(['valid', 'expired', 'notYetActive', 'undetermined'] as const)(
    'that ends as %s is no failure',
    (verdict) => {
      const worker = aWorker(quiet({ keyTests: [keyTest(verdict, NOW)] }));
      expect(saidAt(worker, NOW)).toEqual([]);
    },
  );

  test('that is to be made again is said at its time, and not a day later', () => {
    const waits = keyTest('notYetActive', NOW, { retestAt: NOW + 15 * MINUTE });
    const worker = aWorker(quiet({ keyTests: [waits] }));
    expect(saidAt(worker, NOW, NOW + 15 * MINUTE)).toEqual(['retest']);
    expect(saidAt(aWorker(quiet({ keyTests: [waits] })), NOW + 2 * DAY)).toEqual([]);
  });
});

describe('an outage of RMS', () => {
  test('found by tests: said once, refusals in it are not, and it ends with an answer', () => {
    const down = keyTest('serviceDown', NOW);
    const worker = aWorker(quiet({ keyTests: [down] }));
    expect(saidAt(worker, NOW, NOW + HOUR)).toEqual(['outage']);
    tested(worker, keyTest('serviceDown', NOW + HOUR));
    expect(saidAt(worker, NOW + HOUR)).toEqual([]);
    tested(worker, keyTest('valid', NOW + 2 * HOUR));
    expect(saidAt(worker, NOW + 2 * HOUR)).toEqual([]);
    expect(standing(worker)).toEqual([]);
  });

  test('nobody knows of it a day later', () => {
    const worker = aWorker(quiet({ keyTests: [keyTest('serviceDown', NOW)] }));
    worker.wake(NOW);
    worker.wake(NOW + DAY);
    expect(standing(worker)).toEqual([]);
  });

  const told = (to: Instant | null): Partial<Ledger> => ({
    meta: {
      ...aLedger().meta,
      outage: { from: NOW - HOUR, to, seenAt: NOW } as NonNullable<Ledger['meta']['outage']>,
    },
  });

  test('that RMS told of: a refusal in it is no dead key, and is settled by a test after it', () => {
    const worker = aWorker(quiet({ ...told(NOW + 2 * HOUR), keyTests: [keyTest('refused', NOW)] }));
    expect(saidAt(worker, NOW, NOW + HOUR)).toEqual([]);
    expect(saidAt(worker, NOW + 2 * HOUR)).toEqual(['retest']);
    tested(worker, keyTest('refused', NOW + 3 * HOUR));
    expect(saidAt(worker, NOW + 3 * HOUR)).toEqual(['testFailed']);
  });

  test('without an end: believed for a day after it was read', () => {
    const worker = aWorker(quiet({ ...told(null), keyTests: [keyTest('refused', NOW)] }));
    expect(saidAt(worker, NOW, NOW + 23 * HOUR)).toEqual([]);
    expect(saidAt(worker, NOW + DAY)).toEqual(['retest']);
  });

  test('before it, a refusal is one', () => {
    const keyTests = [keyTest('refused', NOW - 2 * HOUR)];
    expect(saidAt(aWorker(quiet({ ...told(null), keyTests })), NOW)).toEqual(['testFailed']);
  });
});

test('a tool on an old key: a day after the new one came, until it holds that', () => {
  const binding = { id: 'b', shopId: 'shop', appId: 'app', origin: 'https://a.example' };
  const holds = (licenseId: string) =>
    ({
      id: 'p',
      bindingId: 'b',
      field: 'licenseKey',
      holds: { licenseId },
      works: null,
    }) as Placement;
  const worker = aWorker(
    quiet({
      licenses: [
        aLicense({ id: 'old', expiry: FAR, firstSeenAt: NOW - 80 * DAY }),
        aLicense({ id: 'new', last4: 'NEWK', expiry: LATER, firstSeenAt: NOW }),
      ],
      bindings: [binding as ToolBinding],
      placements: [holds('old')],
    }),
  );
  expect(saidAt(worker, NOW, NOW + 23 * HOUR)).toEqual([]);
  expect(saidAt(worker, NOW + DAY, NOW + 2 * DAY)).toEqual(['oldKey']);
  worker.change((ledger) => ({ ...ledger, placements: [holds('new')] }));
  worker.wake(NOW + 3 * DAY);
  expect(standing(worker)).toEqual([]);
});

describe('a list that nobody looked at', () => {
  const page = (readAt: Instant): PageStatus => ({
    id: 'shop:licenses',
    shopId: 'shop',
    page: 'appList',
    pageClass: 'keys',
    since: readAt,
    at: readAt,
    readAt,
    problems: [],
  });
  const worker = (over: Partial<Ledger>) => aWorker(quiet({ pages: [page(NOW)], ...over }));

  test('14 days before the earliest date', () => {
    const end = aLicense({ expiry: { on: '2026-11-30', basis: 'page' } });
    const one = worker({ licenses: [end] });
    expect(saidAt(one, at('2026-11-16T08:59')).filter((said) => said === 'notLooked')).toEqual([]);
    expect(saidAt(one, at('2026-11-16T09:00'))).toContain('notLooked');
    one.change((ledger) => ({ ...ledger, pages: [page(at('2026-11-16T10:00'))] }));
    one.wake(at('2026-11-16T10:01'));
    expect(standing(one)).not.toContain('notLooked');
    // It is over, and may be said to be, until nobody looks again.
    const topicsAt = (now: Instant) => [...plan(one.ledger(), now).topics];
    expect(topicsAt(at('2026-11-16T10:01'))).not.toContain('notLooked|shop');
    expect(topicsAt(at('2026-11-23T09:00'))).toContain('notLooked|shop');
  });

  test('a clock that goes back by an hour does not end it', () => {
    const end = aLicense({ expiry: { on: '2026-11-30', basis: 'page' } });
    const one = worker({ licenses: [end] });
    expect(saidAt(one, at('2026-11-16T09:00'))).toContain('notLooked');
    expect(saidAt(one, at('2026-11-16T08:00'), at('2026-11-16T09:30'))).toEqual([]);
    expect(standing(one)).toContain('notLooked');
  });

  test('a month after the last look where no date is known; in the morning', () => {
    const one = worker({ licenses: [aLicense({ expiry: null })] });
    expect(saidAt(one, at('2026-11-04T08:59'))).toEqual([]);
    expect(saidAt(one, at('2026-11-04T09:00'))).toEqual(['notLooked']);
  });
});

test('a run that was left open: on the third day, then weekly, until it is closed', () => {
  const run = (closed: Renewal['closed']): Renewal => ({
    id: 'run',
    shopId: 'shop',
    appId: 'app',
    kind: 'issue',
    oldLicenseId: 'license',
    newLicenseId: null,
    openedBy: 'hand',
    openedAt: NOW,
    rmsDoneAt: null,
    notes: '',
    closed,
  });
  const worker = aWorker(quiet({ renewals: [run(null)] }));
  expect(saidAt(worker, NOW, at('2026-10-08T08:59'))).toEqual([]);
  expect(saidAt(worker, at('2026-10-08T09:00'), at('2026-10-14T09:00'))).toEqual(['runOpen']);
  expect(saidAt(worker, at('2026-10-15T09:00'))).toEqual(['runOpen']);
  const said = worker.ledger().reminders.find((one) => one.endedAt === null);
  const words = said && sentenceOf(said, worker.ledger(), NOW, wordsIn('ja'));
  expect(words?.full).toContain('GoQSystem');
  expect(words?.full).toContain('2026/10/05');
  worker.change((ledger) => ({
    ...ledger,
    renewals: [run({ how: 'done', reason: null, by: 'kagiban', at: NOW })],
  }));
  worker.wake(at('2026-10-15T10:00'));
  expect(standing(worker)).toEqual([]);
});
